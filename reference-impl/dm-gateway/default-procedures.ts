import { defaultTreeProcedures } from '../management-tree/default-procedures';
import { defaultClientSessionProcedures, defaultWakeUpProcedures } from '../syncml/client-default-procedures';
import { defaultAuthenticationProcedures } from '../syncml/default-authentication-procedures';
import { defaultServerSessionProcedures } from '../syncml/default-server-session-procedures';
import { defaultFanOutProcedures } from './default-fan-out-procedures';
import type { GatewayProcedures } from './procedures';

/** The gateway as the document and the specifications of DM have it. */
export const defaultGatewayProcedures: GatewayProcedures = {
  fanOut: defaultFanOutProcedures,
  tree: defaultTreeProcedures,
  asDevice: {
    ...defaultClientSessionProcedures,
    ...defaultAuthenticationProcedures,
    ...defaultWakeUpProcedures,
  },
  asServer: { ...defaultServerSessionProcedures, ...defaultAuthenticationProcedures },
};
