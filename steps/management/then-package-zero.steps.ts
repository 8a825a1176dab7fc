import type { DataTable } from '@cucumber/cucumber';
import type { ReceivedPackageZero } from '../../harness/cast/management/package-zero';
import { check, show } from '../../harness/verdict/check';
import { NOTIFICATION_MEDIA_TYPE } from '../../protocol/tables/syncml/identifiers';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { waitingPackageZero } from './peer-sessions';
import { playOf } from './play';

/** Octets of the trigger behind the digest that are for later use, all but the last three bits of the second. */
const RESERVED = { first: 17, mask: 0x07, following: [18, 19, 20] } as const;

consequence('the package 0 of {target} has:', async function (target: string, table: DataTable) {
  const received = await waitingPackageZero(this);
  const parts = partsOf(this, received);
  for (const [part = '', value = ''] of table.raw()) {
    const actual = parts[part] ?? '';
    check(holds(value, actual, part), `${part} in the package 0 of ${target}`, value, show(actual));
  }
});

function partsOf(world: FlowproofWorld, received: ReceivedPackageZero): { readonly [part: string]: string } {
  const { octets, notification, digest, contentType } = received;
  const { account } = playOf(world).scene.peer;
  const reserved = RESERVED.following.reduce(
    (sum, at) => sum + (octets[at] ?? 0),
    (octets[RESERVED.first] ?? 0) & RESERVED.mask,
  );
  return {
    Digest: digest === 'of the default nonce' && account.nonces.server.length === 0 ? 'right' : digest,
    'Octets of digest': '16',
    Version: String(notification?.version ?? ''),
    'UI Mode': notification?.uiMode ?? '',
    Initiator: notification?.initiator ?? '',
    'Reserved bits': String(reserved),
    Session: (notification?.sessionID ?? 0).toString(16).toUpperCase(),
    Server: notification?.serverID === account.serverID ? 'its own name' : (notification?.serverID ?? ''),
    'media type': contentType.split(';')[0] === NOTIFICATION_MEDIA_TYPE ? 'that of package 0' : contentType,
  };
}

function holds(expected: string, actual: string, part: string): boolean {
  if (part === 'Session' && expected === '1 to FFFF') return /^[1-9A-F][0-9A-F]{0,3}$/.test(actual);
  return expected === actual;
}

consequence('the packages 0 of {target} differ in session identifier', function (target: string) {
  const ids = playOf(this).scene.peer.packagesZero.map(({ notification }) => notification?.sessionID);
  const [last, before] = [ids.at(-1), ids.at(-2)];
  const actual = ids.join(', ');
  check(
    last !== undefined && before !== undefined && last !== before,
    `the session identifiers of ${target}`,
    'different ones',
    actual,
  );
});

/** Those that were not delivered are in the evidence, and so is the one that was. */
consequence('the packages 0 of {target} have one session identifier', function (target: string) {
  const { peer } = playOf(this).scene;
  const ids = [...peer.missedPackagesZero, ...peer.packagesZero.slice(playOf(this).packagesZeroBefore)];
  const different = new Set(ids.map(({ notification }) => notification?.sessionID));
  check(ids.length > 1, `the packages 0 of ${target}`, 'two or more', `${ids.length}`);
  check(different.size === 1, `the session identifiers of ${target}`, 'one', [...different].join(', '));
});
