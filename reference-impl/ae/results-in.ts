import { contentOfValue } from '../../protocol/model/content-value';
import type { PrimitiveContent } from '../../protocol/model/primitive-content';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';

/**
 * The results of single members in an answer: one that aggregates them, or one that holds a <request> resource with
 * its result. A sub-group may have aggregated those of its members. @see TS-0004 7.3.2.2, 7.4.12
 */
export function resultsIn({ content }: ResponsePrimitive): readonly ResponsePrimitive[] {
  const aggregate = content?.kind === 'resource' ? operationResultOf(content) : content;
  return aggregate?.kind === 'aggregatedResponse' ? aggregate.responses.flatMap(leavesOf) : [];
}

function leavesOf(result: ResponsePrimitive): readonly ResponsePrimitive[] {
  return result.content?.kind === 'aggregatedResponse' ? resultsIn(result) : [result];
}

function operationResultOf(
  content: Extract<PrimitiveContent, { kind: 'resource' }>,
): PrimitiveContent | undefined {
  const { operationResult } = content.resource.attributes;
  if (typeof operationResult !== 'object' || operationResult === null) return undefined;
  return 'primitiveContent' in operationResult ? contentOfValue(operationResult.primitiveContent) : undefined;
}
