import { defaultAuthenticationProcedures } from '../syncml/default-authentication-procedures';
import { defaultServerSessionProcedures } from '../syncml/default-server-session-procedures';
import { defaultFanOutServerProcedures } from './default-fan-out-server-procedures';
import type { ManagementServerProcedures } from './procedures';

/** The DM server as the document and the specifications of DM have it. */
export const defaultManagementServerProcedures: ManagementServerProcedures = {
  fanOut: defaultFanOutServerProcedures,
  sessions: { ...defaultServerSessionProcedures, ...defaultAuthenticationProcedures },
};
