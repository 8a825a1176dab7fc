import { allocateCredentials, allocateSessionID } from './allocate';
import { askNextHop, forwardedEstablishment } from './ask-next-hop';
import { checkEstablishment } from './check-establishment';
import { createPolicy } from './create-policy';
import { owe } from './debts';
import { deletePolicy } from './delete-policy';
import { endpointsToTell, endSession, hopsToTell, removeSession } from './end-session';
import { establishSession } from './establish-session';
import { established } from './established';
import { invite } from './invite';
import { nextHopTo } from './next-hop-to';
import { putSession } from './put-session';
import { hasSessionCapability } from './session-capability';
import { maySeeSession } from './session-privileges';
import type { SessionProcedures } from './session-procedures';
import { tellEndpoint } from './tell-endpoint';
import { terminateSession } from './terminate-session';
import { useProcedures } from './use/use-procedures';

/** Service sessions as the document and the profile have them. */
export const defaultSessionProcedures: SessionProcedures = {
  establishSession,
  checkEstablishment,
  allocateSessionID,
  allocateCredentials,
  nextHopTo,
  hasSessionCapability,
  askNextHop,
  forwardedEstablishment,
  invite,
  putSession,
  established,
  createPolicy,
  deletePolicy,
  ...useProcedures,
  terminateSession,
  endSession,
  hopsToTell,
  endpointsToTell,
  removeSession,
  owe,
  tellEndpoint,
  maySeeSession,
};
