import { fanOut, setting, startCommand } from '../../harness/cast/management/fan-out-by-server';
import { groupURI } from '../../harness/cast/management/gateway-configuration';
import { manage } from '../../harness/cast/management/manage';
import { codeFor, isRefusalCode } from '../../harness/cast/management/outcomes';
import type { ServerJob } from '../../harness/cast/management/server-job';
import { decodeCommandsXml } from '../../protocol/codec/syncml/syncml-xml';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { FlowproofWorld } from '../world';
import { type Play, playOf, type Run } from './play';

/** How fan-outs are begun: by the server tester, or by the server under test when it is told to. */

export async function fanOutTo(world: FlowproofWorld, group: string, commands: string): Promise<Run> {
  const play = playOf(world);
  play.begin();
  play.rows = [];
  play.job = undefined;
  if (play.scene.role === 'dm-server') return toldToFanOut(play, group, commands);
  if (play.scene.role === 'dm-client') return sentToDevice(play, group, commands);
  const { scene } = play;
  const correlator = scene.stage.unique('start');
  const run = await fanOut(scene, { commands, group, correlator });
  play.job = run.job;
  play.set = { ToBeFannedOut: commands, TargetGroupRef: groupURI(scene, group) };
  const { members, startedAt } = run;
  return begun(play, { commands, group, correlator, members, startedAt }, run.job);
}

function begun(play: Play, run: Omit<Run, 'code' | 'isSettingRefused'>, job: ServerJob): Run {
  const { outcomes } = job;
  const start = outcomes.findLast(({ command }) => command.kind === 'Exec');
  const code = start?.statuses[0]?.code;
  const isSettingRefused =
    start === undefined &&
    outcomes.some(({ statuses }) => statuses.some(({ code: status }) => isRefusalCode(status)));
  const whole = { ...run, code, isSettingRefused };
  play.runs.push(whole);
  play.latestStatus = code;
  return whole;
}

/** The trigger of a server under test. @see docs/profiles/gateway-fan-out.md */
async function toldToFanOut(play: Play, group: string, commands: string): Promise<Run> {
  const { scene } = play;
  const { account } = scene.stage.underTest;
  const startedAt = scene.stage.time.now();
  const members = scene.groups.get(group) ?? [];
  const run = {
    commands,
    group,
    members,
    correlator: undefined,
    startedAt,
    code: undefined,
    isSettingRefused: false,
  };
  play.runs.push(run);
  const told = {
    procedure: 'fanOut',
    gateway: account.deviceID,
    group: groupURI(scene, group),
    commands,
  } as const;
  await scene.stage.underTest.tell(told);
  return run;
}

/** A device under test sees of the workflow what its gateway sends it. @see GFO steps 4, 5 */
async function sentToDevice(play: Play, group: string, commands: string): Promise<Run> {
  const { scene } = play;
  const startedAt = scene.stage.time.now();
  play.job = await manage(scene, { packages: withoutIdentifiers(commands) });
  const run = {
    commands,
    group,
    members: ['d1'],
    correlator: undefined,
    startedAt,
    code: undefined,
    isSettingRefused: false,
  };
  play.runs.push(run);
  return run;
}

/** Commands of a text; they get identifiers of the message that they travel in. */
export function withoutIdentifiers(text: string): SyncMLCommand[] {
  const read = decodeCommandsXml(text);
  if (!read.ok) throw new Error(`the scenario has commands that cannot be read: ${read.fault.detail}`);
  const bare = (command: SyncMLCommand): SyncMLCommand => {
    return 'commands' in command
      ? { ...command, commandID: '', commands: command.commands.map(bare) }
      : { ...command, commandID: '' };
  };
  return read.value.map(bare);
}

/** Sets nodes of the fan-out object in a session of their own. */
export async function setNode(world: FlowproofWorld, name: string, value: string): Promise<void> {
  const play = playOf(world);
  const { scene } = play;
  play.begin();
  play.job = await manage(scene, { packages: () => setting(scene, { [name]: value }) });
  const latest = play.job.outcomes.at(-1);
  play.latestStatus = latest && codeFor(latest, '');
  play.isSettingRefused = play.latestStatus === undefined || isRefusalCode(play.latestStatus);
  play.set = { ...play.set, [name]: value };
}

/** Executes Start once for each correlator, in one package. */
export async function executeStart(
  world: FlowproofWorld,
  correlators: readonly (string | undefined)[],
): Promise<void> {
  const play = playOf(world);
  const { scene } = play;
  play.begin();
  play.rows = [];
  const startedAt = scene.stage.time.now();
  const job = await manage(scene, {
    packages: correlators.map((correlator) => startCommand(scene, correlator)),
  });
  play.job = job;
  const group = [...scene.groups.keys()].find((name) => groupURI(scene, name) === play.set.TargetGroupRef);
  const members = [...(scene.groups.get(group ?? '') ?? [])];
  const commands = play.set.ToBeFannedOut ?? '';
  const starts = job.outcomes.filter(({ command }) => command.kind === 'Exec');
  correlators.forEach((correlator, at) => {
    const code = starts[at]?.statuses[0]?.code;
    play.runs.push({
      commands,
      group,
      members,
      correlator,
      startedAt,
      code,
      isSettingRefused: play.isSettingRefused,
    });
    play.latestStatus = code;
  });
}
