import { defaultGroupProcedures } from './group/default-group-procedures';
import { defaultInteractiveProcedures } from './interactive/default-interactive-procedures';
import type { CseProcedures } from './procedures';
import { defaultRequestProcedures } from './request/default-request-procedures';
import { defaultSessionProcedures } from './session/default-session-procedures';

/** Every procedure as the documents have it. */
export const defaultProcedures: CseProcedures = {
  ...defaultRequestProcedures,
  ...defaultGroupProcedures,
  ...defaultInteractiveProcedures,
  ...defaultSessionProcedures,
};
