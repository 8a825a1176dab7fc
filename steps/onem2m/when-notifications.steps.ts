import { Originator } from '../../harness/cast/originator';
import { Deviation, Inconclusive } from '../../harness/verdict/deviation';
import type { AttributeValue } from '../../protocol/model/attribute-value';
import type { PrimitiveContent } from '../../protocol/model/primitive-content';
import type { Path } from '../parameter-types';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { createIn } from './drafts';

/** Where the subscription that a scripted member was sent wants its notifications. */
export function subscribedURI(world: FlowproofWorld, name: string): string {
  for (const host of world.scene.hosts()) {
    for (const { request, hosted } of host.received) {
      if (hosted?.name !== name || request.operation !== 'create' || request.content?.kind !== 'resource')
        continue;
      const uris: AttributeValue | undefined = request.content.resource.attributes.notificationURI;
      if (Array.isArray(uris) && typeof uris[0] === 'string') return uris[0];
    }
  }
  throw new Deviation({
    what: `the requests that "${name}" received`,
    expected: 'a subscription with a notificationURI',
    actual: 'none',
  });
}

async function notifyFrom(world: FlowproofWorld, host: string, uri: string): Promise<void> {
  const { cseID } = await world.scene.host(host);
  const by = new Originator(world.scene.stage, host, cseID);
  const content: PrimitiveContent = {
    kind: 'notification',
    notification: { subscriptionReference: `${cseID}/base/sub`, event: { type: 1 } },
  };
  await world.stimulate(by, { operation: 'notify', to: pathOfURI(world, uri), content });
}

/** A URL below the target's point of access, or an identifier: either way what the target is asked for. */
function pathOfURI(world: FlowproofWorld, uri: string): string {
  const { url } = world.scene.stage.cse;
  if (!uri.startsWith('http')) return uri;
  if (!uri.startsWith(url)) throw new Inconclusive(`${uri} is not below the point of access of the target`);
  return decodeURIComponent(uri.slice(url.length + 1)).replace(/^~/, '');
}

stimulus('{members} notify what they were subscribed with', async function (members: readonly Path[]) {
  for (const member of members) {
    const place = this.scene.required(member.name);
    const host = this.scene.hosts().find(({ cseID }) => cseID === place.cseID);
    if (host) await notifyFrom(this, host.name, subscribedURI(this, member.name));
    else
      await this.stimulate(
        await this.scene.originator('AE1'),
        createIn(this, 'contentInstance', `news of ${member.name}`, member),
      );
  }
});

stimulus('CSE3 notifies the same address without being a member', async function () {
  const member = this.scene
    .hosts()
    .flatMap((host) => host.received)
    .find(({ request }) => request.resourceType === 23);
  if (!member?.hosted) throw new Inconclusive('no member was sent a subscription');
  await notifyFrom(this, 'CSE3', subscribedURI(this, member.hosted.name));
});
