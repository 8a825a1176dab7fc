import type { ClientSideSession } from '../../harness/cast/management/client-side-session';
import type { ClientTester } from '../../harness/cast/management/client-tester';
import type { FanOutRun } from '../../harness/cast/management/fan-out-by-server';
import type { ManagementScene } from '../../harness/cast/management/management-scene';
import type { ServerJob } from '../../harness/cast/management/server-job';
import type { ServerSideSession } from '../../harness/cast/management/server-side-session';
import type { Woken } from '../../harness/cast/management/server-tester';
import {
  type SessionView,
  viewOfClientSide,
  viewOfServerSide,
} from '../../harness/cast/management/session-view';
import type { FlowproofWorld } from '../world';
import type { CommandRow } from './command-table';

/** What one scenario has done so far, for the steps that look at it. It judges nothing. */
export class Play {
  readonly scene: ManagementScene;
  /** Fan-outs in their order; of a server under test those that it was told to do. */
  readonly runs: Run[] = [];
  /** The latest session that the server tester had work for. */
  job: ServerJob | undefined;
  /** What its table said. */
  rows: readonly CommandRow[] = [];
  /** The status that "the status" means. */
  latestStatus: number | undefined;
  /** Values of the fan-out object as the server tester set them last, and whether one was refused. */
  set: { readonly [node: string]: string } = {};
  isSettingRefused = false;
  /** What nodes held before a message that must not change them, by their real URI. */
  readonly before = new Map<string, string | undefined>();
  /** The package 0 sent last. */
  woken: Woken | undefined;
  /** How many sessions each tester had when the latest stimulus began. */
  sessionsBefore = 0;
  /** How many packages 0 and sessions the client of the target had before the latest work for it. */
  packagesZeroBefore = 0;
  sessionsOfPeerBefore = 0;
  /** Starts of a server under test that are history. */
  startsBefore = 0;
  /** A session of a tester that is a client, where the scenario is about one. */
  clientSession: { readonly tester: ClientTester; readonly session: ClientSideSession } | undefined;
  /** Nodes of the test below its root are made on first use. */
  hasTestNode = false;

  constructor(scene: ManagementScene) {
    this.scene = scene;
  }

  get run(): Run {
    const run = this.runs.at(-1);
    if (!run) throw new Error('the scenario has fanned nothing out yet');
    return run;
  }

  get earlierRun(): Run {
    const run = this.runs.at(-2);
    if (!run) throw new Error('the scenario has fanned out less than twice');
    return run;
  }

  /** A stimulus begins: what comes from now on is of its making. */
  begin(): void {
    this.clientSession = undefined;
    this.sessionsBefore = this.scene.role === 'dm-server' ? 0 : this.scene.server.sessions.length;
  }

  /** The same, where what comes of it may have come before it was looked at. */
  beginAfter(session: ServerSideSession | undefined): void {
    this.begin();
    const at = session === undefined ? -1 : this.scene.server.sessions.indexOf(session);
    if (at >= 0) this.sessionsBefore = at + 1;
  }

  /** Sessions with the server tester since the latest stimulus began. */
  get sessions(): readonly ServerSideSession[] {
    return this.scene.server.sessions.slice(this.sessionsBefore);
  }

  /** The session that the scenario is about: packages 1 and 3 are those of a client, 2 and 4 those of a server. */
  viewed(target: string, choice = ''): SessionView | undefined {
    const isOfClient = /^package [13]$/.test(choice);
    if (this.clientSession && !isOfClient) return viewOfClientSide(this.clientSession.session);
    const isOfServer = this.scene.role === 'dm-server' || /^package [24]$/.test(choice);
    if (isOfServer || (!isOfClient && target === 'the gateway' && this.#isAboutDevices)) {
      const session = this.scene.clients.flatMap(({ sessions }) => sessions).at(-1);
      return session && viewOfClientSide(session);
    }
    const session = this.job?.session ?? this.sessions.at(-1);
    return session && viewOfServerSide(session);
  }

  /** A fan-out was the latest stimulus, and no session of the server. */
  get #isAboutDevices(): boolean {
    return this.runs.length > 0 && this.rows.length === 0;
  }
}

/** One fan-out. */
export interface Run extends Pick<FanOutRun, 'commands' | 'group' | 'members' | 'correlator' | 'startedAt'> {
  /** The status of Exec; `undefined` where there was none, or where nobody can see it. */
  readonly code: number | undefined;
  /** Whether a node could not be set before it. */
  readonly isSettingRefused: boolean;
  /** Children of Results before it, where they were looked at. */
  readonly resultsBefore?: readonly string[];
}

const plays = new WeakMap<FlowproofWorld, Play>();

export function playOf(world: FlowproofWorld): Play {
  const known = plays.get(world) ?? new Play(world.management);
  plays.set(world, known);
  return known;
}
