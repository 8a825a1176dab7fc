import type { ApplicationReports } from '../../harness/cast/application-reports';
import type { MemberResult } from '../../harness/cast/application-results';
import { describeAnswer } from '../../harness/cast/describe-answer';
import { check } from '../../harness/verdict/check';
import { Deviation, Inconclusive } from '../../harness/verdict/deviation';
import type { AskGroupIntent } from '../../protocol/model/application-intent';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { applicationOf } from './application';
import { identifierOf } from './cells';

/** What the application was told last, and how many of its inquiries the scenario has asked for so far. */
interface Told {
  readonly intent: AskGroupIntent;
  accountedFor: number;
}

const told = new WeakMap<FlowproofWorld, Told>();

function toldIn(world: FlowproofWorld): Told {
  const known = told.get(world);
  if (!known) throw new Error('the application has not been told to ask a group');
  return known;
}

/** Tells the application, and waits until it has sent a request to the group, or should have. */
export async function tellToAsk(
  world: FlowproofWorld,
  name: string,
  inquireAfter: number,
): Promise<RequestPrimitive | undefined> {
  const { underTest, cse } = applicationOf(world);
  const { time, target } = world.scene.stage;
  const intent: AskGroupIntent = {
    procedure: 'askGroup',
    group: identifierOf(world, { name, suffix: '' }),
    operation: 'retrieve',
    members: world.members.get(name) ?? [],
    inquireAfter: Math.max(Math.round(inquireAfter), 1),
  };
  told.set(world, { intent, accountedFor: 0 });
  await underTest.tell({ pointOfAccess: cse.address, intent });
  const { questions } = cse;
  await time.settle(
    questions.until(() => questions.asked.length > 0),
    target.ixit.responseTimeout,
  );
  return questions.asked[0];
}

/** Results of members as the tester's CSE has them. */
export function resultsOf(
  world: FlowproofWorld,
  paths: readonly Path[],
  status: number = RSC.OK,
): readonly MemberResult[] {
  const { cse } = applicationOf(world);
  return paths.map((path) => {
    const member = identifierOf(world, path);
    const hosted = cse.locate(member);
    return hosted ? { member, status, hosted } : { member, status };
  });
}

/** Has the tester's CSE send a message; inquiries that came before have nothing to do with it. */
export async function report(
  world: FlowproofWorld,
  send: (reports: ApplicationReports) => Promise<void>,
): Promise<void> {
  const { reports } = applicationOf(world);
  await send(reports);
  toldIn(world).accountedFor = reports.inquiriesBefore;
}

export function checkAcknowledged(world: FlowproofWorld): void {
  const { outcome, requestIdentifier } = applicationOf(world).reports;
  if (outcome === undefined) throw new Error('CSE1 has sent no message that could be acknowledged');
  const what = "the application's answer to the latest message";
  if (outcome.kind === 'none') throw new Deviation({ what, expected: 'OK (2000)', actual: outcome.why });
  const { response } = outcome;
  check(response.responseStatusCode === RSC.OK, what, 'OK (2000)', describeAnswer(response));
  check(
    response.requestIdentifier === requestIdentifier,
    `Request Identifier of ${what}`,
    `"${requestIdentifier}"`,
    `"${response.requestIdentifier}"`,
  );
}

/** Waits until inquiries that were made since the latest message ask for all of these members; answers them. */
export async function inquiriesFor(
  world: FlowproofWorld,
  paths: readonly Path[],
): Promise<readonly RequestPrimitive[]> {
  const { cse, reports } = applicationOf(world);
  const { time, target } = world.scene.stage;
  const { questions } = cse;
  const members = paths.map((path) => identifierOf(world, path));
  const since = () => questions.inquiries.slice(reports.inquiriesBefore);
  const missing = () =>
    members.filter((member) => !since().some((inquiry) => asksFor(world, inquiry, member)));
  const state = toldIn(world);
  const limit = state.intent.inquireAfter + target.ixit.responseTimeout;
  await time.settle(
    questions.until(() => missing().length === 0),
    limit,
  );
  check(
    missing().length === 0,
    'what the application asks for',
    `inquiries for ${members.join(', ')} within ${limit} ms`,
    since().length === 0 ? 'no inquiry' : `inquiries that leave out ${missing().join(', ')}`,
  );
  state.accountedFor = questions.inquiries.length;
  return since();
}

/** An inquiry that names no members is for all of them. */
function asksFor(world: FlowproofWorld, inquiry: RequestPrimitive, member: string): boolean {
  const { questions } = applicationOf(world).cse;
  return inquiry.groupRequestTargetMembers?.some((named) => questions.same(named, member)) ?? true;
}

/** Whether a narrowed inquiry names a member beyond these; one that is not narrowed names nobody. */
export function namesOthers(
  world: FlowproofWorld,
  inquiry: RequestPrimitive,
  paths: readonly Path[],
): boolean {
  const { questions } = applicationOf(world).cse;
  const members = paths.map((path) => identifierOf(world, path));
  const named = inquiry.groupRequestTargetMembers ?? [];
  return named.some((name) => !members.some((member) => questions.same(name, member)));
}

/** Inquiries that the scenario has not asked for, once there was time for some. */
export async function inquiriesBeyond(world: FlowproofWorld): Promise<readonly RequestPrimitive[]> {
  const { intent, accountedFor } = toldIn(world);
  await world.scene.stage.time.elapse(3 * intent.inquireAfter);
  return applicationOf(world).cse.questions.inquiries.slice(accountedFor);
}

/** Requests for the operation on all members, once what may be under way is there. */
export async function requestsForAll(world: FlowproofWorld): Promise<readonly RequestPrimitive[]> {
  const { time, target } = world.scene.stage;
  const { intent } = toldIn(world);
  await time.elapse(target.ixit.quietTime);
  const { asked } = applicationOf(world).cse.questions;
  return asked.filter((request) => intent.members.every((member) => asksFor(world, request, member)));
}

export function firstQuestion(world: FlowproofWorld): RequestPrimitive {
  const [question] = applicationOf(world).cse.questions.asked;
  if (question) return question;
  throw new Deviation({
    what: 'what the application sent',
    expected: 'a request to the group',
    actual: 'none',
  });
}

export function requireQuestion(question: RequestPrimitive | undefined): void {
  if (!question) throw new Inconclusive('the application did not ask the group when it was told to');
}
