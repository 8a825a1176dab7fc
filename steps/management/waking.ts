import { untilOver } from '../../harness/cast/management/manage';
import type { DigestHabit } from '../../harness/cast/management/package-zero';
import { ServerJob } from '../../harness/cast/management/server-job';
import type { SyncMLNotification } from '../../protocol/model/syncml-notification';
import type { FlowproofWorld } from '../world';
import { playOf } from './play';

/** How a scenario writes a package 0; what it does not name is by the book. @see DM_Notification 6.2 */
type Keys = { readonly [key: string]: string };

const DIGESTS: readonly DigestHabit[] = [
  'right',
  'wrong',
  'of another password',
  'of the default nonce',
  'of zeros',
];
const UI_MODES: readonly SyncMLNotification['uiMode'][] = [
  'unspecified',
  'background',
  'informative',
  'user-interaction',
];

/** Sends package 0, for a session without work, and waits until that is over or should have been. */
export async function wakeWith(world: FlowproofWorld, keys: Keys): Promise<void> {
  const play = playOf(world);
  const { scene } = play;
  const { server } = scene;
  play.begin();
  play.rows = [];
  const job = ServerJob.of([]);
  const digest = DIGESTS.find((habit) => habit === keys.Digest);
  const waking = { notification: notificationOf(keys), spoil: spoilOf(keys), ...(digest && { digest }) };
  play.woken = await server.wake(job, waking);
  for (let more = Number(keys.Times ?? 1); more > 1; more -= 1) await server.wakeAgain(play.woken);
  play.job = job;
  // Whoever ignores a package 0 never opens a session: that is waited for no longer than anything that must not come.
  if (isGood(keys)) await untilOver(scene, job);
  await world.quiet();
}

function isGood({ Digest, Server, Octets, 'Cut to': length }: Keys): boolean {
  return (
    (Digest === undefined || Digest === 'right') && [Server, Octets, length].every((key) => key === undefined)
  );
}

function notificationOf(keys: Keys): Partial<SyncMLNotification> {
  const uiMode = UI_MODES.find((mode) => mode === keys['UI Mode']);
  const vendorData = keys['Vendor Data'];
  return {
    ...(keys.Session !== undefined && { sessionID: Number.parseInt(keys.Session, 16) }),
    ...(keys.Server !== undefined && { serverID: keys.Server }),
    ...(keys.Version !== undefined && { version: Number(keys.Version) }),
    ...(uiMode && { uiMode }),
    ...(keys.Initiator !== undefined && { initiator: keys.Initiator === 'user' ? 'user' : 'server' }),
    ...(vendorData !== undefined && { vendorData: hexOctets(vendorData) }),
  };
}

function spoilOf(keys: Keys): (octets: Uint8Array) => Uint8Array {
  const { Octets: whole, 'Cut to': length } = keys;
  return (octets) => {
    if (whole !== undefined) return hexOctets(whole);
    return length === undefined ? octets : octets.subarray(0, Number(length));
  };
}

function hexOctets(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}
