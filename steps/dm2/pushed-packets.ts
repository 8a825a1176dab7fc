import { NOTIFICATION_MEDIA_TYPE } from '../../protocol/tables/dm2/identifiers';
import type { FlowproofWorld } from '../world';
import type { Packet } from './packets';
import { playOf } from './play';

/** The notification of the latest stimulus, as the one who got it saw it. */
export function latestNotification(world: FlowproofWorld): readonly Packet[] {
  const { scene, mark } = playOf(world);
  const { stage, client, push } = scene;
  const url = stage.addresses.notification;
  const got = client.notifications.slice(mark.notifications).at(-1);
  if (got !== undefined) return [{ url, headers: typed(got.contentType), octets: got.octets }];
  const brought = push.deliveries.at(-1);
  return brought === undefined
    ? []
    : [{ url, headers: typed(NOTIFICATION_MEDIA_TYPE), octets: brought.octets }];
}

/** One that the server under test has sent, or else the tester. */
export function latestPush(world: FlowproofWorld): readonly Packet[] {
  const { scene, mark } = playOf(world);
  const { stage, push, asker } = scene;
  const url = stage.addresses.push;
  const taken = push.taken.slice(mark.pushes).at(-1);
  if (taken !== undefined) return [{ url, headers: taken.headers, octets: taken.octets }];
  const asked = asker.asked.slice(mark.asked).at(-1);
  if (asked === undefined) return [];
  const { headers, body } = asked.message;
  return [{ url, headers: new Headers(headers.map(([name, value]) => [name, value])), octets: body }];
}

function typed(contentType: string): Headers {
  return new Headers({ 'content-type': contentType });
}
