import type { ClientSideSession } from '../../harness/cast/management/client-side-session';
import { configureGroup } from '../../harness/cast/management/gateway-configuration';
import type { Habits } from '../../harness/cast/management/habits';
import type { ReceivedPackageZero } from '../../harness/cast/management/package-zero';
import { check } from '../../harness/verdict/check';
import { Inconclusive } from '../../harness/verdict/deviation';
import type { FlowproofWorld } from '../world';
import { commandsText } from './command-table';
import { fanOutTo, withoutIdentifiers } from './fan-out-runs';
import { answerAsPumps } from './made-up-answers';
import { inTheEnd } from './patience';
import { playOf } from './play';

/** Sessions in which the target is the server: it has work for a client that a tester plays. */

const LARGE = 'flowproof '.repeat(350);

const COMMANDS = {
  ordinary:
    '<Replace><CmdID>1</CmdID><Item><Target><LocURI>./Pump/State</LocURI></Target><Data>on</Data></Item></Replace><Get><CmdID>2</CmdID><Item><Target><LocURI>./Pump/Name</LocURI></Target></Item></Get>',
  large: `<Replace><CmdID>1</CmdID><Item><Target><LocURI>./Pump/Name</LocURI></Target><Data>${LARGE}</Data></Item></Replace><Get><CmdID>2</CmdID><Item><Target><LocURI>./Pump/Large</LocURI></Target></Item></Get>`,
} as const;

/**
 * Has the target want something of its client, which holds back until it is told to connect. Both have met before, so
 * that they know each other's nonces and the session shows nothing of that.
 */
export async function giveWork(world: FlowproofWorld, size: keyof typeof COMMANDS): Promise<void> {
  const play = playOf(world);
  const { scene } = play;
  if (!scene.groups.has('work')) await meet(world);
  const { peer } = scene;
  peer.conduct = { ...peer.conduct, connects: false };
  play.packagesZeroBefore = peer.packagesZero.length;
  await fanOutTo(world, 'work', commandsText(withoutIdentifiers(COMMANDS[size])));
}

async function meet(world: FlowproofWorld): Promise<void> {
  const { scene } = playOf(world);
  if (scene.role === 'dm-gateway') {
    await configureGroup(scene, 'work', ['d1']);
  } else {
    scene.groups.set('work', ['d1', 'd2']);
    answerAsPumps(scene);
  }
  await scene.makeReady();
  await scene.stage.time.settle(scene.peer.connectByItself(), scene.stage.target.ixit.responseTimeout);
}

/** The package 0 that waits for the client; without one the target was never put to the test. */
export async function waitingPackageZero(world: FlowproofWorld): Promise<ReceivedPackageZero> {
  const play = playOf(world);
  const { peer } = play.scene;
  const arrived = () => peer.packagesZero.slice(play.packagesZeroBefore).at(-1);
  await inTheEnd(world, () => {
    check(arrived() !== undefined, `the package 0 to ${peer.name}`, 'one', 'none');
  });
  const received = arrived();
  if (received === undefined) throw new Inconclusive(`${peer.name} got no package 0`);
  return received;
}

/** Answers the package 0 that waits, and runs the session to its end. */
export async function connect(
  world: FlowproofWorld,
  habits: Partial<Habits> = {},
): Promise<ClientSideSession> {
  const play = playOf(world);
  const { peer, stage } = play.scene;
  const received = await waitingPackageZero(world);
  play.sessionsOfPeerBefore = peer.sessions.length;
  const running = peer.answerPackageZero(received, { ...peer.habits, ...habits });
  const patience = stage.target.ixit.responseTimeout + peer.conduct.answersAfter;
  await stage.time.settle(running, patience);
  const session = peer.sessions[play.sessionsOfPeerBefore];
  if (session === undefined) throw new Error(`${peer.name} has opened no session`);
  play.clientSession = { tester: peer, session };
  return session;
}
