import { createHash, timingSafeEqual } from 'node:crypto';
import type { Decoded } from '../../model/decoded';
import type { DM2Notification, NotificationSecret } from '../../model/dm2-notification';
import {
  CONNECTION_TYPES,
  type ConnectionType,
  DIGEST_LENGTH,
  NOTIFICATION_VERSION,
  optionNumber,
} from '../../tables/dm2/notification-options';
import { Place } from '../place';
import { present } from '../syncml/element-reader';
import { UnencodableError } from '../unencodable';
import { readUtf8 } from '../utf8';
import { HEADER_LENGTH, optionValue, readOptions, writeOptions } from './notification-options';

/**
 * Package 0 as octets. Whether the digest is right is asked apart from reading, since the secret is found by what was
 * read; whether it is too old or a repeat is the client's affair. @see dm2.md 7
 */
export const NOTIFICATION_LENGTH = 1024;

/** Without a secret it has no digest, and every client drops it. */
export function encodeNotification(notification: DM2Notification, secret?: NotificationSecret): Uint8Array {
  const { serverID, preferredConnection, notificationID, timestamp, requestsObjects } = notification;
  const { count, octets } = writeOptions([
    ['SERVER-ID', requireServerID(serverID)],
    [
      'PREFERRED-CON-TYPE',
      preferredConnection && Uint8Array.of(CONNECTION_TYPES.indexOf(preferredConnection)),
    ],
    ['NOTIFICATION-ID', bigEndian('notification identifier', notificationID, 2)],
    ['SHA256-DIGEST', secret && new Uint8Array(DIGEST_LENGTH)],
    ['TIMESTAMP', bigEndian('timestamp', timestamp, 4)],
    ['REQ-MOS', requestsObjects ? new Uint8Array() : undefined],
  ]);
  const header = (NOTIFICATION_VERSION << 12) | (count << 7);
  const bytes = Uint8Array.from([header >> 8, header & 0xff, ...octets]);
  const start = secret && digestStart(bytes);
  if (secret !== undefined && start !== undefined) bytes.set(notificationDigest(bytes, secret), start);
  return bytes;
}

function requireServerID(serverID: string): Uint8Array {
  const octets = new TextEncoder().encode(serverID);
  const isText = new TextDecoder().decode(octets) === serverID;
  if (isText && octets.length >= 1 && octets.length <= 270) return octets;
  throw new UnencodableError(`expected a server identifier of 1 to 270 octets, found ${octets.length}`);
}

function bigEndian(what: string, value: number | undefined, length: number): Uint8Array | undefined {
  if (value === undefined) return undefined;
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** (8 * length))
    throw new UnencodableError(`expected a ${what} of ${length} octets, found ${value}`);
  return Uint8Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
}

export function decodeNotification(bytes: Uint8Array): Decoded<DM2Notification> {
  const place = new Place('notification');
  const options = optionsOf(bytes, place);
  const serverID = optionValue(options, 'SERVER-ID', place);
  const connection = optionValue(options, 'PREFERRED-CON-TYPE', place)?.[0];
  optionValue(options, 'SHA256-DIGEST', place);
  const requestsObjects = optionValue(options, 'REQ-MOS', place) !== undefined;
  const name = serverID && readServerID(serverID, place.at('SERVER-ID'));
  if (name === undefined) return place.outcome<DM2Notification>(undefined);
  return place.outcome({
    serverID: name,
    ...present({
      preferredConnection: connection === undefined ? undefined : connectionOf(connection),
      notificationID: numberOf(optionValue(options, 'NOTIFICATION-ID', place)),
      timestamp: numberOf(optionValue(options, 'TIMESTAMP', place)),
    }),
    requestsObjects,
  });
}

function optionsOf(bytes: Uint8Array, place: Place): ReturnType<typeof readOptions> {
  const [high = 0, low = 0] = bytes;
  if (bytes.length < HEADER_LENGTH) place.refuse('syntax', 'expected a header of 2 octets');
  if (bytes.length > NOTIFICATION_LENGTH)
    place.refuse('too-large', `expected at most ${NOTIFICATION_LENGTH} octets, found ${bytes.length}`);
  const version = high >> 4;
  if (version !== NOTIFICATION_VERSION)
    place.refuse('wrong-type', `expected version ${NOTIFICATION_VERSION}, found ${version}`);
  if (!place.sound) return [];
  return readOptions(bytes, ((high & 15) << 1) | (low >> 7), place.at('option'));
}

function readServerID(octets: Uint8Array, place: Place): string | undefined {
  return readUtf8(octets, place);
}

/** A wish that is not known is none. */
function connectionOf(value: number): ConnectionType {
  return CONNECTION_TYPES[value] ?? 'any';
}

function numberOf(octets: Uint8Array | undefined): number | undefined {
  return octets?.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** What the digest of these octets has to be, whatever digest they have. */
function notificationDigest(bytes: Uint8Array, { secret, data }: NotificationSecret): Uint8Array {
  const zeroed = Uint8Array.from(bytes);
  const start = digestStart(bytes);
  if (start !== undefined) zeroed.fill(0, start, start + DIGEST_LENGTH);
  return createHash('sha256').update(secret).update(zeroed).update(data).digest();
}

function digestStart(bytes: Uint8Array): number | undefined {
  const number = optionNumber('SHA256-DIGEST');
  const option = optionsOf(bytes, new Place('notification')).find((candidate) => candidate.number === number);
  return option?.value.length === DIGEST_LENGTH ? option.start : undefined;
}

/** Whether the octets were made by one who knows the secret. Without a digest they were not. @see dm2.md 7.3 */
export function isNotificationAuthentic(bytes: Uint8Array, secret: NotificationSecret): boolean {
  const start = digestStart(bytes);
  if (start === undefined) return false;
  const found = bytes.subarray(start, start + DIGEST_LENGTH);
  return timingSafeEqual(found, notificationDigest(bytes, secret));
}
