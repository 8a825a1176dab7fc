import type { DataTable } from '@cucumber/cucumber';
import { describeAnswer, statusText } from '../../../harness/cast/describe-answer';
import type { SessionMessage } from '../../../harness/cast/session/session-message';
import type { Sending } from '../../../harness/cast/session/session-play';
import type { Turn } from '../../../harness/cast/turn';
import { check, show } from '../../../harness/verdict/check';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { checkStatus } from '../judged-answer';
import { checkRows } from './matching';
import { inTime } from './patience';
import { latestOf, playOf } from './play';

consequence(
  'the answer to the {sessionMessage} is {statuses}',
  function (message: SessionMessage, codes: readonly number[]) {
    return checkAnswer(this, message, { codes });
  },
);

consequence(
  'the answer to the {sessionMessage} of {name} is {statuses}',
  function (message: SessionMessage, session: string, codes: readonly number[]) {
    return checkAnswer(this, message, { codes, session });
  },
);

/** To all stimuli. */
consequence('every answer is {statuses}', async function (codes: readonly number[]) {
  for (const { sending, turn } of playOf(this).sent) {
    if (!sending.isPreamble) checkStatus(await turn.answer(), turn.description, codes);
  }
});

/** To its latest stimulus, or to that of an application for which it speaks; nothing that somebody waits for is jumped over. */
consequence('{party} has no answer yet', async function (party: string) {
  await this.quiet();
  const isItsOwn = ({ party: sender, by }: Sending) => [sender, by.name].includes(party);
  const { turn } = latestOf(this, isItsOwn, `request of ${party}`);
  check(turn.took === undefined, turn.description, 'none yet', `one after ${turn.took} ms`);
});

/** The content of the latest answer to an establishment, or to a retrieve of a session. */
consequence('the session in the answer has:', async function (table: DataTable) {
  const { turn } = latestOf(
    this,
    ({ message, draft }) => message === 'establishment' || (!message && draft.operation === 'retrieve'),
    'establishment',
  );
  const answer = await turn.answer();
  const { content } = answer;
  check(content?.kind === 'resource', turn.description, 'a session', describeAnswer(answer));
  const attributes = content?.kind === 'resource' ? content.resource.attributes : {};
  await checkRows(this, { what: 'the session in the answer', attributes }, table.raw());
});

consequence('the answer has the protected data that {party} sent last', async function (party: string) {
  const answer = await this.answer();
  const { data } = lastSentBy(this, party);
  const found = protectedDataIn(answer);
  check(found === data, `protectedData in ${this.turn.description}`, `what ${party} sent last`, show(found));
});

consequence('the answer has no protected data', async function () {
  const found = protectedDataIn(await this.answer());
  check(found === undefined, `protectedData in ${this.turn.description}`, 'nothing', show(found));
});

/** By its address in any form, or by its AE-ID. */
consequence('the answer lists {party}', async function (party: string) {
  const answer = await this.answer();
  check(await lists(this, answer, party), this.turn.description, `a list with ${party}`, listed(answer));
});

consequence('the answer does not list {party}', async function (party: string) {
  const answer = await this.answer();
  check(!(await lists(this, answer, party)), this.turn.description, `no ${party}`, listed(answer));
});

/** Code, content and Request Identifier of the two latest. */
consequence('the answer is the same as before', async function () {
  const [before, now] = await Promise.all(this.turns.slice(-2).map((turn) => turn.answer()));
  const holds = JSON.stringify(comparable(before)) === JSON.stringify(comparable(now));
  const describe = (answer: ResponsePrimitive | undefined) => (answer ? describeAnswer(answer) : 'nothing');
  check(
    holds,
    this.turn.description,
    `the same as before: ${describe(before)}`,
    `${describe(now)}, or another content`,
  );
});

/** As the result of the latest request that was to be answered later. */
consequence(
  '{party} was told the result {statuses}',
  async function (party: string, codes: readonly number[]) {
    const { requestIdentifier } = askedForLater(this);
    await inTime(this, async () => {
      const told = (await resultsTo(this, party)).filter(
        (result) => result.requestIdentifier === requestIdentifier,
      );
      const shown = told.map(({ responseStatusCode }) => statusText(responseStatusCode)).join(', ');
      const holds = told.some(({ responseStatusCode }) => codes.includes(responseStatusCode));
      const what = `the result of the request ${requestIdentifier} that ${party} was told`;
      check(holds, what, codes.map(statusText).join(' or '), shown || 'nothing');
    });
  },
);

/** At the address that the latest acceptance named, as its originator sees it. */
consequence('the request resource shows {statuses}', async function (codes: readonly number[]) {
  const turn = askedForLater(this);
  const accepted = await turn.answer();
  const uri = accepted.content?.kind === 'uri' ? accepted.content.uri : '';
  check(uri !== '', turn.description, 'the address of a request resource', describeAnswer(accepted));
  await inTime(this, async () => {
    const outcome = await turn.by.send({ operation: 'retrieve', to: uri });
    const content = outcome.kind === 'answer' ? outcome.response.content : undefined;
    const result = content?.kind === 'resource' ? content.resource.attributes.operationResult : undefined;
    const code =
      typeof result === 'object' && result !== null && 'responseStatusCode' in result
        ? result.responseStatusCode
        : undefined;
    const holds = typeof code === 'number' && codes.includes(code);
    check(holds, 'operationResult in the request resource', codes.map(statusText).join(' or '), show(code));
  });
});

async function checkAnswer(
  world: FlowproofWorld,
  message: SessionMessage,
  { codes, session }: { codes: readonly number[]; session?: string },
): Promise<void> {
  const { turn } = latestOf(
    world,
    (sending) => sending.message === message && (session === undefined || sending.session === session),
    message,
  );
  checkStatus(await turn.answer(), turn.description, codes);
}

export function lastSentBy(world: FlowproofWorld, party: string) {
  const sent = playOf(world).sessions.flatMap((session) => session.sent);
  const last = sent.findLast((data) => data.party === party);
  if (!last) throw new Error(`${party} has sent no protected data in this scenario`);
  return last;
}

function protectedDataIn({ content }: ResponsePrimitive): unknown {
  return content?.kind === 'resource' ? content.resource.attributes.protectedData : undefined;
}

async function lists(world: FlowproofWorld, { content }: ResponsePrimitive, party: string): Promise<boolean> {
  const uris = content?.kind === 'uriList' ? content.uris : [];
  const address = await playOf(world).addressOfApplication(party);
  return uris.some((uri) => world.scene.places.same(uri, address));
}

function listed(answer: ResponsePrimitive): string {
  const { content } = answer;
  return content?.kind === 'uriList' ? show(content.uris) : describeAnswer(answer);
}

/** Who answers may say at what time; that is another time then. */
function comparable(answer: ResponsePrimitive | undefined): unknown {
  const { responseStatusCode, requestIdentifier, content } = answer ?? {};
  return { responseStatusCode, requestIdentifier, content };
}

function askedForLater(world: FlowproofWorld): Turn {
  const turn = world.turns.findLast(({ draft }) => draft.responseType !== undefined);
  if (!turn) throw new Error('no request of this scenario asks for a result later');
  return turn;
}

async function resultsTo(world: FlowproofWorld, party: string): Promise<readonly ResponsePrimitive[]> {
  const { cast, log } = playOf(world);
  const here = log.received(cast.playerOf(party), 'result').map(({ request }) => request);
  const there = cast.isAtTarget(party) ? (await world.scene.listenerOf(party)).received : [];
  return [...here, ...there].flatMap(({ content }) =>
    content?.kind === 'response' ? [content.response] : [],
  );
}
