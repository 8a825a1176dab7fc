import { DEFAULT_NONCES } from '../../../protocol/codec/syncml/digests';
import {
  decodeNotification,
  encodeNotification,
  isNotificationFrom,
} from '../../../protocol/codec/syncml/notification';
import type { SyncMLNotification } from '../../../protocol/model/syncml-notification';
import { NOTIFICATION_MEDIA_TYPE } from '../../../protocol/tables/syncml/identifiers';
import { type Link, LinkFailure } from '../../links/link';
import type { TesterAccount } from './account';

/** Package 0 as testers write, deliver and read it. @see DM_Notification 6.2 */

/** The digest of a package 0: made as the account says, or otherwise. */
export type DigestHabit = 'right' | 'wrong' | 'of another password' | 'of the default nonce' | 'of zeros';

export function packageZero(
  { server, nonces }: TesterAccount,
  notification: SyncMLNotification,
  digest: DigestHabit = 'right',
): Uint8Array {
  const { password } = server;
  const [defaultNonce = nonces.server] = [...DEFAULT_NONCES].reverse();
  const right = encodeNotification(notification, { password, nonce: nonces.server });
  switch (digest) {
    case 'right':
      return right;
    case 'wrong':
      return right.with(0, (right[0] ?? 0) ^ 0xff);
    case 'of another password':
      return encodeNotification(notification, { password: `not-${password}`, nonce: nonces.server });
    case 'of the default nonce':
      return encodeNotification(notification, { password, nonce: defaultNonce });
    case 'of zeros':
      return Uint8Array.from([...new Uint8Array(DIGEST_LENGTH), ...right.subarray(DIGEST_LENGTH)]);
  }
}

const DIGEST_LENGTH = 16;

/** What the carrier said of a delivery. */
export type Delivery = { readonly status: number } | { readonly why: string };

export async function deliver(link: Link, address: string, octets: Uint8Array): Promise<Delivery> {
  const headers = { 'content-type': NOTIFICATION_MEDIA_TYPE };
  try {
    const { status } = await link.send(new Request(address, { method: 'POST', headers, body: octets }));
    return { status };
  } catch (failure) {
    if (failure instanceof LinkFailure) return { why: failure.message };
    throw failure;
  }
}

/** A package 0 that a tester got. */
export interface ReceivedPackageZero {
  readonly octets: Uint8Array;
  readonly contentType: string;
  /** Absent where the octets are no package 0. */
  readonly notification?: SyncMLNotification;
  readonly digest: 'right' | 'of the default nonce' | 'wrong';
  /** With which the digest was made, where it is one of the server's. */
  readonly nonce?: Uint8Array;
  readonly at: number;
}

export async function readPackageZero(
  request: Request,
  account: TesterAccount,
  at: number,
): Promise<ReceivedPackageZero> {
  const octets = new Uint8Array(await request.arrayBuffer());
  const contentType = request.headers.get('content-type') ?? '';
  const read = decodeNotification(octets);
  const { serverID, server, nonces } = account;
  const secret = { name: serverID, password: server.password };
  const known = [nonces.server, ...DEFAULT_NONCES];
  const nonce = known.find((tried) => isNotificationFrom(octets, { ...secret, nonce: tried }));
  const digest = nonce === undefined ? 'wrong' : nonce === nonces.server ? 'right' : 'of the default nonce';
  const notification = read.ok && { notification: read.value };
  return { octets, contentType, digest, at, ...(nonce !== undefined && { nonce }), ...notification };
}
