import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse } from '../cse';
import { fromThisCse } from './from-this-cse';

/** Asks a neighbour to delete a session, or a policy of one. Never rejects. @see SES 3 step 3 */
export function askToDelete(cse: Cse, address: string, deadline?: number): Promise<ResponsePrimitive> {
  return cse.send({ ...fromThisCse(cse, address, deadline), operation: 'delete' });
}
