import { manageByTheBook } from '../../harness/cast/management/by-the-book';
import { hasAlert } from '../../harness/cast/management/client-answers';
import { CONNECTS_AND_ANSWERS } from '../../harness/cast/management/client-tester';
import { BY_THE_BOOK } from '../../harness/cast/management/habits';
import { getNode } from '../../harness/cast/management/node-commands';
import { isRefusalCode, isSuccess } from '../../harness/cast/management/outcomes';
import { describeArrival } from '../../harness/cast/management/syncml-messages';
import { check } from '../../harness/verdict/check';
import type { StatusCommand } from '../../protocol/model/syncml-command';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { viewOf } from './message-choice';
import { outcomeText } from './outcome';
import { inTheEnd } from './patience';
import { playOf } from './play';

consequence('{target} opens a session with Alert {int}', function (target: string, code: number) {
  return inTheEnd(this, () => {
    const { sessions } = playOf(this);
    const has = sessions.some(({ turns }) => turns.some(({ arrival }) => hasAlert(arrival.message, code)));
    check(has, `the sessions of ${target}`, `one with Alert ${code}`, `${sessions.length} without it`);
  });
});

consequence('{target} opens no (further )session', async function (target: string) {
  await this.quiet();
  const { length } = playOf(this).sessions;
  check(length === 0, `the sessions of ${target}`, 'none', `${length}`);
});

consequence('{target} opens {int} session(s)', async function (target: string, count: number) {
  await this.quiet();
  const { length } = playOf(this).sessions;
  check(length === count, `the sessions of ${target}`, `${count}`, `${length}`);
});

consequence('{target} opens 1 session, or none and goes on', async function (target: string) {
  const { length } = playOf(this).sessions;
  check(length <= 1, `the sessions of ${target}`, 'one or none', `${length}`);
  this.enter('X-GFO-21', `a digest of the default nonce is ${length === 1 ? 'accepted' : 'ignored'}`);
  if (length === 0) await goesOn(this, target);
});

consequence('{target} has opened a session', function (target: string) {
  const { length } = playOf(this).sessions;
  check(length > 0, `the sessions of ${target}`, 'one', 'none');
});

consequence('the two sessions of {target} differ in SessionID', function (target: string) {
  const [one, other] = playOf(this).scene.server.sessions.slice(-2);
  const ids = [one?.sessionID, other?.sessionID];
  check(
    one !== undefined && other !== undefined && ids[0] !== ids[1],
    `the SessionIDs of ${target}`,
    'two that differ',
    ids.join(' and '),
  );
});

consequence('{target} refuses it', function (target: string) {
  const { clientSession, job, scene } = playOf(this);
  if (clientSession) {
    const arrivals = clientSession.session.turns.map(({ arrival }) => arrival);
    const isRefused = arrivals.some((arrival) => {
      if (arrival.kind !== 'message') return true;
      return arrival.message.commands.some((one) => one.kind === 'Status' && isRefusalCode(one.code));
    });
    check(isRefused, `what ${target} says to it`, 'a refusal', arrivals.map(describeArrival).join('; '));
    return;
  }
  const done = job?.outcomes.find(isSuccess);
  const actual = done === undefined ? '' : outcomeText(done.statuses[0]?.code);
  check(done === undefined, `what ${target} says to the commands of it`, 'no success', actual);
  check(scene.server.sessions.length > 0, `the sessions of ${target}`, 'one', 'none');
});

consequence('{target} goes on', function (target: string) {
  return goesOn(this, target);
});

/** Of a server or gateway, with the client that the tester plays. @see DM_Protocol 2.3.6 */
consequence('{target} brought each session to its end', async function (target: string) {
  const { peer } = playOf(this).scene;
  await this.quiet();
  await inTheEnd(this, () => {
    const open = peer.sessions.filter(({ ended }) => ended === undefined);
    check(
      open.length === 0,
      `the sessions of ${target}`,
      'all came to their end',
      `${open.length} did not end`,
    );
  });
  const broken = peer.sessions.filter(({ ended }) => ended !== 'finished');
  const actual = `${broken.length} of ${peer.sessions.length} broke off`;
  check(
    peer.sessions.length > 0 && broken.length === 0,
    `the sessions of ${target}`,
    'all came to their end',
    actual,
  );
});

/** A new session by the book is as if nothing had been. */
async function goesOn(world: FlowproofWorld, target: string): Promise<void> {
  const { scene } = playOf(world);
  const { time, target: description } = scene.stage;
  await world.quiet();
  if (target === 'the device' || (scene.role === 'dm-gateway' && !playOf(world).clientSession)) {
    const job = await manageByTheBook(scene, { packages: [getNode('./DevInfo/DevId')] });
    const isFine = job.outcomes.length > 0 && job.outcomes.every(isSuccess);
    check(
      isFine,
      `a new session with ${target}`,
      'a value of DevInfo',
      job.session ? 'no success' : 'no session',
    );
    return;
  }
  const { peer } = scene;
  peer.habits = BY_THE_BOOK;
  peer.conduct = CONNECTS_AND_ANSWERS;
  const session = await time.settle(peer.connectByItself(), description.ixit.responseTimeout);
  const arrival = session?.turns.at(-1)?.arrival;
  const actual = arrival ? describeArrival(arrival) : 'no answer';
  check(session?.ended === 'finished', `a new session with ${target}`, 'one that comes to its end', actual);
}

