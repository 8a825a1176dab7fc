import type { Attributes } from '../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { NotificationContentType } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { textList } from '../attribute-reading';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import { sendNotification } from '../request/send-notification';
import type { Resource } from '../resource';
import type { ResourceTypeProcedures } from '../resource-type';

const TARGETS = 'notificationURI';

/** <subscription>: its targets are asked whether they want it, and told when it goes. @see TS-0004 7.4.8 */
export const subscriptionProcedures: ResourceTypeProcedures = {
  async create(cse, request, draft) {
    return (
      checkMayRetrieve(cse, request, draft) ??
      (await verify(cse, request, draft, textList(draft.attributes[TARGETS]))) ??
      completed(cse, request, draft)
    );
  },
  async update(cse, request, current, attributes) {
    const known = textList(current.attributes[TARGETS]);
    const added = textList(attributes[TARGETS]).filter((target) => !known.includes(target));
    return (await verify(cse, request, current, added)) ?? attributes;
  },
  deleted: announceDeletion,
};

/** Who may not read a resource does not learn of it by notifications. @see TS-0004 7.4.8.2.1 */
function checkMayRetrieve(cse: Cse, request: RequestPrimitive, draft: Resource): Refusal | undefined {
  const subject = cse.store.get(draft.parentID);
  if (subject === undefined) return undefined;
  const { content: _content, resourceType: _type, ...retrieve } = request;
  return cse.procedures.authorize(cse, { ...retrieve, operation: 'retrieve' }, subject);
}

/** Defaults, and whose subscription it is where others are notified. @see TS-0004 7.4.8.2.1, TS-0001 table 9.6.8-4 */
function completed(cse: Cse, request: RequestPrimitive, { attributes }: Resource): Attributes {
  const others = othersThanOriginator(cse, request, textList(attributes[TARGETS]));
  return {
    notificationContentType: NotificationContentType.allAttributes,
    ...attributes,
    ...(others.length > 0 && request.from !== undefined && { creator: request.from }),
  };
}

/** Every target other than the Originator itself must accept the verification request. @see TS-0004 7.4.8.2.1 */
async function verify(
  cse: Cse,
  request: RequestPrimitive,
  subscription: Resource,
  targets: readonly string[],
): Promise<Refusal | undefined> {
  const others = othersThanOriginator(cse, request, targets);
  const answers = await Promise.all(
    others.map((target) =>
      sendNotification(cse, target, {
        verificationRequest: true,
        subscriptionReference: `${cse.config.cseID}/${subscription.resourceID}`,
        ...(request.from !== undefined && { creator: request.from }),
      }),
    ),
  );
  const refusing = answers.findIndex(({ responseStatusCode }) => responseStatusCode !== RSC.OK);
  if (refusing === -1) return undefined;
  return refuse(
    RSC.SUBSCRIPTION_VERIFICATION_INITIATION_FAILED,
    `${others[refusing]} did not confirm the verification request.`,
    'TS-0004 7.4.8.2.1',
  );
}

function othersThanOriginator(
  cse: Cse,
  request: RequestPrimitive,
  targets: readonly string[],
): readonly string[] {
  const originator = canonicalOriginator(cse.config, request.from ?? '');
  return targets.filter((target) => !leadsTo(cse, target, originator));
}

function leadsTo(cse: Cse, target: string, originator: string): boolean {
  if (canonicalOriginator(cse.config, target) === originator) return true;
  return cse.resolve(target)?.resource.resourceID === originator;
}

/** @see TS-0004 7.4.8.2.4 */
function announceDeletion(cse: Cse, subscription: Resource): void {
  const subscriber = subscription.attributes.subscriberURI;
  if (typeof subscriber !== 'string') return;
  void sendNotification(cse, subscriber, {
    subscriptionDeletion: true,
    subscriptionReference: `${cse.config.cseID}/${subscription.resourceID}`,
  });
}
