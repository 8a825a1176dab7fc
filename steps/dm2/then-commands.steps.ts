import type { DataTable } from '@cucumber/cucumber';
import type { ClientRun } from '../../harness/cast/dm2/client-run';
import type { DM2ClientTester } from '../../harness/cast/dm2/client-tester';
import type { Words } from '../../harness/cast/dm2/words';
import { check } from '../../harness/verdict/check';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { commandsOf, commandsText, commandText } from './command-table';
import { sessionTime } from './patience';
import { playOf } from './play';

type Device = 'the DM Client' | 'another device';

function testerOf(world: FlowproofWorld, device: Device): DM2ClientTester {
  return device === 'another device' ? world.dm2.other : world.dm2.client;
}

/** Without END: what the server said, and where a client is under test what the tester did. */
function commandsSince(world: FlowproofWorld, device: Device): readonly Words[] {
  const play = playOf(world);
  const packages =
    play.scene.role === 'dm-client'
      ? play.sessions.flatMap(({ rounds }) => rounds.map(({ commands }) => commands))
      : play.packagesOf(testerOf(world, device));
  return packages.flat().filter(([verb]) => verb !== 'END');
}

consequence(
  '{dm2Device} got the commands:',
  function (this: FlowproofWorld, device: Device, table: DataTable) {
    const expected = commandsText(commandsOf(this, table));
    const actual = commandsText(commandsSince(this, device));
    check(actual === expected, `the commands that ${device} got`, expected, actual);
    if (this.requirements.includes('DM2-SES-015'))
      this.enter('X-DM2-10', 'commands without a result are sent again');
  },
);

consequence('{dm2Device} got no commands', function (this: FlowproofWorld, device: Device) {
  const commands = commandsSince(this, device);
  check(commands.length === 0, `the commands that ${device} got`, 'none', commandsText(commands));
});

/** Each once, in this session or in one that the tester opens for them. */
consequence(
  '{dm2Device} got the commands over {int} sessions at most:',
  async function (this: FlowproofWorld, device: Device, most: number, table: DataTable) {
    const expected = commandsOf(this, table).map(commandText).sort();
    const got = () => commandsSince(this, device).map(commandText).sort();
    for (let session = 1; session < most && got().length < expected.length; session += 1)
      await this.stage.time.settle(testerOf(this, device).lead(), sessionTime(this));
    const actual = got().join(', ') || 'none';
    const what = `the commands that ${device} got in ${most} sessions at most`;
    check(actual === expected.join(', '), what, `${expected.join(', ')}, each once`, actual);
  },
);

consequence('the DM Server finishes the session', async function (this: FlowproofWorld) {
  const play = playOf(this);
  const what = 'the end of the session';
  if (play.scene.role === 'dm-client') {
    await this.quiet();
    const state = play.sessions.at(-1)?.state ?? 'no session';
    return check(state === 'ended', what, 'END, and no message after it', state);
  }
  const run = latestRun(this);
  const words = run?.commands.flat() ?? [];
  const ends = words.filter(([verb]) => verb === 'END').length;
  const holds = run?.state === 'ended' && ends === 1 && words.at(-1)?.[0] === 'END';
  const said = run?.last?.answer.why ?? commandsText(run?.commands.at(-1) ?? []);
  check(holds, what, 'END once, as the last command', run === undefined ? 'no session' : said);
  const isAlone = run?.commands.at(-1)?.length === 1;
  this.enter('X-DM2-06', isAlone ? 'END comes alone' : 'END comes behind the last commands');
});

/** In which the tester has sent something since the stimulus began. */
function latestRun(world: FlowproofWorld): ClientRun | undefined {
  const { runs, mark } = playOf(world);
  return runs.findLast((run) => run.sent.length > (mark.sent.get(run) ?? 0));
}