/** The target sends nothing more in it, neither at once where the tester has ended it nor later. */
consequence('the session ends', async function () {
  const { scene, sessions } = playOf(this);
  const { server } = scene;
  await this.quiet();
  const late = sessions.flatMap(({ turns }) => turns.filter(({ isLate }) => isLate));
  check(late.length === 0, 'the messages to a session that its server has ended', 'none', `${late.length}`);
  const before = server.arrivals.length;
  const { sessionTimeout } = this.parameters.target.ixit.gfo;
  await this.stage.time.elapse(this.management.stage.disposable ? 2 * sessionTimeout : 0);
  await this.quiet();
  const since = server.arrivals.slice(before).filter(({ arrival }) => {
    return arrival.kind === 'message' && arrival.message.header.messageID > 1;
  });
  check(since.length === 0, 'the messages after the end of the session', 'none', `${since.length}`);
});

/** Statuses alone, with a challenge for a server that wanted nothing. @see DM_Protocol 2.4.1 */
consequence('{target} sends no bare challenge', function (target: string) {
  const { fromTarget } = viewOf(this, target);
  const bare = fromTarget.filter(({ message }) => {
    const isBare = message.commands.every(({ kind }) => kind === 'Status');
    return isBare && message.commands.some((one) => one.kind === 'Status' && one.challenge !== undefined);
  });
  check(bare.length === 0, `the messages of ${target}`, 'no challenge alone', `${bare.length} of them`);
});

consequence('{target} asks on until the package is closed', function (target: string) {
  const { fromTarget, fromTester } = viewOf(this, target);
  const open = fromTester.map(({ final }) => !final);
  const answers = open.flatMap((isOpen, at) =>
    isOpen ? [fromTarget[at + (target === 'the device' ? 1 : 0)]] : [],
  );
  const asking = answers.filter(
    (one) => one !== undefined && (hasAlert(one.message, 1222) || hasStatuses(one.message.commands)),
  );
  check(open.includes(true), 'the messages of the tester that do not close its package', 'some', 'none');
  check(
    asking.length === answers.length,
    `what ${target} says to them`,
    'something to each',
    `something to ${asking.length} of ${answers.length}`,
  );
  const closed = answers.filter((one) => one?.message.final === true && target === 'the device');
  check(closed.length === 0, `Final of ${target} before the package is closed`, 'none', `${closed.length}`);
});

function hasStatuses(commands: readonly { readonly kind: string }[]): boolean {
  return commands.some(({ kind }) => kind === 'Status');
}

consequence('{target} sent no new command before that', function (target: string) {
  const { fromTarget, fromTester } = viewOf(this, target);
  const early = fromTarget.filter(({ message }, at) => {
    const isOpen = fromTester[at]?.final === false;
    return isOpen && message.commands.some(({ kind }) => kind !== 'Status' && kind !== 'Alert');
  });
  check(
    early.length === 0,
    `the messages of ${target} before the package was closed`,
    'no command',
    `${early.length} with one`,
  );
});

consequence('the statuses come in the order of the commands', function () {
  checkOrder(this, playOf(this).viewed('the device')?.target === 'client' ? 'the device' : 'the gateway');
});

consequence('the statuses of {target} come in the order of the commands', function (target: string) {
  checkOrder(this, target);
});

/** The header first, then the commands of one message as they stood in it. @see RepPro Status */
function checkOrder(world: FlowproofWorld, target: string): void {
  for (const { message } of viewOf(world, target).fromTarget) {
    const statuses = message.commands.filter((one): one is StatusCommand => one.kind === 'Status');
    const references = statuses.map(({ messageReference = 1, commandReference }) => {
      return messageReference * 10_000 + Number(commandReference);
    });
    const isSorted = references.every((one, at) => at === 0 || (references[at - 1] ?? 0) <= one);
    const actual = statuses.map(({ commandReference }) => commandReference).join(', ');
    check(isSorted, `the statuses of ${target}, by CmdRef`, 'the order of the commands', actual);
    const [first] = statuses;
    const isHeader = first === undefined || first.command === 'SyncHdr';
    check(isHeader, `the first status of ${target}`, 'that of SyncHdr', first?.command ?? '');
  }
}

consequence('no Results stand before the status of their Get', function () {
  const view = playOf(this).viewed('the device');
  for (const { message } of view?.fromTarget ?? []) {
    message.commands.forEach((command, at) => {
      if (command.kind !== 'Results') return;
      const status = message.commands.findIndex(
        (one) => one.kind === 'Status' && one.commandReference === command.commandReference,
      );
      check(
        status < at,
        `the place of the Results of command ${command.commandReference}`,
        'after its status',
        'before it',
      );
    });
  }
});
