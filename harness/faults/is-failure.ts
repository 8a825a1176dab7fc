import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';

/** Whether a response refuses or reports an error. @see TS-0004 6.6.2 */
export function isFailure({ responseStatusCode }: ResponsePrimitive): boolean {
  return responseStatusCode >= RSC.BAD_REQUEST;
}
