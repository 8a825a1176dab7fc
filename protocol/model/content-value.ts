import type { AttributeValue } from './attribute-value';
import type { PrimitiveContent } from './primitive-content';

/**
 * Content as the value of an attribute: a <request> resource holds the content of its request and of the result.
 * In the model such an attribute has the shape of PrimitiveContent; on the wire it is written like any content.
 * @see TS-0004 7.4.12
 */
export function valueOfContent(content: PrimitiveContent): AttributeValue {
  return content as unknown as AttributeValue;
}

/** `undefined` where the value has no such shape. */
export function contentOfValue(value: AttributeValue | undefined): PrimitiveContent | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  return value as unknown as PrimitiveContent;
}
