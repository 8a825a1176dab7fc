import type { AttributeValue } from '../../../protocol/model/attribute-value';
import { valueOfContent } from '../../../protocol/model/content-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { hostingCseID, memberKey, spRelative } from '../group/member-key';
import type { Resource } from '../resource';
import { type Outstanding, outstandingRequest } from './outstanding';
import { responseOf } from './report-results';

/**
 * The <request> resource as an inquiry shows it: with the results that are in, all of them or those of the members
 * asked for. Members that the group does not have are left out. @see IGO note 2, TS-0004 7.4.12
 */
export function presentRequest(cse: Cse, inquiry: RequestPrimitive, resource: Resource): Resource {
  const outstanding = outstandingRequest(cse, resource.resourceID);
  if (outstanding === undefined) return resource;
  const operationResult = resultOf(cse, outstanding, inquiry.groupRequestTargetMembers);
  return { ...resource, attributes: { ...resource.attributes, operationResult } };
}

function resultOf(
  cse: Cse,
  { accepted, results }: Outstanding,
  wanted: readonly string[] | undefined,
): AttributeValue {
  const { requestIdentifier } = accepted.request;
  const common = { requestIdentifier, from: cse.config.cseID };
  if (results.length === 0) return { responseStatusCode: RSC.ACCEPTED, ...common };
  const keys = wanted && new Set(wanted.map((memberID) => memberKey(cse, memberID)));
  const responses = keys === undefined ? results : entriesOf(cse, results, keys, cse.config.cseID);
  const { responseStatusCode, content } = responseOf(requestIdentifier, responses);
  const primitiveContent = content && valueOfContent(content);
  return { responseStatusCode, ...common, ...(primitiveContent !== undefined && { primitiveContent }) };
}

/** The entries of these members, also those that stand inside the entry of a sub-group. */
function entriesOf(
  cse: Cse,
  entries: readonly ResponsePrimitive[],
  keys: ReadonlySet<string>,
  namedBy: string,
): readonly ResponsePrimitive[] {
  return entries.flatMap((entry) => {
    if (entry.from === undefined) return [entry];
    const memberID = spRelativeUnlessHere(cse, namedBy, entry.from);
    if (keys.has(memberKey(cse, memberID))) return [entry];
    if (entry.content?.kind !== 'aggregatedResponse') return [];
    const within = hostingCseID(cse, memberID) ?? namedBy;
    const responses = entriesOf(cse, entry.content.responses, keys, within);
    return responses.length === 0 ? [] : [{ ...entry, content: { ...entry.content, responses } }];
  });
}

function spRelativeUnlessHere(cse: Cse, cseID: string, address: string): string {
  return cseID === cse.config.cseID ? address : spRelative(cseID, address);
}
