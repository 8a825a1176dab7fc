import { refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { refused } from '../response';
import type { SessionProcedures } from './session-procedures';

const no = refuse(RSC.NOT_IMPLEMENTED, 'Sessions cannot be used here.');

export function dropStored(_cse: Cse, _sessionID: string): void {}
export function resumeStored(_cse: Cse): void {}

export const useProcedures = {
  checkPolicy: () => undefined,
  useSession: async (_cse, request) => refused(request, no),
  sessionIDOf: () => undefined,
  checkSessionRequest: () => no,
  nextHopFor: () => undefined,
  decide: () => no,
  storeAndForward: async (_cse, { request }) => refused(request, no),
  passOn: async (_cse, { request }) => refused(request, no),
  serve: async (_cse, { request }) => refused(request, no),
  checkProtectedData: async () => no,
  keepContext: () => {},
  tellOfUpdate: () => {},
} satisfies Partial<SessionProcedures>;
