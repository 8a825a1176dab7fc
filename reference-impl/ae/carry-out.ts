import type { GroupIntent } from '../../protocol/model/application-intent';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Ae } from './ae';
import { composeRequest } from './compose-request';
import type { Wish } from './procedures';

/**
 * The application does what it is told by one request, and answers what came back; `undefined` where nothing did.
 * It reads nothing first: what the members are is what it was told. Results of a question come later.
 */
export function carryOut(
  ae: Ae,
  { pointOfAccess, intent }: { readonly pointOfAccess: string; readonly intent: GroupIntent },
): Promise<ResponsePrimitive | undefined> {
  const request = requestFor(ae, intent);
  return intent.procedure === 'askGroup'
    ? ae.procedures.collectResults(ae, { pointOfAccess, intent, request })
    : ae.ports.outbound.send(pointOfAccess, request);
}

export function requestFor(ae: Ae, intent: GroupIntent): RequestPrimitive {
  return composeRequest(ae, wishFor(ae, intent));
}

function wishFor(ae: Ae, intent: GroupIntent): Wish {
  switch (intent.procedure) {
    case 'createGroup':
      return ae.procedures.createGroup(ae, intent);
    case 'changeMembers':
      return ae.procedures.changeMembers(ae, intent);
    case 'askGroup':
      return ae.procedures.askGroup(ae, intent);
  }
}
