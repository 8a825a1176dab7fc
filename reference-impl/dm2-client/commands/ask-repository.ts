import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import { answerInTime } from '../../dm2/answer-in-time';
import type { DM2Client } from '../dm2-client';
import type { RepositoryAnswer, RepositoryQuestion, RepositoryReply } from '../dm2-client-ports';

/** Repositories, which get neither credentials nor the identity of the device. @see dm2.md 5, 9 */
export function askRepository(client: DM2Client, question: RepositoryQuestion): Promise<RepositoryReply> {
  const { ports, config } = client;
  const limit = { milliseconds: config.limits.responseTimeout, otherwise: { kind: 'silent' } as const };
  return answerInTime<RepositoryReply>(ports.clock, limit, (signal) => ports.askRepository(question, signal));
}

/** The answer of a success, or what the command gets. @see dm2.md 5.1 */
export function successOf(reply: RepositoryReply): RepositoryAnswer | Refusal {
  switch (reply.kind) {
    case 'unreachable':
      return failed('SERVICE_UNAVAILABLE', 'the repository is out of reach');
    case 'broken':
      return failed('BAD_GATEWAY', 'the answer of the repository broke off');
    case 'silent':
      return failed('GATEWAY_TIMEOUT', 'the repository did not answer in time');
    case 'too-large':
      return failed('CONTENT_TOO_LARGE', 'the repository sent more than the client takes');
    case 'answered':
      return successOfAnswer(reply);
  }
}

function successOfAnswer(answer: RepositoryAnswer): RepositoryAnswer | Refusal {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  if (status >= 400 && status < 600) return refuse(status, `the repository answered ${status}`, 'dm2.md 5.1');
  return failed('BAD_GATEWAY', `the repository answered ${status}, which leads nowhere`);
}

function failed(name: Parameters<typeof commandStatus>[0], reason: string): Refusal {
  return refuse(commandStatus(name), reason, 'dm2.md 5.1');
}
