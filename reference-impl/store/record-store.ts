import type { AttributeValue } from '../../protocol/model/attribute-value';

/** Anything that can be written as JSON. */
export type RecordValue = AttributeValue;

/**
 * Keeps records of a role beside its resources: what it has promised and not yet done. Records of one kind are told
 * apart by their key; a put with a known key replaces. It knows nothing of what a record means.
 */
export interface RecordStore {
  get(kind: string, key: string): RecordValue | undefined;
  put(kind: string, key: string, value: RecordValue): void;
  remove(kind: string, key: string): void;
  /** All records of a kind, by key, in the order of their keys. */
  all(kind: string): readonly (readonly [key: string, value: RecordValue])[];
}
