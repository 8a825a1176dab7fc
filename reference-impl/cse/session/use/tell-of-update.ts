import { SessionEventType } from '../../../../protocol/tables/onem2m/enumerations';
import type { Cse } from '../../cse';
import type { SessionRequest } from '../session-procedures';
import { addressFromOutside } from '../session-resource';

/**
 * Tells the owner of a container that the other endpoint has updated it. Nobody waits for it, and nothing depends on
 * its answer. @see SES 2 steps 17 to 19
 */
export function tellOfUpdate(cse: Cse, { request, session, originator, target }: SessionRequest): void {
  const { notificationURI, endpointID } = target;
  const updated = cse.resolve(request.to)?.resource;
  if (updated === undefined || notificationURI === undefined || originator.endpointID === endpointID) return;
  const resource = addressFromOutside(cse, updated);
  const event = { type: SessionEventType.update, sessionID: session.resourceID, resource };
  void cse.procedures.tellEndpoint(cse, notificationURI, event).catch(() => {});
}
