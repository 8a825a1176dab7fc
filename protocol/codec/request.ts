import type { Attributes, AttributeValue } from '../model/attribute-value';
import { OPERATIONS, type Operation } from '../model/operation';
import type { PrimitiveContent } from '../model/primitive-content';
import type { RequestPrimitive, ResponseType } from '../model/request-primitive';
import { OperationCode } from '../tables/onem2m/enumerations';
import { ATTRIBUTE_QUERY_PREFIXES } from '../tables/onem2m/filter-criteria';
import { CONTENT } from './content';
import { isObject, type ReadContext, type WireObject, type WireValue } from './context';
import { type Place, shown } from './place';
import type { Vocabulary } from './vocabulary';
import { readMembers, writeMembers } from './wire-value';

/** Reads a whole request primitive, as bindings other than HTTP carry it. @see TS-0004 7.2.1.1, 8.4.3 */
export function readRequest(
  value: WireValue,
  place: Place,
  context: ReadContext,
): RequestPrimitive | undefined {
  if (!isObject(value))
    return place.refuse('wrong-type', `expected a request primitive, found ${shown(value)}`);
  const strict: ReadContext = { ...context, purpose: 'create' };
  const { known, unknown } = readMembers(context.vocabulary.requestMembers, value, place, strict);
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined)
    return place.at(stranger).refuse('unknown-parameter', 'no table has this parameter');
  const { content, ...parameters } = known;
  const operation = OPERATIONS.find((name) => OperationCode[name] === known['operation']);
  if (operation === undefined) return place.at('op').refuse('missing', 'expected an operation');
  const read =
    content == null ? undefined : CONTENT.read(content, place.at('pc'), contentContext(context, operation));
  return assembleRequest({ ...parameters, operation }, read, place, context.vocabulary);
}

/** What NULL means in the content of a request depends on its operation. */
export function contentContext(context: ReadContext, operation: Operation): ReadContext {
  const purpose = operation === 'create' || operation === 'update' ? operation : 'other';
  return { ...context, purpose };
}

/** A request from its parameters in the types of the tables, by their names. */
export function assembleRequest(
  parameters: Attributes,
  content: PrimitiveContent | undefined,
  place: Place,
  vocabulary: Vocabulary,
): RequestPrimitive | undefined {
  const { to, requestIdentifier, responseType, filterCriteria } = parameters;
  if (to === undefined || to === '')
    return place.at('to').refuse('missing', 'expected the address of the target');
  if (requestIdentifier === undefined || requestIdentifier === '') {
    return place.at('rqi').refuse('missing', 'expected a Request Identifier');
  }
  const request = {
    ...parameters,
    ...(isObject(responseType) ? { responseType: responseTypeOf(responseType) } : {}),
    ...(isObject(filterCriteria)
      ? { filterCriteria: withNames(filterCriteria, (n) => vocabulary.attributeName(n)) }
      : {}),
    ...(content === undefined ? {} : { content }),
  };
  return request as unknown as RequestPrimitive;
}

/** m2m:responseTypeInfo in the words of the model. @see TS-0004 6.3.5.30 */
function responseTypeOf({ responseTypeValue, notificationURI }: WireObject): WireObject {
  return {
    value: responseTypeValue ?? null,
    ...(notificationURI === undefined ? {} : { notificationURIs: notificationURI }),
  };
}

/** The names in attribute conditions, translated. @see TS-0004 6.3.5.9 */
function withNames(conditions: Attributes, translate: (name: string) => string): Attributes {
  const translated = Object.keys(ATTRIBUTE_QUERY_PREFIXES).flatMap((condition) => {
    const pairs = conditions[condition];
    return Array.isArray(pairs) ? [[condition, pairs.map((pair) => withName(pair, translate))]] : [];
  });
  return { ...conditions, ...Object.fromEntries(translated) };
}

function withName(pair: AttributeValue, translate: (name: string) => string): AttributeValue {
  return isObject(pair) && typeof pair['name'] === 'string'
    ? { ...pair, name: translate(pair['name']) }
    : pair;
}

/** The parameters in the types of the tables; the reverse of {@link assembleRequest}, but for the content. */
export function requestParametersOf(request: RequestPrimitive, vocabulary: Vocabulary): Attributes {
  const { content: _apart, responseType, filterCriteria, ...parameters } = request;
  const translate = (name: string) => vocabulary.attributeShort(name);
  return {
    ...parameters,
    ...(responseType === undefined ? {} : { responseType: responseTypeInfo(responseType) }),
    ...(filterCriteria === undefined ? {} : { filterCriteria: withNames(filterCriteria, translate) }),
  };
}

function responseTypeInfo({ value, notificationURIs }: ResponseType): Attributes {
  return {
    responseTypeValue: value,
    ...(notificationURIs === undefined ? {} : { notificationURI: notificationURIs }),
  };
}

export function writeRequest(request: RequestPrimitive, vocabulary: Vocabulary): WireObject {
  const content =
    request.content === undefined ? {} : { content: CONTENT.write(request.content, vocabulary) };
  const parameters = {
    ...requestParametersOf(request, vocabulary),
    operation: OperationCode[request.operation],
  };
  return writeMembers(vocabulary.requestMembers, { ...parameters, ...content }, vocabulary.membersOf, false);
}
