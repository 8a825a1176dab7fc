import { decodeHttpResponse } from '../../protocol/codec/onem2m-http';
import { LinkFailure } from '../links/link';
import { APPLICATION_CSE } from './application-cse';
import type { Outcome } from './originator';
import type { Stage } from './stage';

/** Sends a message to an application under test as its CSE does, and waits for the answer; it judges nothing. */
export async function sendToApplication(stage: Stage, message: Request): Promise<Outcome> {
  const { target, time, linkOf } = stage;
  const { ixit, names } = target;
  try {
    const answer = await time.settle(linkOf(APPLICATION_CSE).send(message), ixit.responseTimeout);
    if (answer === undefined) return { kind: 'none', why: `no answer within ${ixit.responseTimeout} ms` };
    const decoded = await decodeHttpResponse(answer, { names });
    if (decoded.ok) return { kind: 'answer', response: decoded.value };
    const { where, detail } = decoded.fault;
    return { kind: 'none', why: `HTTP ${answer.status}, not decodable at ${where}: ${detail}` };
  } catch (failure) {
    if (failure instanceof LinkFailure) return { kind: 'none', why: failure.message };
    throw failure;
  }
}
