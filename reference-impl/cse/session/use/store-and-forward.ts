import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import type { Cse } from '../../cse';
import type { SessionRequest } from '../session-procedures';
import { takeTurn } from './take-turn';

/**
 * Keeps a request until the window is open and it is its turn, and answers what came of it. The policies are asked again
 * then: the window may have closed, or others may hold. @see SES 2 steps 5 and 6
 */
export function storeAndForward(cse: Cse, use: SessionRequest, _opensAt: number): Promise<ResponsePrimitive> {
  return takeTurn(cse, use, { durable: true });
}
