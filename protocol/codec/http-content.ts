import type { PrimitiveContent } from '../model/primitive-content';
import { CONTENT } from './content';
import type { ReadContext, WireValue } from './context';
import { readContentType } from './http-media-type';
import { parseJson } from './json-text';
import { readXmlContent, writeXmlContent } from './onem2m-xml';
import type { Place } from './place';
import type { SerializationName } from './serializations';
import type { Vocabulary } from './vocabulary';

/** Reads a body by its Content-Type; none where it is empty. @see TS-0009 6.5 */
export function readContentBody(
  body: string,
  contentType: string | null,
  place: Place,
  context: ReadContext,
): PrimitiveContent | undefined {
  if (body === '' || !place.sound) return undefined;
  const { serialization } = readContentType(contentType ?? '');
  if (serialization === undefined) {
    return place.refuse(
      'unsupported-media-type',
      `expected JSON or XML, found Content-Type ${contentType ?? '(none)'}`,
    );
  }
  const value = parseBody(body, serialization, place, context);
  return value === undefined ? undefined : CONTENT.read(value, place, context);
}

function parseBody(
  body: string,
  serialization: SerializationName,
  place: Place,
  context: ReadContext,
): WireValue | undefined {
  if (serialization === 'json') return parseJson(body, context.limits, place);
  return readXmlContent(body, place, context);
}

export function writeContentBody(
  content: PrimitiveContent,
  serialization: SerializationName,
  vocabulary: Vocabulary,
): string {
  if (serialization === 'xml') return writeXmlContent(content, vocabulary);
  return JSON.stringify(CONTENT.write(content, vocabulary));
}
