import type { Operation } from '../../../protocol/model/operation';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { ResultContent } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';

/** @see TS-0001 table 8.1.2-1 */
const ALLOWED: { readonly [operation in Operation]: readonly number[] } = {
  create: [0, 1, 2, 3, 9],
  retrieve: [1, 4, 5, 6, 7, 8, 10],
  update: [0, 1, 9],
  delete: [0, 1, 4, 5, 6, 8],
  notify: [],
};

/** Need announced resources, semantics, or a representation that mixes attributes with references. */
const NOT_IMPLEMENTED: readonly number[] = [
  ResultContent.attributesAndChildResourceReferences,
  ResultContent.originalResource,
  ResultContent.semanticContent,
];

/** Whether the Result Content goes with the operation. @see TS-0001 table 8.1.2-1 */
export function checkResultContent(request: RequestPrimitive): Refusal | undefined {
  const wanted = request.resultContent;
  if (wanted === undefined) return undefined;
  if (!ALLOWED[request.operation].includes(wanted)) {
    return refuse(
      RSC.BAD_REQUEST,
      `Result Content ${wanted} does not go with ${request.operation}.`,
      'TS-0001 table 8.1.2-1',
    );
  }
  if (!NOT_IMPLEMENTED.includes(wanted)) return undefined;
  return refuse(RSC.NOT_IMPLEMENTED, `Result Content ${wanted} is not implemented.`, 'TS-0004 7.3.2.1');
}
