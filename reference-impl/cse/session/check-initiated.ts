import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { applicationHere } from './application-here';
import type { CommonPart } from './check-establishment';
import { isNameReserved } from './debts';
import { endpointOf } from './endpoint-value';
import { firstSubscription, subscribedURI } from './first-subscription';
import { isNameTaken } from './pending-establishments';
import { checkSessionName } from './session-name';
import type { Establishment } from './session-procedures';

/** What the CSEs among themselves say of a session. */
const NOT_FOR_APPLICATIONS = ['sessionID', 'sessionCredentials', 'path'];

/** The request of an application, in its own collection; identifier and key are allocated here. @see SES 1 steps 7 and 8 */
export function checkInitiated(
  cse: Cse,
  request: RequestPrimitive,
  common: CommonPart,
  collection: Resource | undefined,
): Establishment | Refusal {
  const application = applicationHere(cse, request.from);
  if (
    collection === undefined ||
    application === undefined ||
    collection.parentID !== application.resourceID
  ) {
    const reason = `${request.from} begins sessions in its own collection only.`;
    return refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, reason);
  }
  const { attributes, initiating, ...others } = common;
  const own = NOT_FOR_APPLICATIONS.find((name) => attributes[name] !== undefined);
  if (own !== undefined) return refuse(RSC.BAD_REQUEST, `${own} is not for an application to say.`);
  if (applicationHere(cse, initiating.endpointID)?.resourceID !== application.resourceID) {
    return refuse(RSC.BAD_REQUEST, `The initiating endpoint is not ${request.from}, who asks.`);
  }
  if (cse.resolve(others.target)?.resource.resourceID === application.resourceID) {
    return refuse(RSC.BAD_REQUEST, 'The target endpoint is the application that asks.');
  }
  const sessionID = cse.procedures.allocateSessionID(cse);
  const { resourceName } = attributes;
  const name = typeof resourceName === 'string' ? resourceName : sessionID;
  if (isNameTaken(cse, collection, name) || isNameReserved(cse, collection, name)) {
    return refuse(RSC.CONFLICT, `There is, or has just been, a child named ${name}.`);
  }
  const subscribed = subscribedURI(firstSubscription(cse, application));
  const where = subscribed === undefined ? {} : { notificationURI: subscribed };
  return (
    checkSessionName(cse, collection, name) ?? {
      ...others,
      sessionID,
      credentials: cse.procedures.allocateCredentials(cse),
      name,
      initiating: endpointOf(cse, application, { ...where, ...initiating }),
      path: [],
      collection,
    }
  );
}
