import type { Decoded } from '../../model/decoded';
import { PUSH_OUTCOMES, type PushReport, type PushRequest } from '../../model/dm2-push';
import { parseServerURI } from '../../model/dm2-server-uri';
import type { CodecLimits } from '../limits';
import { DEFAULT_LIMITS } from '../limits';
import type { Place } from '../place';
import { present } from '../syncml/element-reader';
import { UnencodableError } from '../unencodable';
import { decodeJson, ObjectReader } from './json-reader';
import { writeJson } from './json-writer';
import { NOTIFICATION_LENGTH } from './notification';

/** What server and push service write to each other. Neither knows what the octets mean. @see dm2.md 8 */
const LIMITS: CodecLimits = { ...DEFAULT_LIMITS, bytes: 16 * 1024 };
const PUSH_ID_LENGTH = 128;
const SECONDS = [0, 0xffff_ffff] as const;
const ATTEMPTS = [0, 1_000_000] as const;
const HTTP_STATUS = [100, 599] as const;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;

export function encodePushRequest(request: PushRequest): string {
  const { pushID, address, content, deliverBefore, reportTo } = request;
  if (content.length > NOTIFICATION_LENGTH)
    throw new UnencodableError(`expected at most ${NOTIFICATION_LENGTH} octets, found ${content.length}`);
  return written(decodePushRequest, {
    PushID: pushID,
    Address: address,
    Content: Buffer.from(content).toString('base64'),
    ...(deliverBefore !== undefined && { DeliverBefore: deliverBefore }),
    ...(reportTo !== undefined && { ReportTo: reportTo }),
  });
}

export function decodePushRequest(source: Uint8Array | string): Decoded<PushRequest> {
  return decodeJson(source, { name: 'push', limits: LIMITS }, (value, place) => {
    const reader = new ObjectReader(value, place);
    return {
      pushID: readPushID(reader),
      address: readAddress(reader.needText('Address'), place.at('Address')),
      content: readContent(reader.needText('Content'), place.at('Content')),
      ...present({
        deliverBefore: reader.wholeNumber('DeliverBefore', SECONDS),
        reportTo: readReportTo(reader),
      }),
    };
  });
}

function readPushID(reader: ObjectReader): string {
  const pushID = reader.needText('PushID');
  if (pushID.length > PUSH_ID_LENGTH)
    reader.place.at('PushID').refuse('too-large', `expected at most ${PUSH_ID_LENGTH} characters`);
  return pushID;
}

function readReportTo(reader: ObjectReader): string | undefined {
  const text = reader.text('ReportTo');
  return text === undefined ? undefined : readAddress(text, reader.place.at('ReportTo'));
}

function readAddress(text: string, place: Place): string {
  const address = parseServerURI(text);
  if (!address.ok) place.refuse('wrong-type', address.fault.detail);
  return text;
}

function readContent(text: string, place: Place): Uint8Array {
  const octets = Uint8Array.from(BASE64.test(text) ? Buffer.from(text, 'base64') : []);
  if (Buffer.from(octets).toString('base64') !== text)
    place.refuse('syntax', 'expected base64 with padding and nothing beside it');
  if (octets.length > NOTIFICATION_LENGTH)
    place.refuse('too-large', `expected at most ${NOTIFICATION_LENGTH} octets, found ${octets.length}`);
  return octets;
}

/** The answer to a push request that was taken. */
export function encodePushAcceptance(pushID: string): string {
  return written(decodePushAcceptance, { PushID: pushID });
}

export function decodePushAcceptance(source: Uint8Array | string): Decoded<string> {
  return decodeJson(source, { name: 'acceptance', limits: LIMITS }, (value, place) =>
    readPushID(new ObjectReader(value, place)),
  );
}

export function encodePushReport({ pushID, outcome, attempts, status }: PushReport): string {
  return written(decodePushReport, {
    PushID: pushID,
    Outcome: outcome,
    Attempts: attempts,
    ...(status !== undefined && { Status: status }),
  });
}

export function decodePushReport(source: Uint8Array | string): Decoded<PushReport> {
  return decodeJson(source, { name: 'report', limits: LIMITS }, (value, place) => {
    const reader = new ObjectReader(value, place);
    const pushID = readPushID(reader);
    const outcome = reader.needOneOf('Outcome', PUSH_OUTCOMES);
    const attempts = reader.needWholeNumber('Attempts', ATTEMPTS);
    if (outcome === undefined) return undefined;
    return { pushID, outcome, attempts, ...present({ status: reader.wholeNumber('Status', HTTP_STATUS) }) };
  });
}

/** What the other side would refuse is not written. */
function written(
  read: (source: Uint8Array | string) => Decoded<unknown>,
  message: { readonly [name: string]: string | number },
): string {
  const text = writeJson(message);
  const outcome = read(text);
  if (!outcome.ok) throw new UnencodableError(`${outcome.fault.where}: ${outcome.fault.detail}`);
  return text;
}
