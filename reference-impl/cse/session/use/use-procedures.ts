import type { SessionProcedures } from '../session-procedures';
import { checkPolicy } from './check-policy';
import { checkProtectedData } from './check-protected-data';
import { checkSessionRequest } from './check-session-request';
import { decide } from './decide';
import { nextHopFor } from './next-hop-for';
import { passOn } from './pass-on';
import { serve } from './serve';
import { keepContext } from './session-context';
import { sessionIDOf } from './session-id-of';
import { storeAndForward } from './store-and-forward';
import { tellOfUpdate } from './tell-of-update';
import { useSession } from './use-session';

/** The use of a session as the document and the profile have it. @see SES 2 */
export const useProcedures = {
  checkPolicy,
  useSession,
  sessionIDOf,
  checkSessionRequest,
  nextHopFor,
  decide,
  storeAndForward,
  passOn,
  serve,
  checkProtectedData,
  keepContext,
  tellOfUpdate,
} satisfies Partial<SessionProcedures>;
