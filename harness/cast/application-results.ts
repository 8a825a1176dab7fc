import type { PrimitiveContent } from '../../protocol/model/primitive-content';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { type HostedResource, representationOf } from './hosted-resource';

/** What one member is said to have answered, under the identifier that its group has it by. */
export interface MemberResult {
  readonly member: string;
  readonly status: number;
  readonly hosted?: HostedResource;
}

/** The results of members as one content, each naming its member. @see TS-0004 6.3.5.33 */
export function aggregated(
  { requestIdentifier, operation }: RequestPrimitive,
  results: readonly MemberResult[],
): PrimitiveContent {
  const responses = results.map(({ member, status, hosted }) => {
    const resource =
      status === RSC.OK && operation === 'retrieve' && hosted ? representationOf(hosted) : undefined;
    const content = resource && ({ kind: 'resource', resource } as const);
    return { responseStatusCode: status, requestIdentifier, from: member, ...(content && { content }) };
  });
  return { kind: 'aggregatedResponse', responses };
}
