import { describeAnswer } from '../../../harness/cast/describe-answer';
import type { Turn } from '../../../harness/cast/turn';
import { check } from '../../../harness/verdict/check';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResponseTypeValue } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { FlowproofWorld } from '../../world';
import { checkStatus } from '../judged-answer';
import { askedRequest } from './asking';

const CODES: readonly number[] = [
  RSC.ACCEPTED,
  RSC.ACCEPTED_NON_BLOCKING_REQUEST_SYNCH,
  RSC.ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH,
];

export function isAcceptance({ responseStatusCode }: ResponsePrimitive): boolean {
  return CODES.includes(responseStatusCode);
}

/** Accepted by the code of the mode that was asked for; the code that names no mode is tolerated. @see design 6 IGO */
export async function checkAccepted(world: FlowproofWorld): Promise<void> {
  const turn = askedRequest(world);
  const answer = await turn.answer();
  const { responseStatusCode } = answer;
  checkStatus(answer, turn.description, [codeFor(turn), RSC.ACCEPTED]);
  const { response } = turn.exchange ?? {};
  check(response?.status === 202, `HTTP status of ${turn.description}`, '202', String(response?.status));
  if (responseStatusCode !== RSC.ACCEPTED) return;
  const expected = `${codeFor(turn)}, which names the mode`;
  world.warnings.push({ what: turn.description, expected, actual: describeAnswer(answer) });
}

function codeFor({ draft }: Turn): number {
  return draft.responseType?.value === ResponseTypeValue.nonBlockingRequestSynch
    ? RSC.ACCEPTED_NON_BLOCKING_REQUEST_SYNCH
    : RSC.ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH;
}

/** The address at which the asked request can be inquired. */
export async function requestResource(world: FlowproofWorld): Promise<string> {
  const turn = askedRequest(world);
  const answer = await turn.answer();
  const uri = answer.content?.kind === 'uri' ? answer.content.uri : '';
  check(uri !== '', turn.description, 'the address of a request resource (m2m:uri)', describeAnswer(answer));
  return uri;
}
