import type { Attributes, AttributeValue } from '../model/attribute-value';
import { contentOfValue, valueOfContent } from '../model/content-value';
import { ResourceType } from '../tables/onem2m/resource-type-numbers';
import type { ContentCodec } from './content-codec';
import { isObject, type ReadContext } from './context';
import type { Place } from './place';
import type { ResourceElement, Vocabulary } from './vocabulary';

/** The attribute of a <request>, and the member of its operationResult, that hold content. @see TS-0004 7.4.12 */
const CONTENT_ATTRIBUTE = 'primitiveContent';
const RESULT_ATTRIBUTE = 'operationResult';

/** Reads the contents that a <request> resource holds; what is no content stays as it came. */
export function readNestedContents(
  { type }: ResourceElement,
  attributes: Attributes,
  context: ReadContext,
  contents: { readonly codec: ContentCodec; readonly place: Place },
): Attributes {
  if (type.type !== ResourceType.request) return attributes;
  return translated(attributes, (value) => {
    const content = isObject(value)
      ? contents.codec.read(value, contents.place.at(CONTENT_ATTRIBUTE), context)
      : undefined;
    return content === undefined ? value : valueOfContent(content);
  });
}

/** The reverse of {@link readNestedContents}. */
export function writeNestedContents(
  { type }: ResourceElement,
  attributes: Attributes,
  vocabulary: Vocabulary,
  codec: ContentCodec,
): Attributes {
  if (type.type !== ResourceType.request) return attributes;
  return translated(attributes, (value) => {
    const content = contentOfValue(value);
    return content === undefined ? value : codec.write(content, vocabulary);
  });
}

function translated(
  attributes: Attributes,
  translate: (value: AttributeValue) => AttributeValue,
): Attributes {
  const outer = withTranslated(attributes, translate);
  const result = outer[RESULT_ATTRIBUTE];
  return isObject(result) ? { ...outer, [RESULT_ATTRIBUTE]: withTranslated(result, translate) } : outer;
}

function withTranslated(
  values: Attributes,
  translate: (value: AttributeValue) => AttributeValue,
): Attributes {
  const value = values[CONTENT_ATTRIBUTE];
  return value === undefined ? values : { ...values, [CONTENT_ATTRIBUTE]: translate(value) };
}
