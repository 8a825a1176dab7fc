import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { Ae } from './ae';
import type { Wish } from './procedures';

/** Puts the name of the application and an identifier of its own to a request. @see TS-0004 7.3.1.1 */
export function composeRequest(ae: Ae, wish: Wish): RequestPrimitive {
  return {
    ...wish,
    from: ae.originator,
    requestIdentifier: ae.ports.ids.next('req'),
    releaseVersionIndicator: ae.releaseVersion,
  };
}
