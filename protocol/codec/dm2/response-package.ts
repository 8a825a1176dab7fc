import type { AttributeValue } from '../../model/attribute-value';
import type { Decoded } from '../../model/decoded';
import type { ManagementAlert } from '../../model/dm2-alert';
import type { CommandResult, ResponsePackage } from '../../model/dm2-package';
import { startReason } from '../../tables/dm2/identifiers';
import type { CodecLimits } from '../limits';
import { present } from '../syncml/element-reader';
import { UnencodableError } from '../unencodable';
import { readAlert, writeAlert } from './alert';
import { decodeJson, ObjectReader } from './json-reader';
import { writeJson } from './json-writer';
import { readObjects, writeObjects } from './serialized-object';

/** Package 3: results in the order of the commands, and alerts. @see dm2.md 3.4 */
const STATUS_RANGE = [200, 599] as const;

export function encodeResponsePackage({ results, alerts }: ResponsePackage): string {
  const start = alerts.find(isStart);
  if (start !== undefined) throw new UnencodableError(`a session does not begin twice: ${start.alertType}`);
  return writeJson({
    Status: results.map(writeResult),
    ...(alerts.length > 0 && { Alert: alerts.map(writeAlert) }),
  });
}

export function writeResult({ status, clientURIs, data }: CommandResult): AttributeValue {
  if (!Number.isInteger(status) || status < STATUS_RANGE[0] || status > STATUS_RANGE[1])
    throw new UnencodableError(`expected a status from 200 to 599, found ${status}`);
  return {
    sc: status,
    ...(clientURIs !== undefined && { URI: clientURIs }),
    ...(data !== undefined && { Data: writeObjects(data) }),
  };
}

export function decodeResponsePackage(
  source: Uint8Array | string,
  limits?: CodecLimits,
): Decoded<ResponsePackage> {
  return decodeJson(source, { name: 'response', ...(limits && { limits }) }, (value, place) => {
    const reader = new ObjectReader(value, place);
    const alerts = reader.list('Alert')?.objects().map(readAlert) ?? [];
    if (alerts.some(isStart))
      place.at('Alert').refuse('wrong-shape', 'expected no start alert, the session has begun');
    return { results: reader.needList('Status').objects().map(readResult), alerts };
  });
}

export function readResult(reader: ObjectReader): CommandResult {
  const data = reader.list('Data');
  return {
    status: reader.needWholeNumber('sc', STATUS_RANGE),
    ...present({
      clientURIs: reader.list('URI')?.texts(),
      data: data === undefined ? undefined : readObjects(data),
    }),
  };
}

function isStart({ alertType }: ManagementAlert): boolean {
  return startReason(alertType) !== undefined;
}
