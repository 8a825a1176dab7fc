import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { ResponseTypeValue } from '../../../protocol/tables/onem2m/enumerations';

/** Whether the Originator wants to be told later, or to come back for the result. @see TS-0004 6.3.4.2.6 */
export function isNonBlocking({ responseType }: RequestPrimitive): boolean {
  const value = responseType?.value;
  return (
    value === ResponseTypeValue.nonBlockingRequestSynch ||
    value === ResponseTypeValue.nonBlockingRequestAsynch
  );
}
