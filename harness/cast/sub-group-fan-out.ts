import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { parseAbsRelTimestamp } from '../../protocol/model/timestamp';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { HostedResource } from './hosted-resource';
import type { Script } from './scripted-endpoint';
import type { TestTime } from './test-time';

/**
 * The fan-out point of a group that a tester hosts: each member is treated as if it had been asked directly, its
 * scripted reaction included. A member that will not answer has no entry. It selects nobody and checks nothing.
 */
export async function fanOutAtTester(
  script: Script,
  time: TestTime,
  request: RequestPrimitive,
  group: HostedResource,
  behind: string,
): Promise<ResponsePrimitive> {
  const { groupRequestTargetMembers: targets, ...passedOn } = request;
  const members = (group.memberIDs ?? []).filter(
    (member) => targets === undefined || targets.some((one) => sameEnd(one, member)),
  );
  const left = remaining(request, time);
  const answers = await Promise.all(
    members.map((member) =>
      memberEntry(script, time, { ...passedOn, to: behind === '' ? member : `${member}/${behind}` }, left),
    ),
  );
  const responses = answers.flatMap((answer, at) => (answer ? [{ ...answer, from: members[at] ?? '' }] : []));
  const { requestIdentifier } = request;
  if (responses.length === 0)
    return { responseStatusCode: RSC.GROUP_MEMBERS_NOT_RESPONDED, requestIdentifier };
  return {
    responseStatusCode: RSC.OK,
    requestIdentifier,
    content: { kind: 'aggregatedResponse', responses },
  };
}

async function memberEntry(
  script: Script,
  time: TestTime,
  request: RequestPrimitive,
  left: number,
): Promise<ResponsePrimitive | undefined> {
  const reaction = script.reactionTo(request);
  switch (reaction.kind) {
    case 'answer':
    case 'answer-twice':
      return script.answerTo(request);
    case 'refuse':
      return { responseStatusCode: reaction.status, requestIdentifier: request.requestIdentifier };
    case 'respond':
      return { ...(await script.answerTo(request)), ...reaction.response };
    case 'delay':
      if (reaction.milliseconds >= left) return undefined;
      return new Promise((resolve) => {
        time.after(reaction.milliseconds, () => resolve(script.answerTo(request)));
      });
    default:
      return undefined;
  }
}

/** Milliseconds until the results are wanted no more. */
function remaining(request: RequestPrimitive, time: TestTime): number {
  const text = request.resultExpirationTimestamp;
  const end = text === undefined ? undefined : parseAbsRelTimestamp(text, time.now());
  return end === undefined ? Number.POSITIVE_INFINITY : end - time.now();
}

/** Two spellings of a hosted resource end alike. */
function sameEnd(one: string, other: string): boolean {
  const end = (identifier: string) =>
    identifier
      .replace(/\/fopt$/, '')
      .split('/')
      .at(-1);
  return end(one) === end(other);
}
