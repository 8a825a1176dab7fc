import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEvent } from '../../../protocol/model/session-event';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { readKey } from '../../session/protected-data';
import type { Ae } from '../ae';
import { endpointID } from './establish';

/**
 * Accepts an invitation that holds all that a session needs, if it has offered to, and keeps the session; an invitation
 * that comes again is accepted again. @see SES 1 steps 11 to 13
 */
export function answerInvitation(
  ae: Ae,
  invitation: SessionEvent,
): Omit<ResponsePrimitive, 'requestIdentifier'> {
  const { sessionID, sessionCredentials: key, initiatingEndpoint: partner, sessionAddress } = invitation;
  const { offer } = ae.sessions;
  if (offer?.accept !== true) return { responseStatusCode: RSC.ORIGINATOR_HAS_NO_PRIVILEGE };
  if (key === undefined || readKey(key) === undefined || partner === undefined || sessionID === '') {
    return { responseStatusCode: RSC.BAD_REQUEST };
  }
  const own = endpointID(ae, offer.registrar);
  if (!ae.sessions.held.has(sessionID)) {
    ae.sessions.held.set(sessionID, {
      sessionID,
      key,
      endpointID: own,
      pointOfAccess: offer.pointOfAccess,
      address: sessionAddress ?? sessionID,
      partner,
      sequence: 0,
    });
  }
  const attributes = { endpointID: own, description: 'Flowproof reference application' };
  return {
    responseStatusCode: RSC.OK,
    content: { kind: 'resource', resource: { element: 'fp:sep', attributes } },
  };
}
