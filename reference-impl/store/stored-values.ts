import type { Attributes, AttributeValue } from '../../protocol/model/attribute-value';
import type { Resource } from '../cse/resource';

/** A record with the keys it is found by. */
export interface StoredRecord {
  readonly kind: string;
  readonly key: string;
  readonly value: AttributeValue;
}

/** Reads a resource that was kept as JSON; `undefined` where it is none. */
export function readResource(value: unknown): Resource | undefined {
  if (!isMap(value)) return undefined;
  const { resourceID, parentID, resourceName, element, createdBy, resourceType, attributes } = value;
  const texts = [resourceID, parentID, resourceName, element, createdBy];
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  if (typeof resourceType !== 'number' || !isMap(attributes)) return undefined;
  return value as unknown as Resource;
}

/** Reads a record that was kept as JSON; `undefined` where it is none. */
export function readRecord(value: unknown): StoredRecord | undefined {
  if (!isMap(value)) return undefined;
  const { kind, key, value: kept } = value;
  if (typeof kind !== 'string' || typeof key !== 'string' || kept === undefined) return undefined;
  return { kind, key, value: kept };
}

/** JSON holds attribute values and nothing else. */
function isMap(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
