import type { DataTable } from '@cucumber/cucumber';
import { describeAnswer } from '../../../harness/cast/describe-answer';
import { isAcknowledged, messagesAmong } from '../../../harness/cast/result-messages';
import { check } from '../../../harness/verdict/check';
import { Deviation } from '../../../harness/verdict/deviation';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { isFailure } from '../../../protocol/model/response-primitive';
import type { Path } from '../../parameter-types';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { checkAttributes } from '../compare-attributes';
import { checkStatus, describeEntries, entriesFor, placeOf } from '../judged-answer';
import { askedRequests } from './asking';
import { answerPlaceOf } from './member-exchanges';
import { inTheEnd } from './patience';
import { checkMembers, entriesTold, messageAbout, messages, sendings, whatIsTold } from './told';

async function checkTold(
  world: FlowproofWorld,
  listener: string,
  members: readonly Path[],
  only: boolean,
): Promise<void> {
  checkMembers(world, whatIsTold(listener), await entriesTold(world, listener), { members, only });
}

consequence('{listener} was told of {members}', function (listener: string, members: readonly Path[]) {
  return inTheEnd(this, () => checkTold(this, listener, members, false));
});

consequence(
  '{listener} was told of {members} and of no other member',
  async function (listener: string, members: readonly Path[]) {
    await inTheEnd(this, () => checkTold(this, listener, members, false));
    await this.quiet();
    await checkTold(this, listener, members, true);
    await enterShare(this, listener);
  },
);

consequence(
  '{listener} acknowledged the results of {members}',
  function (listener: string, members: readonly Path[]) {
    return inTheEnd(this, async () => {
      const taken = (await sendings(this, listener)).filter(isAcknowledged);
      const entries = taken.flatMap((sending) => sending.entries);
      checkMembers(this, `what ${listener} acknowledged`, entries, { members, only: true });
    });
  },
);

consequence(
  'so far {listener} was told of {members} only',
  async function (listener: string, members: readonly Path[]) {
    await this.quiet();
    await checkTold(this, listener, members, true);
  },
);

consequence('so far {listener} was told of nobody', async function (listener: string) {
  await this.quiet();
  await checkTold(this, listener, [], true);
});

consequence(
  '{listener} was told of {members} before {path} answered',
  function (listener: string, members: readonly Path[], other: Path) {
    return inTheEnd(this, async () => {
      await checkTold(this, listener, members, false);
      const answered = answerPlaceOf(this, other) ?? Number.POSITIVE_INFINITY;
      for (const member of members) {
        const told = await messageAbout(this, listener, member);
        const holds = (told?.exchange.requestPlace ?? answered) < answered;
        const what = `the message to ${listener} about "${member.name}"`;
        check(holds, what, `before "${other.name}" answered`, 'after that');
      }
    });
  },
);

consequence(
  '{listener} was told of {members} before any repetition to {listener}',
  async function (listener: string, members: readonly Path[], silent: string) {
    await inTheEnd(this, () => checkTold(this, listener, members, false));
    const all = await sendings(this, silent);
    const first = new Set(messagesAmong(all));
    const repeated = all
      .filter((sending) => !first.has(sending))
      .map(({ exchange }) => exchange.requestPlace);
    const earliest = Math.min(Number.POSITIVE_INFINITY, ...repeated);
    for (const member of members) {
      const told = await messageAbout(this, listener, member);
      const holds = (told?.exchange.requestPlace ?? earliest) < earliest;
      const what = `the message to ${listener} about "${member.name}"`;
      check(holds, what, `before any repetition to ${silent}`, 'after that');
    }
  },
);

consequence(
  '{listener} was told of exactly {int} member(s)',
  async function (listener: string, count: number) {
    await inTheEnd(this, async () => checkCount(this, await membersTold(this, listener), count, listener));
    await this.quiet();
    checkCount(this, await membersTold(this, listener), count, listener);
  },
);

consequence(
  '{listener} was told of {path} with {statuses}',
  function (listener: string, path: Path, codes: readonly number[]) {
    const what = `the result of "${path.name}" that ${listener} was told`;
    return inTheEnd(this, async () => checkStatus(await resultTold(this, listener, path), what, codes));
  },
);

consequence('{listener} was told that {path} failed', function (listener: string, path: Path) {
  return inTheEnd(this, async () => {
    const result = await resultTold(this, listener, path);
    const what = `the result of "${path.name}" that ${listener} was told`;
    check(isFailure(result), what, 'a failure', describeAnswer(result));
  });
});

consequence(
  'the result of {path} that {listener} was told has:',
  async function (path: Path, listener: string, table: DataTable) {
    const what = `the result of "${path.name}" that ${listener} was told`;
    await inTheEnd(this, async () => {
      const { content, ...result } = await resultTold(this, listener, path);
      check(content?.kind === 'resource', what, 'a resource', describeAnswer(result));
      if (content?.kind === 'resource') checkAttributes(this, what, content.resource, table.raw());
    });
  },
);

consequence('no member was reported to {listener} twice', async function (listener: string) {
  await this.quiet();
  const all = (await messages(this, listener)).flatMap(({ result, entries }) => {
    const request = result?.requestIdentifier ?? '';
    return entries.flatMap(({ member }) => (member ? [`${request} ${placeOf(this, member)}`] : []));
  });
  const twice = all.filter((member, at) => all.indexOf(member) !== at);
  check(twice.length === 0, `the members reported to ${listener} more than once`, 'none', twice.join(', '));
});

consequence(
  'each of the two requests brought {listener} the results of {members}',
  async function (listener: string, members: readonly Path[]) {
    for (const { requestIdentifier } of askedRequests(this).slice(-2)) {
      const what = `what ${listener} was told of the request ${requestIdentifier}`;
      await inTheEnd(this, async () => {
        const all = await messages(this, listener);
        const its = all.filter(({ result }) => result?.requestIdentifier === requestIdentifier);
        const entries = its.flatMap((message) => message.entries);
        checkMembers(this, what, entries, { members, only: true });
      });
    }
  },
);

/** The first result of a member that a listener was told. */
async function resultTold(world: FlowproofWorld, listener: string, path: Path): Promise<ResponsePrimitive> {
  const entries = await entriesTold(world, listener);
  const [entry] = entriesFor(world, entries, path);
  if (entry) return entry.response;
  const actual = describeEntries(world, entries);
  throw new Deviation({ what: whatIsTold(listener), expected: `an entry of ${path.name}`, actual });
}

async function membersTold(world: FlowproofWorld, listener: string): Promise<Set<string>> {
  const entries = await entriesTold(world, listener);
  return new Set(entries.flatMap(({ member }) => (member === undefined ? [] : [placeOf(world, member)])));
}

function checkCount(
  _world: FlowproofWorld,
  told: ReadonlySet<string>,
  count: number,
  listener: string,
): void {
  check(told.size === count, whatIsTold(listener), `${count} members`, `${told.size} members`);
}

/** How many results share a message is open. */
async function enterShare(world: FlowproofWorld, listener: string): Promise<void> {
  const sizes = (await messages(world, listener)).map(({ entries }) => entries.length);
  const shares = sizes.some((size) => size > 1);
  world.enter('X-IGO-13', shares ? 'several results share a message' : 'each result has its own message');
}
