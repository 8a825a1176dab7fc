import type { ClientSideSession } from '../../harness/cast/management/client-side-session';
import { CONNECTS_AND_ANSWERS } from '../../harness/cast/management/client-tester';
import { BY_THE_BOOK } from '../../harness/cast/management/habits';
import { describeCommand } from '../../harness/cast/management/outcomes';
import { resultAlerts } from '../../harness/cast/management/result-alerts';
import { check } from '../../harness/verdict/check';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { inTheEnd } from './patience';
import { playOf } from './play';
import { readResults } from './results-of-runs';

/** What the client of a manager under test was given, and what the manager made of its answers. */

/** From a manager that it believed: what came before an answer to its challenge does not count. */
consequence('{peer} got the commands', function (peer: string) {
  return inTheEnd(this, () => {
    const executed = sessionsOfPeer(this).flatMap((session) => session.executed);
    check(executed.length > 0, `the commands that ${peer} got`, 'some', 'none');
  });
});

consequence('{peer} got no commands', async function (peer: string) {
  await this.quiet();
  const got = commandsGot(this);
  check(got.length === 0, `the commands that ${peer} got`, 'none', got.map(describeCommand).join(', '));
});

/** From the one that answered the package 0 on. */
function sessionsOfPeer(world: FlowproofWorld): readonly ClientSideSession[] {
  const { scene, sessionsOfPeerBefore } = playOf(world);
  return scene.peer.sessions.slice(sessionsOfPeerBefore);
}

function commandsGot(world: FlowproofWorld): readonly SyncMLCommand[] {
  return sessionsOfPeer(world)
    .flatMap(({ turns }) => turns)
    .flatMap(({ arrival }) => (arrival.kind === 'message' ? arrival.message.commands : []))
    .filter(({ kind }) => kind !== 'Status' && kind !== 'Results' && kind !== 'Alert');
}

/** Of a gateway: a pair of the device with its value; of a server: that it goes on to Start and to the results. */
consequence('{manager} took the answers', async function (_manager: string) {
  const play = playOf(this);
  if (play.scene.role === 'dm-server') {
    return inTheEnd(this, () => {
      const { length } = play.scene.gateway.started;
      check(length > 0, 'what the server did after the answers of the gateway', 'Start', 'nothing');
    });
  }
  const { pairs } = await readResults(this, play.run);
  const [pair] = pairs;
  const isGood = pair?.answers?.some(
    (one) => one.kind === 'Status' && one.command === 'Replace' && one.code === 200,
  );
  check(
    isGood === true,
    'the answers of the device in the results',
    'its status of Replace',
    pair?.deResult ?? 'none',
  );
});

consequence('{manager} took no answers', async function (_manager: string) {
  const play = playOf(this);
  if (play.scene.role === 'dm-server') {
    await this.quiet();
    const { length } = play.scene.gateway.started;
    check(
      length === 0,
      'what the server did after answers that are none',
      'nothing',
      `Start, ${length} times`,
    );
    return askedForNothing(this);
  }
  await this.quiet();
  const { length } = resultAlerts(play.scene);
  const { pairs } = length === 0 ? { pairs: [] } : await readResults(this, play.run);
  const taken = pairs
    .flatMap(({ answers }) => answers ?? [])
    .filter((one) => one.kind === 'Status' && one.code === 200);
  check(taken.length === 0, 'the answers in the results', 'none of them', `${taken.length} successes`);
});

/** A server that had believed an alert would ask for its results as soon as it can. */
async function askedForNothing(world: FlowproofWorld): Promise<void> {
  const { peer, stage } = playOf(world).scene;
  peer.habits = BY_THE_BOOK;
  peer.conduct = CONNECTS_AND_ANSWERS;
  const session = await stage.time.settle(peer.connectByItself(), stage.target.ixit.responseTimeout);
  const asked = (session?.executed ?? []).filter(({ kind }) => kind === 'Get').map(describeCommand);
  check(asked.length === 0, 'what the server asks for in the next session', 'nothing', asked.join(', '));
}

consequence('{players} got every object whole', function (players: readonly string[]) {
  const play = playOf(this);
  const objects = players.includes('the server')
    ? play.scene.server.sessions.map((session) => session.objects)
    : play.scene.peer.sessions.map((session) => session.objects);
  const broken = objects.filter((one) => one.brokenOff || !one.isWhole);
  check(
    broken.length === 0,
    'the objects that came in parts',
    'whole, of the size that was said',
    `${broken.length} were not`,
  );
  check(
    objects.some(({ count }) => count > 0),
    'the objects that came in parts',
    'some',
    'none',
  );
});

consequence(
  'each part of {players} but the last was answered {dmStatus}',
  function (players: readonly string[], code: number) {
    return inTheEnd(this, () => {
      const parts = players.includes('the server') ? partsOfServer(this) : partsOfPeer(this);
      const isEach = parts.length > 0 && parts.every((status) => status === code);
      check(isEach, 'the statuses of the parts but the last', `${code}`, parts.join(', ') || 'no parts');
    });
  },
);

type Codes = readonly (number | undefined)[];

/** What the client under test says to each command with a part of an object, but to the last. */
function partsOfServer(world: FlowproofWorld): Codes {
  const outcomes = playOf(world).job?.outcomes ?? [];
  const parts = outcomes.filter(({ command }) => hasMore(command));
  return parts.map(({ statuses }) => statuses[0]?.code);
}

/** What the manager under test says to each part of Results, but to the last. */
function partsOfPeer(world: FlowproofWorld): Codes {
  const { scene, sessionsOfPeerBefore } = playOf(world);
  const turns = scene.peer.sessions.slice(sessionsOfPeerBefore).flatMap((session) => session.turns);
  return turns.flatMap(({ sent, arrival }) => {
    const said = arrival.kind === 'message' ? arrival.message.commands : [];
    return sent.commands.filter(hasMore).map((part) => {
      const status = said.find((one) => one.kind === 'Status' && one.commandReference === part.commandID);
      return status?.kind === 'Status' ? status.code : undefined;
    });
  });
}

function hasMore(command: SyncMLCommand): boolean {
  return 'items' in command && command.items.some(({ moreData }) => moreData === true);
}
