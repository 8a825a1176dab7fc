import { toHttpPath } from '../model/identifier';
import type { RequestPrimitive } from '../model/request-primitive';
import { isObject } from './context';
import { writeArgument, writeQuery } from './http-query';
import { requestParametersOf } from './request';
import { UnencodableError } from './unencodable';
import type { Vocabulary } from './vocabulary';

/** In the query of a partial retrieve; in other bindings it is content. @see TS-0009 6.2.2.2 */
const ATTRIBUTE_LIST_ARGUMENT = 'atrl';

/**
 * The URL of a request: path and query behind the point of access. A target that is a URL itself, as a notification
 * URI can be, is used as it is. @see TS-0009 6.2.2, 6.4.1
 */
export function targetUrl(pointOfAccess: string, request: RequestPrimitive, vocabulary: Vocabulary): string {
  const [to = '', attribute] = request.operation === 'retrieve' ? request.to.split('#') : [request.to];
  const url = isUrl(to) ? to : `${pointOfAccess.replace(/\/+$/u, '')}${pathOf(to)}`;
  const query = [queryOf(request, vocabulary), attributeList(request, attribute, vocabulary)]
    .filter(Boolean)
    .join('&');
  if (query === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function isUrl(to: string): boolean {
  return /^https?:\/\//iu.test(to);
}

/** Dot segments would be resolved on the way, and reach another resource than the one addressed. */
function pathOf(to: string): string {
  if (to.split('/').some((segment) => segment === '.' || segment === '..')) {
    throw new UnencodableError(`a URL cannot carry the dot segments of "${to}"`);
  }
  return toHttpPath(to);
}

function queryOf(request: RequestPrimitive, vocabulary: Vocabulary): string {
  const parameters = requestParametersOf(request, vocabulary);
  const { filterCriteria } = parameters;
  return writeQuery(vocabulary.requestParameters, parameters, isObject(filterCriteria) ? filterCriteria : {});
}

function attributeList(
  request: RequestPrimitive,
  attribute: string | undefined,
  vocabulary: Vocabulary,
): string {
  if (attribute !== undefined) return writeArgument(ATTRIBUTE_LIST_ARGUMENT, attribute);
  if (request.content?.kind !== 'attributeList') return '';
  return writeArgument(
    ATTRIBUTE_LIST_ARGUMENT,
    request.content.names.map((name) => vocabulary.attributeShort(name)),
  );
}
