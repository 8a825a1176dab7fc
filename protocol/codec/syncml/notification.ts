import { type Decoded, decoded, undecodable } from '../../model/decoded';
import type { SyncMLNotification } from '../../model/syncml-notification';
import { UnencodableError } from '../unencodable';
import { type NonceSecret, notificationDigest } from './digests';
import { textOf } from './wbxml-text';

/**
 * Package 0 as octets: digest, 64 bits of header, server identifier, vendor data. Whether the digest is right is asked
 * separately, since only the device knows which nonces it may try. @see DM_Notification 6.2
 */
const DIGEST_LENGTH = 16;
const HEADER_LENGTH = 8;
/** What one datagram can hold; a trigger that is longer is no trigger. */
const LIMIT = 65_535;
const UI_MODES = ['unspecified', 'background', 'informative', 'user-interaction'] as const;

/** The name of the secret is the server identifier, so only the rest is asked for. */
type ServerSecret = Omit<NonceSecret, 'name'>;

export function encodeNotification(notification: SyncMLNotification, secret: ServerSecret): Uint8Array {
  const trigger = triggerOf(notification);
  const digest = notificationDigest({ ...secret, name: notification.serverID }, trigger);
  return Uint8Array.from([...digest, ...trigger]);
}

function triggerOf({
  version,
  uiMode,
  initiator,
  sessionID,
  serverID,
  vendorData,
}: SyncMLNotification): Uint8Array {
  const server = Buffer.from(serverID);
  requireRange('version', version, 0, 1023);
  requireRange('session identifier', sessionID, 1, 0xffff);
  requireRange('length of the server identifier', server.length, 1, 255);
  const flags = (version << 6) | (UI_MODES.indexOf(uiMode) << 4) | (initiator === 'server' ? 8 : 0);
  const header = [flags >> 8, flags & 0xff, 0, 0, 0, sessionID >> 8, sessionID & 0xff, server.length];
  return Uint8Array.from([...header, ...server, ...(vendorData ?? [])]);
}

function requireRange(what: string, value: number, minimum: number, maximum: number): void {
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return;
  throw new UnencodableError(`expected a ${what} from ${minimum} to ${maximum}, found ${value}`);
}

/** Bits for future use are passed over. */
export function decodeNotification(bytes: Uint8Array): Decoded<SyncMLNotification> {
  if (bytes.length > LIMIT)
    return fault('too-large', `expected at most ${LIMIT} octets, found ${bytes.length}`);
  const length = bytes[DIGEST_LENGTH + 7];
  if (length === undefined)
    return fault(
      'syntax',
      `expected at least ${DIGEST_LENGTH + HEADER_LENGTH} octets, found ${bytes.length}`,
    );
  const rest = bytes.subarray(DIGEST_LENGTH + HEADER_LENGTH);
  const serverID = length === 0 || length > rest.length ? undefined : textOf(rest.subarray(0, length));
  if (serverID === undefined)
    return fault('syntax', `expected a server identifier of ${length} octets of text in ${rest.length}`);
  const header = new DataView(bytes.buffer, bytes.byteOffset + DIGEST_LENGTH, HEADER_LENGTH);
  const sessionID = header.getUint16(5);
  if (sessionID === 0) return fault('wrong-type', 'expected a session identifier from 1 to 65535, found 0');
  const vendorData = Uint8Array.from(rest.subarray(length));
  return decoded({
    ...flagsOf(header.getUint16(0)),
    sessionID,
    serverID,
    ...(vendorData.length > 0 && { vendorData }),
  });
}

function flagsOf(flags: number): Pick<SyncMLNotification, 'version' | 'uiMode' | 'initiator'> {
  return {
    version: flags >> 6,
    uiMode: UI_MODES[(flags >> 4) & 3] ?? 'unspecified',
    initiator: (flags & 8) === 0 ? 'user' : 'server',
  };
}

function fault(reason: 'too-large' | 'syntax' | 'wrong-type', detail: string): Decoded<SyncMLNotification> {
  return undecodable(reason, 'notification', detail);
}

/** Whether the octets were made with this secret. The device may ask again with a default nonce. */
export function isNotificationFrom(bytes: Uint8Array, secret: NonceSecret): boolean {
  const digest = notificationDigest(secret, bytes.subarray(DIGEST_LENGTH));
  return Buffer.compare(digest, bytes.subarray(0, DIGEST_LENGTH)) === 0;
}
