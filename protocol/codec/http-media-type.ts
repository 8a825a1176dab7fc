import { SERIALIZATIONS, type SerializationName } from './serializations';

/** A Content-Type header, as far as oneM2M knows it. @see TS-0009 6.4.3 */
export interface ContentType {
  /** Absent where it is none that this codec reads, such as CBOR. */
  readonly serialization?: SerializationName;
  /** Text of the parameter `ty`, which makes a POST a CREATE. */
  readonly resourceType?: string;
}

const MEDIA_TYPE = /^application\/(?:vnd\.onem2m-(?:res|ntfy|preq|prsp)\+)?(?<serialization>json|xml)$/u;

/**
 * Reads it with any white space, and passes over parameters that oneM2M does not know. Both serializations are UTF-8
 * and nothing else. @see TS-0004 8.3.1, RFC 8259 8.1
 */
export function readContentType(header: string): ContentType {
  const [essence = '', ...parameters] = header.split(';').map((part) => part.trim());
  const charset = parameterOf(parameters, 'charset')?.toLowerCase() ?? 'utf-8';
  const serialization = charset === 'utf-8' ? serializationOf(essence) : undefined;
  const resourceType = parameterOf(parameters, 'ty');
  return {
    ...(serialization === undefined ? {} : { serialization }),
    ...(resourceType === undefined ? {} : { resourceType }),
  };
}

function parameterOf(parameters: readonly string[], name: string): string | undefined {
  for (const text of parameters) {
    const { key, value } = /^(?<key>[^=\s]+)\s*=\s*"?(?<value>[^"]*?)"?$/u.exec(text)?.groups ?? {};
    if (key?.toLowerCase() === name) return value;
  }
  return undefined;
}

export function writeContentType(serialization: SerializationName, resourceType?: number): string {
  const suffix = resourceType === undefined ? '' : `;ty=${resourceType}`;
  return `application/${serialization}${suffix}`;
}

function serializationOf(essence: string): SerializationName | undefined {
  const name = MEDIA_TYPE.exec(essence.toLowerCase())?.groups?.['serialization'];
  return SERIALIZATIONS.find((known) => known === name);
}

/**
 * The serialization that an Accept header wants most, `otherwise` where it leaves the choice, and `undefined` where it
 * accepts none that there is (NOT_ACCEPTABLE). @see TS-0009 6.4.2
 */
export function acceptedSerialization(
  accept: string | null,
  otherwise: SerializationName,
): SerializationName | undefined {
  if (accept === null || accept.trim() === '') return otherwise;
  const wanted = accept
    .split(',')
    .map((range) => ({ range: range.split(';')[0]?.trim() ?? '', quality: qualityOf(range) }))
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { range } of wanted) {
    const serialization = range === '*/*' || range === 'application/*' ? otherwise : serializationOf(range);
    if (serialization !== undefined) return serialization;
  }
  return undefined;
}

function qualityOf(range: string): number {
  const text = /;\s*q\s*=\s*(?<quality>[\d.]+)/iu.exec(range)?.groups?.['quality'];
  return text === undefined ? 1 : Number(text);
}
