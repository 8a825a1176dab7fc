import type { AttributeValue } from '../../model/attribute-value';
import type { Decoded } from '../../model/decoded';
import type { ManagementAlert } from '../../model/dm2-alert';
import type { Initiation, SessionStart, SupportedObject } from '../../model/dm2-package';
import {
  NOTIFICATION_ID_MEMBER,
  type StartReason,
  startAlertType,
  startReason,
} from '../../tables/dm2/identifiers';
import type { CodecLimits } from '../limits';
import type { Place } from '../place';
import { present } from '../syncml/element-reader';
import { UnencodableError } from '../unencodable';
import { readAlert, writeAlert } from './alert';
import { decodeJson, ObjectReader } from './json-reader';
import { writeJson } from './json-writer';

/** Package 1, in which exactly one of the alerts says why the session begins. @see dm2.md 3.2 */
export function encodeInitiation({ start, alerts, objects }: Initiation): string {
  const [wrong] = alerts.filter(({ alertType }) => startReason(alertType) !== undefined);
  if (wrong !== undefined) throw new UnencodableError(`a session begins once, found also ${wrong.alertType}`);
  return writeJson({
    ...(objects !== undefined && { MOS: objects.map(writeSupported) }),
    Alert: [writeStart(start), ...alerts.map(writeAlert)],
  });
}

function writeStart(start: SessionStart): AttributeValue {
  const alertType = startAlertType(start.reason);
  if (start.reason !== 'server-initiated' || start.notificationID === undefined)
    return { AlertType: alertType };
  requireNotificationID(start.notificationID);
  return { AlertType: alertType, Data: { [NOTIFICATION_ID_MEMBER]: start.notificationID } };
}

function requireNotificationID(value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff)
    throw new UnencodableError(`expected a notification identifier from 0 to 65535, found ${value}`);
}

function writeSupported({ ddf, moid, miids }: SupportedObject): AttributeValue {
  if (moid === '') throw new UnencodableError('a management object has a MOID that is not empty');
  return { ...(ddf !== undefined && { DDF: ddf }), MOID: moid, MIID: miids };
}

export function decodeInitiation(source: Uint8Array | string, limits?: CodecLimits): Decoded<Initiation> {
  return decodeJson(source, { name: 'initiation', ...(limits && { limits }) }, (value, place) =>
    readInitiation(new ObjectReader(value, place)),
  );
}

function readInitiation(reader: ObjectReader): Initiation | undefined {
  const readers = reader.needList('Alert').objects();
  const alerts = readers.map(readAlert);
  const start = readStart(readers, alerts, reader.place.at('Alert'));
  const objects = reader.list('MOS')?.objects().map(readSupported);
  if (start === undefined) return undefined;
  return {
    start,
    alerts: alerts.filter(({ alertType }) => startReason(alertType) === undefined),
    ...present({ objects }),
  };
}

function readStart(
  readers: readonly ObjectReader[],
  alerts: readonly ManagementAlert[],
  place: Place,
): SessionStart | undefined {
  const starts = alerts.flatMap(({ alertType }, index) => {
    const reason = startReason(alertType);
    return reason === undefined ? [] : [{ reason, reader: readers[index] }];
  });
  const [first, second] = starts;
  if (first === undefined) return place.refuse('missing', 'expected a start alert, found none');
  if (second !== undefined)
    return place.refuse('repeated', `expected one start alert, found ${starts.length}`);
  return readReason(first.reason, first.reader);
}

function readReason(reason: StartReason, reader: ObjectReader | undefined): SessionStart {
  if (reason !== 'server-initiated') return { reason };
  const notificationID = reader?.object('Data')?.wholeNumber(NOTIFICATION_ID_MEMBER, [0, 0xffff]);
  return { reason, ...present({ notificationID }) };
}

function readSupported(reader: ObjectReader): SupportedObject {
  return {
    ...present({ ddf: reader.text('DDF') }),
    moid: reader.needText('MOID'),
    miids: reader.list('MIID')?.texts() ?? [],
  };
}
