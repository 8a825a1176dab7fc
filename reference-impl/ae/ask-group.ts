import type { AskGroupIntent } from '../../protocol/model/application-intent';
import { appendPath } from '../../protocol/model/identifier';
import { ResponseTypeValue } from '../../protocol/tables/onem2m/enumerations';
import type { Ae } from './ae';
import type { Wish } from './procedures';

/** One request to the fan-out point, whose results are to be notified as they come. @see IGO 2.2 step 1 */
export function askGroup({ notificationURI }: Ae, { group, operation }: AskGroupIntent): Wish {
  const notificationURIs = notificationURI === undefined ? {} : { notificationURIs: [notificationURI] };
  return {
    operation,
    to: appendPath(group, 'fopt'),
    responseType: { value: ResponseTypeValue.nonBlockingRequestAsynch, ...notificationURIs },
  };
}
