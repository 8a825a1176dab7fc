import type { AttributeValue } from '../model/attribute-value';
import type { CodecLimits } from './limits';
import type { Vocabulary } from './vocabulary';

/** The JSON serialization of a value as a JavaScript value; XML is translated to and from it. @see TS-0004 8.4.2 */
export type WireValue = AttributeValue;

export type WireObject = { readonly [name: string]: WireValue };

/** What a reader needs to know of the message that it reads a part of. */
export interface ReadContext {
  readonly vocabulary: Vocabulary;
  readonly limits: CodecLimits;
  /**
   * `create`: no NULL. `update`: NULL asks for deletion, an empty XML element is NULL. `other`: from a peer that answers
   * or notifies, whose enumerations and bounds may be those of a later release.
   */
  readonly purpose: 'create' | 'update' | 'other';
}

export function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
