import type { DataTable } from '@cucumber/cucumber';
import { describeCommand, isRefusalCode, isSuccess } from '../../harness/cast/management/outcomes';
import type { CommandOutcome } from '../../harness/cast/management/server-side-session';
import { check, show } from '../../harness/verdict/check';
import { Deviation } from '../../harness/verdict/deviation';
import type { StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { STATUS_CODES_OF } from '../../protocol/tables/syncml/status-codes';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { commandRows } from './command-table';
import { nodeURI } from './node-names';
import { outcomeText } from './outcome';
import { playOf } from './play';
import { valuesNow } from './sending';
import { type AnsweredRow, answeredIn, checkRows } from './status-table';
import { checkValues } from './value-table';

consequence('the statuses are:', function (table: DataTable) {
  checkRows(this, 'the answers to what the server sent', commandRows(table), answeredNow(this));
});

consequence('the Gets bring:', function (table: DataTable) {
  const { job } = playOf(this);
  if (!job?.session) throw noSession();
  checkValues(this, 'what the Gets brought', table.raw(), job);
});

function noSession(): Deviation {
  return new Deviation({ what: 'the session for what the server sends', expected: 'one', actual: 'none' });
}

/** What was sent in the latest session of the server tester, and what became of it. */
function outcomesNow(world: FlowproofWorld): readonly CommandOutcome[] {
  const { job } = playOf(world);
  if (!job?.session) throw noSession();
  return job.outcomes;
}

function answeredNow(world: FlowproofWorld): AnsweredRow[] {
  const outcomes = outcomesNow(world);
  const session = playOf(world).job?.session;
  const inside = new Set(outcomes.flatMap(({ command }) => ('commands' in command ? command.commands : [])));
  const sent = outcomes.map(({ command }) => command);
  const top = sent.filter((command) => !inside.has(command) && !isPart(command));
  const carriers = new Set(outcomes.map(({ messageID }) => messageID));
  const headers = (session?.turns ?? [])
    .flatMap(({ arrival }) => arrival.message.commands)
    .filter((one): one is StatusCommand => one.kind === 'Status' && one.commandReference === '0')
    .filter(({ messageReference }) => carriers.has(messageReference ?? 1));
  const header = { path: ['SyncHdr'], node: '', code: headers.at(-1)?.code };
  return [header, ...answeredIn(top, outcomes)];
}

/** Of a large object the last part is the command. */
function isPart(command: SyncMLCommand): boolean {
  return 'items' in command && command.items.some(({ moreData }) => moreData === true);
}

consequence('{target} now has:', async function (_target: string, table: DataTable) {
  const { scene } = playOf(this);
  const rows = table.raw();
  const now = await valuesNow(
    this,
    rows.map(([node = '']) => nodeURI(scene, node)),
  );
  checkValues(this, 'what the nodes hold', rows, now);
});

consequence('nothing was changed', async function () {
  const play = playOf(this);
  const done =
    play.job?.outcomes.filter(({ command }) => command.kind === 'Replace' || command.kind === 'Add') ?? [];
  const success = done.find(isSuccess);
  check(
    success === undefined,
    'the answers to what must not be done',
    'no success',
    success ? describeCommand(success.command) : '',
  );
  const now = await valuesNow(this, [...play.before.keys()]);
  for (const [uri, before] of play.before) {
    check(now.get(uri) === before, `the value of ${uri}`, show(before), show(now.get(uri)));
  }
  check(play.before.size > 0, 'the nodes that are looked at', 'some', 'none');
});

consequence('{target} refuses the command in question', function (target: string) {
  const play = playOf(this);
  const view = play.viewed(target);
  const said = (view?.fromTarget ?? []).flatMap(({ message }) => message.commands);
  const statuses = said.filter(
    (one): one is StatusCommand => one.kind === 'Status' && one.command !== 'SyncHdr',
  );
  const isRefused = statuses.some(({ code }) => isRefusalCode(code)) || statuses.length === 0;
  const codes = statuses.map(({ command, code }) => `${command}: ${outcomeText(code)}`).join(', ');
  check(isRefused, 'the statuses of the commands', 'a refusal among them', codes);
});

/** An Add that was executed again is refused the second time. */
consequence('it was executed once', async function () {
  await this.quiet();
  const { job } = playOf(this);
  const adds = job?.outcomes.filter(({ command }) => command.kind === 'Add') ?? [];
  check(adds.length > 0, 'the message that came twice', 'an Add in it', 'none');
  for (const { command, statuses } of adds) {
    const codes = new Set(statuses.map(({ code }) => code));
    const actual = [...codes].map(outcomeText).join(' and ') || 'no status';
    check(
      codes.size === 1 && codes.has(200),
      `the status of ${describeCommand(command)}`,
      'OK (200)',
      actual,
    );
  }
});

consequence('each command has one status', function () {
  for (const { command, statuses } of outcomesNow(this))
    check(statuses.length === 1, `the statuses of ${describeCommand(command)}`, 'one', `${statuses.length}`);
});

consequence('each status has a code that is listed for its command', function () {
  for (const { command, statuses } of outcomesNow(this)) {
    const listed = STATUS_CODES_OF[command.kind] ?? [];
    for (const { code } of statuses)
      check(
        listed.includes(code),
        `the status of ${describeCommand(command)}`,
        listed.join(', '),
        outcomeText(code),
      );
  }
});

consequence('each status names its message and its command', function () {
  for (const { command, statuses, messageID } of outcomesNow(this)) {
    const what = `the status of ${describeCommand(command)}`;
    const [status] = statuses;
    check(
      status !== undefined,
      what,
      `MsgRef ${messageID}, CmdRef ${command.commandID}`,
      'no status that names them',
    );
    check(status?.messageReference !== undefined, what, `MsgRef ${messageID}`, 'no MsgRef');
    check(status?.command === command.kind, what, `Cmd ${command.kind}`, `Cmd ${status?.command ?? ''}`);
  }
});
