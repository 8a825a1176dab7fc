import type { AttributeValue } from '../model/attribute-value';
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
  const { content, responseStatusCode, ...rest } = readMembers(
    context.vocabulary.responseMembers,
    value,
    place,
    tolerant,
  ).known;
  if (typeof responseStatusCode !== 'number')
    return place.refuse('missing', 'expected a Response Status Code');
  const parameters = { requestIdentifier: '', ...withoutNull(rest), responseStatusCode };
  const read = content == null ? undefined : contents.read(content, place.at('pc'), tolerant);
  return read === undefined ? parameters : { ...parameters, content: read };
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

function withoutNull(values: WireObject): WireObject {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
