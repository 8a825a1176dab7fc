import type { JsonObject } from '../../harness/cast/dm2/raw-message';
import { decodeAuthorization } from '../../protocol/codec/dm2/authorization';
import { acceptsMediaType, mediaTypeOf } from '../../protocol/codec/dm2/media-types';
import { REQUEST_MEDIA_TYPE, startReason } from '../../protocol/tables/dm2/identifiers';
import type { FlowproofWorld } from '../world';
import { notificationPart } from './notification-parts';
import type { Packet } from './packets';
import { playOf } from './play';

/** What a part of a packet is, in words; nothing where it is not there. @see dm2.md 3 */
export function partOf(world: FlowproofWorld, packet: Packet, part: string): string | undefined {
  const ofHttp = httpPart(packet, part);
  if (ofHttp !== undefined) return ofHttp.value;
  if (isNotification(packet, world)) return notificationPart(world, packet, part);
  const json = jsonOf(packet);
  const alert = alertPart(json, part);
  return alert === undefined ? memberText(json, part) : alert.value;
}

interface Found {
  readonly value: string | undefined;
}

function httpPart({ headers, url, octets }: Packet, part: string): Found | undefined {
  const header = (name: string): Found => ({ value: headers.get(name) ?? undefined });
  switch (part) {
    case 'media type':
      return { value: mediaTypeOf(headers.get('content-type')) };
    case 'OMADM-DevID':
    case 'Link':
      return header(part);
    case 'Accept':
      return { value: acceptsMediaType(headers.get('accept'), REQUEST_MEDIA_TYPE) ? 'package 2' : 'others' };
    case 'credentials': {
      const read = decodeAuthorization(headers.get('authorization') ?? '');
      return { value: read.ok ? (read.value.scheme === 'basic' ? 'Basic' : 'Digest') : undefined };
    }
    case 'URL':
      return { value: url };
    case 'length':
      return { value: String(octets.length) };
    default:
      return undefined;
  }
}

function isNotification({ url }: Packet, world: FlowproofWorld): boolean {
  return url === playOf(world).scene.stage.addresses.notification;
}

/** An object without members where it is no JSON. */
function jsonOf({ octets }: Packet): JsonObject {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(octets));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function alertPart({ Alert, MOS, Status }: JsonObject, part: string): Found | undefined {
  const starts = listOf(Alert).filter(({ AlertType }) => startReason(String(AlertType)) !== undefined);
  const { AlertType, Data } = starts[0] ?? {};
  switch (part) {
    case 'start alert':
      return { value: AlertType === undefined ? undefined : String(AlertType).split(':').at(-1) };
    case 'start alerts':
      return { value: String(starts.length) };
    case 'NOTIFICATION-ID':
      return { value: memberText({ ...Object(Data) }, 'NOTIFICATION-ID') };
    case 'statuses':
      return { value: String(listOf(Status).length) };
    case 'MOS':
      return {
        value:
          MOS === undefined
            ? undefined
            : listOf(MOS)
                .map(({ MOID }) => String(MOID))
                .join(' '),
      };
    default:
      return undefined;
  }
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map((one: unknown) => ({ ...Object(one) })) : [];
}

function memberText(json: JsonObject, name: string): string | undefined {
  const value = json[name];
  return value === undefined ? undefined : String(value);
}

/** Of the latest notification. */
export function notificationNumber(world: FlowproofWorld, packet: Packet | undefined): number | undefined {
  const text = packet && partOf(world, packet, 'NOTIFICATION-ID');
  return text === undefined ? undefined : Number(text);
}
