import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { isUnanswered } from '../request/deliver';

export function isPositive({ responseStatusCode }: ResponsePrimitive): boolean {
  return responseStatusCode >= 2000 && responseStatusCode < 3000;
}

export function isGone({ responseStatusCode }: ResponsePrimitive): boolean {
  return responseStatusCode === RSC.NOT_FOUND;
}

/** Whether somebody has said no: no answer, or one that makes no sense, is no refusal. */
export function isDenial(response: ResponsePrimitive): boolean {
  return response.responseStatusCode >= 4000 && !isUnanswered(response);
}

/** What is to be answered where a neighbour or an endpoint has not agreed: its own code, if it has one. */
export function refusalIn(response: ResponsePrimitive, who: string): Refusal {
  if (!isDenial(response)) return refuse(RSC.TARGET_NOT_REACHABLE, `${who} gave no answer that can be used.`);
  return refuse(response.responseStatusCode, `${who} refused.`);
}
