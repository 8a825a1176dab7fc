import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Ae } from './ae';
import { collect } from './collect-results';
import { resultsIn } from './results-in';

/**
 * Acknowledges every message, also one that it has had before or does not expect any more: the CSE would send it again
 * otherwise. @see IGO 2.2 steps 5 and 6, note 1
 */
export function receiveMessage(ae: Ae, message: RequestPrimitive): ResponsePrimitive {
  const { content, requestIdentifier } = message;
  const response = content?.kind === 'response' ? content.response : undefined;
  const collection = ae.collections.get(response?.requestIdentifier ?? '');
  if (response !== undefined && collection !== undefined) collect(ae, collection, resultsIn(response));
  return { responseStatusCode: RSC.OK, requestIdentifier };
}
