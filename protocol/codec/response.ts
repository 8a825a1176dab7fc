import type { Attributes, AttributeValue } from '../model/attribute-value';
import type { PrimitiveContent } from '../model/primitive-content';
import type { ResponsePrimitive } from '../model/response-primitive';
import type { ContentCodec } from './content-codec';
import { isObject, type ReadContext, type WireObject, type WireValue } from './context';
import { type Place, shown } from './place';
import type { Vocabulary } from './vocabulary';
import { readMembers, writeMembers } from './wire-value';

/**
 * Reads a whole response primitive. Members that no table knows are passed over: a later release may have them.
 * A missing request identifier reads as the empty one, which matches no request. @see TS-0004 7.2.1.2
 */
export function readResponse(
  value: WireValue,
  place: Place,
  context: ReadContext,
  contents: ContentCodec,
): ResponsePrimitive | undefined {
  if (!isObject(value))
    return place.refuse('wrong-type', `expected a response primitive, found ${shown(value)}`);
  const tolerant: ReadContext = { ...context, purpose: 'other' };
  const { known } = readMembers(context.vocabulary.responseMembers, value, place, tolerant);
  const { content, ...parameters } = known;
  const read = content == null ? undefined : contents.read(content, place.at('pc'), tolerant);
  return assembleResponse(parameters, read, place);
}

/** A response from its parameters in the types of the tables, by their names. */
export function assembleResponse(
  parameters: Attributes,
  content: PrimitiveContent | undefined,
  place: Place,
): ResponsePrimitive | undefined {
  const { responseStatusCode } = parameters;
  if (typeof responseStatusCode !== 'number') {
    return place.refuse('missing', 'expected a Response Status Code');
  }
  const response = { requestIdentifier: '', ...withoutNull(parameters), responseStatusCode };
  return content === undefined ? response : { ...response, content };
}

export function writeResponse(
  response: ResponsePrimitive,
  vocabulary: Vocabulary,
  contents: ContentCodec,
): WireObject {
  const { content, contentLocation: _ofTheBinding, ...parameters } = response;
  const pc = content === undefined ? {} : { content: contents.write(content, vocabulary) };
  const values: { readonly [name: string]: AttributeValue | undefined } = { ...parameters, ...pc };
  return writeMembers(vocabulary.responseMembers, values, vocabulary.membersOf, false);
}

function withoutNull(values: Attributes): Attributes {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
