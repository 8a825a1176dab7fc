import type { ServerSession } from '../../harness/cast/dm2/server-session';
import { hasSameOctets, type TakenMessage } from '../../harness/cast/dm2/taken-message';
import { check } from '../../harness/verdict/check';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { sessionTime, waitFor } from './patience';
import { type DM2Play, playOf } from './play';

/** Packages 1 since the stimulus began; a 401 and what comes after it are one, and so is a repetition. */
function openings({ arrivals }: DM2Play): readonly TakenMessage[] {
  const ones = arrivals.filter((message) => message.package === 1 && message.reaction !== 'challenged');
  return ones.filter((message, index) => {
    const before = ones[index - 1];
    const isRepeated = before?.reaction === 'silent' || before?.reaction === 'broken';
    return !(isRepeated && before !== undefined && hasSameOctets(before, message));
  });
}

consequence('the DM Client opens {int} session(s)', async function (this: FlowproofWorld, count: number) {
  const play = playOf(this);
  const { server } = play.scene;
  await waitFor(
    this,
    server.changes.until(() => openings(play).length >= count),
    sessionTime(this),
  );
  await this.quiet();
  const actual = openings(play).length;
  check(actual === count, 'the sessions that the DM Client opens', `${count}`, `${actual}`);
});

consequence('the DM Client opens no session', async function (this: FlowproofWorld) {
  await this.quiet();
  const came = playOf(this).arrivals.filter((message) => message.package === 1);
  check(came.length === 0, 'the sessions that the DM Client opens', 'none', `${came.length}`);
});

consequence('the DM Client sends no further message', async function (this: FlowproofWorld) {
  await this.quiet();
  const { session, scene, arrivals, mark } = playOf(this);
  const last = session && finalMessage(session);
  const isSince = last !== undefined && scene.server.arrivals.indexOf(last) >= mark.arrivals;
  const further = isSince ? arrivals.slice(arrivals.indexOf(last) + 1) : arrivals.slice(CHALLENGED);
  const shown = further.map(({ method, url }) => `${method} ${new URL(url).pathname}`).join(', ');
  check(arrivals.length > 0, 'the messages of the DM Client', 'at least package 1', 'none');
  check(further.length === 0, 'messages after the last one', 'none', shown);
});

/** A package 1 without credentials, and one with those that were asked for. */
const CHALLENGED = 2;

/** After which nothing is to come: it was answered with END, with a refusal, or with what is no package. */
function finalMessage({ state, messages, rounds }: ServerSession): TakenMessage | undefined {
  if (state === 'open') return undefined;
  return messages.find(({ reaction }) => reaction === 'refused') ?? messages.at(-1) ?? rounds.at(-1)?.asked;
}

consequence('the DM Client sends the same message again', function (this: FlowproofWorld) {
  const { arrivals } = playOf(this);
  const lost = arrivals.find(({ reaction }) => reaction === 'silent' || reaction === 'broken');
  const next = lost && arrivals[arrivals.indexOf(lost) + 1];
  check(lost !== undefined, 'a message without an answer', 'one', 'none');
  check(next !== undefined, 'the repetition of a message without an answer', 'one', 'none');
  if (lost === undefined || next === undefined) return;
  const [expected, actual] = [shown(lost), shown(next)];
  check(expected === actual, 'the repetition of a message without an answer', expected, actual);
});

/** All repetitions are over by now: for as long as one more would take, none comes. @see dm2.md 4.3 */
consequence('the DM Client gives up', async function (this: FlowproofWorld) {
  const { server } = this.dm2;
  const { repeatInterval, responseTimeout } = this.parameters.target.ixit.dm2;
  const lost = server.arrivals.filter(({ reaction }) => reaction === 'silent' || reaction === 'broken');
  const before = server.arrivals.length;
  await this.stage.time.elapse(repeatInterval + responseTimeout);
  await this.quiet();
  const again = server.arrivals
    .slice(before)
    .filter((message) => lost.some((one) => hasSameOctets(one, message)));
  check(lost.length > 0, 'messages without an answer', 'at least one', 'none');
  check(again.length === 0, 'repetitions after the limit', 'none', `${again.length}`);
});

/** But for credentials, which may have another nonce count. */
function shown({ method, url, headers, octets }: TakenMessage): string {
  const others = [...headers].filter(([name]) => !/^(?:authorization|connection|x-flowproof.*)$/.test(name));
  return `${method} ${url} ${JSON.stringify(others)} ${Buffer.from(octets).toString()}`;
}

/** In a session of its own, at the ServerURI of the command. */
consequence('the DM Client tells the result of the operation', async function (this: FlowproofWorld) {
  const { commands, scene } = playOf(this);
  const [, clientURI, serverURI = ''] = commands.find(([verb]) => verb === 'EXEC') ?? [];
  const path = new URL(serverURI).pathname;
  const told = () => scene.server.sessions.find(({ reportPath }) => reportPath === path);
  const limit = this.parameters.target.ixit.responseTimeout;
  await waitFor(
    this,
    scene.server.changes.until(() => told() !== undefined),
    limit,
  );
  const initiation = told()?.opening?.initiation;
  const what = 'the result of the operation';
  check(initiation !== undefined, what, `package 1 to ${path}`, 'none');
  const reason = initiation?.start.reason ?? '';
  check(reason === 'client-initiated', `the start alert of ${what}`, 'ClientInitiatedMgmt', reason);
  const sources = initiation?.alerts.map(({ sourceURI }) => sourceURI) ?? [];
  const actual = sources.join(', ') || 'none';
  check(sources.length === 1 && sources[0] === clientURI, `the alert of ${what}`, clientURI ?? '', actual);
});

consequence('the credentials of the DM Client are right', function (this: FlowproofWorld) {
  const { arrivals } = playOf(this);
  const what = 'the credentials of the DM Client';
  for (const origin of new Set(arrivals.map(({ url }) => new URL(url).origin))) {
    const there = arrivals.filter(({ url }) => url.startsWith(origin));
    const challenge = there.findIndex(({ reaction }) => reaction === 'challenged');
    const looked = there.slice(challenge + 1).map((message) => findingOf(this, message));
    const wrong = looked.find((finding) => finding !== 'right' && !isStale(finding));
    check(looked.length > 0, `${what} at ${origin}`, 'those that were asked for', 'none');
    check(wrong === undefined, `${what} at ${origin}`, 'right after the challenge', wrong ?? '');
  }
  check(arrivals.length > 0, what, 'a message', 'none');
});

function findingOf(world: FlowproofWorld, message: TakenMessage): string {
  return playOf(world).scene.server.findings.get(message) ?? 'none';
}

function isStale(finding: string): boolean {
  return finding === 'a nonce that is too old';
}
