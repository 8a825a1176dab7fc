import type { ApplicationIntent, ApplicationTrigger } from '../../protocol/model/application-intent';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Ae } from './ae';

/**
 * The application does what it is told by one request, and answers what came back; `undefined` where nothing did.
 * It reads nothing first: what the members are is what it was told.
 */
export function carryOut(
  ae: Ae,
  { pointOfAccess, intent }: ApplicationTrigger,
): Promise<ResponsePrimitive | undefined> {
  return ae.ports.outbound.send(pointOfAccess, requestFor(ae, intent));
}

/** @see TS-0004 7.3.1.1 "Compose request primitive" */
export function requestFor(ae: Ae, intent: ApplicationIntent): RequestPrimitive {
  const { procedures } = ae;
  const wish =
    intent.procedure === 'createGroup'
      ? procedures.createGroup(ae, intent)
      : procedures.changeMembers(ae, intent);
  return {
    ...wish,
    from: ae.originator,
    requestIdentifier: ae.ports.ids.next('req'),
    releaseVersionIndicator: ae.releaseVersion,
  };
}
