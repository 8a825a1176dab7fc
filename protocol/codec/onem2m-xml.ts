import type { PrimitiveContent } from '../model/primitive-content';
import { PRIMITIVE_ROOTS } from '../tables/onem2m/content-elements';
import { OperationCode } from '../tables/onem2m/enumerations';
import type { DataType } from '../tables/onem2m/rows';
import { CONTENT } from './content';
import { isObject, type ReadContext, type WireValue } from './context';
import { type CodecLimits, DEFAULT_LIMITS, RESPONSE_LIMITS } from './limits';
import { Place } from './place';
import { readRequest, writeRequest } from './request';
import { readResponse, writeResponse } from './response';
import type { ContentOptions, Serialization } from './serialization';
import { type Vocabulary, vocabularyOf } from './vocabulary';
import { wireName } from './xml-namespaces';
import { XmlReader } from './xml-reader';
import { complex, elementType } from './xml-schema';
import { parseXml, type XmlElement } from './xml-tree';
import { writeXml } from './xml-writer';

/**
 * The XML serialization. It translates between elements and the JSON serialization and leaves the meaning to the
 * readers and writers of that, so that both say the same. @see TS-0004 8.3
 */
export const XML_SERIALIZATION: Serialization = {
  encodeContent: (content, options) => writeXmlContent(content, vocabularyOf(options?.names)),
  decodeContent(text, options) {
    const { place, context } = open(text, options, RESPONSE_LIMITS);
    const value = place.sound ? readXmlContent(text, place, context) : undefined;
    return place.outcome(value === undefined ? undefined : CONTENT.read(value, place, context));
  },
  encodeRequest(request, options) {
    const vocabulary = vocabularyOf(options?.names);
    const root = PRIMITIVE_ROOTS.request;
    return writeXml(root, writeRequest(request, vocabulary), requestType(vocabulary), vocabulary);
  },
  decodeRequest(text, options) {
    const { place, context } = open(text, options, DEFAULT_LIMITS);
    const element = place.sound ? readRoot(text, PRIMITIVE_ROOTS.request, place, context) : undefined;
    const value = element && requestValue(element, place, context);
    return place.outcome(value === undefined ? undefined : readRequest(value, place, context));
  },
  encodeResponse(response, options) {
    const vocabulary = vocabularyOf(options?.names);
    const root = PRIMITIVE_ROOTS.response;
    return writeXml(
      root,
      writeResponse(response, vocabulary, CONTENT),
      elementType(root, vocabulary),
      vocabulary,
    );
  },
  decodeResponse(text, options) {
    const { place, context } = open(text, options, RESPONSE_LIMITS);
    const root = PRIMITIVE_ROOTS.response;
    const element = place.sound ? readRoot(text, root, place, context) : undefined;
    const value =
      element && new XmlReader(context).value(element, elementType(root, context.vocabulary), place);
    return place.outcome(value === undefined ? undefined : readResponse(value, place, context, CONTENT));
  },
};

/** Content with its element as root, as what JSON would have: an object with one member. */
export function readXmlContent(text: string, place: Place, context: ReadContext): WireValue | undefined {
  const element = parseXml(text, context.limits, place);
  return element && new XmlReader(context).content(element, place);
}

export function writeXmlContent(content: PrimitiveContent, vocabulary: Vocabulary): string {
  const [member] = Object.entries(CONTENT.write(content, vocabulary));
  const [name, value] = member ?? ['', null];
  return writeXml(name, value, elementType(name, vocabulary), vocabulary);
}

/** A request as JSON would have it: what an empty element within the content means depends on the operation. */
function requestValue(element: XmlElement, place: Place, context: ReadContext): WireValue {
  const strict: ReadContext = { ...context, purpose: 'create' };
  const value = new XmlReader(strict).value(element, requestType(context.vocabulary), place);
  const { byName } = context.vocabulary.requestMembers;
  const pc = byName.get('content')?.short ?? '';
  const content = element.children.find((child) => child.localName === pc);
  const code = isObject(value) ? value[byName.get('operation')?.short ?? ''] : undefined;
  if (!isObject(value) || content === undefined || code !== OperationCode.update) return value;
  return {
    ...value,
    [pc]: new XmlReader({ ...context, purpose: 'update' }).value(content, undefined, place.at(pc)),
  };
}

function requestType(vocabulary: Vocabulary): DataType {
  return complex(PRIMITIVE_ROOTS.request, vocabulary.requestMembers);
}

function readRoot(text: string, root: string, place: Place, context: ReadContext): XmlElement | undefined {
  const element = parseXml(text, context.limits, place);
  if (element === undefined || wireName(element) === root) return element;
  return place.refuse('wrong-shape', `expected the root element ${root}, found ${wireName(element)}`);
}

function open(
  text: string,
  options: ContentOptions | undefined,
  defaults: CodecLimits,
): { readonly place: Place; readonly context: ReadContext } {
  const place = new Place('body');
  const limits = options?.limits ?? defaults;
  if (text.length > limits.bytes) place.refuse('too-large', `expected at most ${limits.bytes} bytes`);
  return {
    place,
    context: { vocabulary: vocabularyOf(options?.names), limits, purpose: options?.purpose ?? 'other' },
  };
}
