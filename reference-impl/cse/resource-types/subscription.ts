import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
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
    return (await verify(cse, request, draft, textList(draft.attributes[TARGETS]))) ?? draft.attributes;
  },
  async update(cse, request, current, attributes) {
    const known = textList(current.attributes[TARGETS]);
    const added = textList(attributes[TARGETS]).filter((target) => !known.includes(target));
    return (await verify(cse, request, current, added)) ?? attributes;
  },
  deleted: announceDeletion,
};

/** Every target other than the Originator itself must accept the verification request. @see TS-0004 7.4.8.2.1 */
async function verify(
  cse: Cse,
  request: RequestPrimitive,
  subscription: Resource,
  targets: readonly string[],
): Promise<Refusal | undefined> {
  const originator = canonicalOriginator(cse.config, request.from ?? '');
  const others = targets.filter((target) => !leadsTo(cse, target, originator));
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
