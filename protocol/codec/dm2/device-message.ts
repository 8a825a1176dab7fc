import type { Decoded, DecodeFault } from '../../model/decoded';
import type { Initiation, ResponsePackage } from '../../model/dm2-package';
import { type Refusal, refuse } from '../../model/refusal';
import {
  DEVICE_ID_HEADER,
  INITIATION_MEDIA_TYPE,
  OBJECTS_MEDIA_TYPE,
  REQUEST_MEDIA_TYPE,
  RESPONSE_MEDIA_TYPE,
} from '../../tables/dm2/identifiers';
import { messageStatus } from '../../tables/dm2/status-codes';
import { readBody } from '../http-body';
import { type CodecLimits, DEFAULT_LIMITS } from '../limits';
import { Place } from '../place';
import { UnencodableError } from '../unencodable';
import { decodeInitiation, encodeInitiation } from './initiation';
import { acceptsMediaType, mediaTypeOf } from './media-types';
import { decodeResponsePackage, encodeResponsePackage } from './response-package';

/**
 * What a device sends, as HTTP requests. Who the device is can be asked before its body is read, so that nobody without
 * credentials makes the server read one. @see dm2.md 3.1, 3.7
 */
export type DevicePackage =
  | { readonly kind: 'initiation'; readonly initiation: Initiation }
  | { readonly kind: 'response'; readonly response: ResponsePackage };

export interface DeviceAddress {
  readonly url: string;
  readonly deviceID: string;
  /** Credentials, and what else there is to say. */
  readonly headers?: { readonly [name: string]: string };
}

const KINDS = { initiation: INITIATION_MEDIA_TYPE, response: RESPONSE_MEDIA_TYPE } as const;
const ACCEPT = `${REQUEST_MEDIA_TYPE}, ${OBJECTS_MEDIA_TYPE}`;
const DEVICE_ID = /^[\x21-\x7e]{1,255}$/u;

export function encodeDeviceMessage(address: DeviceAddress, message: DevicePackage): Request {
  const { url, deviceID, headers } = address;
  if (!isDeviceID(deviceID))
    throw new UnencodableError(`expected 1 to 255 visible characters, found ${JSON.stringify(deviceID)}`);
  const body =
    message.kind === 'initiation'
      ? encodeInitiation(message.initiation)
      : encodeResponsePackage(message.response);
  return new Request(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': KINDS[message.kind],
      Accept: ACCEPT,
      [DEVICE_ID_HEADER]: deviceID,
      ...headers,
    },
    body,
  });
}

/** Sent twice, a header comes as one with a comma and a blank, which no identifier has. */
function isDeviceID(text: string): boolean {
  return DEVICE_ID.test(text);
}

/** The device that the message says it comes from. */
export function readDeviceID(request: Request): string | Refusal {
  if (request.method !== 'POST')
    return refuse(
      messageStatus('METHOD_NOT_ALLOWED'),
      `expected POST, found ${request.method}`,
      'dm2.md 3.7',
    );
  const deviceID = request.headers.get(DEVICE_ID_HEADER);
  if (deviceID !== null && isDeviceID(deviceID)) return deviceID;
  return refuse(
    messageStatus('BAD_REQUEST'),
    `expected one ${DEVICE_ID_HEADER} of 1 to 255 visible characters`,
    'dm2.md 3.1',
  );
}

/** Never rejects. */
export async function readDevicePackage(
  request: Request,
  limits: CodecLimits = DEFAULT_LIMITS,
): Promise<DevicePackage | Refusal> {
  const type = mediaTypeOf(request.headers.get('Content-Type'));
  if (type !== INITIATION_MEDIA_TYPE && type !== RESPONSE_MEDIA_TYPE)
    return refuse(
      messageStatus('UNSUPPORTED_MEDIA_TYPE'),
      `expected ${INITIATION_MEDIA_TYPE} or ${RESPONSE_MEDIA_TYPE}`,
      'dm2.md 3.1',
    );
  if (!acceptsMediaType(request.headers.get('Accept'), REQUEST_MEDIA_TYPE))
    return refuse(
      messageStatus('NOT_ACCEPTABLE'),
      `expected Accept to cover ${REQUEST_MEDIA_TYPE}`,
      'dm2.md 3.1',
    );
  const place = new Place('body');
  const text = await readBody(request, limits, place);
  const body = place.outcome(text);
  return body.ok ? packageOf(type, text, limits) : refusalOf(body.fault);
}

function packageOf(type: string, text: string, limits: CodecLimits): DevicePackage | Refusal {
  if (type === INITIATION_MEDIA_TYPE)
    return valueOrRefusal(decodeInitiation(text, limits), (initiation) => ({
      kind: 'initiation',
      initiation,
    }));
  return valueOrRefusal(decodeResponsePackage(text, limits), (response) => ({ kind: 'response', response }));
}

function valueOrRefusal<T>(read: Decoded<T>, wrap: (value: T) => DevicePackage): DevicePackage | Refusal {
  return read.ok ? wrap(read.value) : refusalOf(read.fault);
}

function refusalOf({ reason, where, detail }: DecodeFault): Refusal {
  const name = reason === 'too-large' ? 'CONTENT_TOO_LARGE' : 'BAD_REQUEST';
  return refuse(messageStatus(name), `${where}: ${detail}`, 'dm2.md 3.7');
}
