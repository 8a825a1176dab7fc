import type { ClientRun } from '../../harness/cast/dm2/client-run';
import type { DM2ClientTester } from '../../harness/cast/dm2/client-tester';
import type { DM2Scene } from '../../harness/cast/dm2/dm2-scene';
import type { HostRequest } from '../../harness/cast/dm2/object-host';
import type { RawAnswer } from '../../harness/cast/dm2/raw-message';
import type { ServerSession } from '../../harness/cast/dm2/server-session';
import type { TakenMessage } from '../../harness/cast/dm2/taken-message';
import type { Words } from '../../harness/cast/dm2/words';
import type { NodeValue } from '../../protocol/model/dm2-object';
import type { FlowproofWorld } from '../world';

/** Names of the harness's own things at the repository begin so; no table speaks of them. */
export const OWN = '~';

/** How much there was of everything when the latest stimulus began. */
interface Mark {
  readonly sessions: number;
  readonly arrivals: number;
  readonly notifications: number;
  readonly pushes: number;
  readonly reports: number;
  readonly asked: number;
  readonly requests: number;
  readonly forbidden: number;
  readonly exchanges: number;
  /** Packages 2 of each session of a client tester. */
  readonly packages: ReadonlyMap<ClientRun, number>;
  readonly sent: ReadonlyMap<ClientRun, number>;
}

/** What one scenario of DM 2.0 has done so far, for the steps that look at it. It judges nothing. */
export class DM2Play {
  readonly scene: DM2Scene;
  /** The latest commands that a table gave. */
  commands: readonly Words[] = [];
  /** The session of a client tester that is held open. */
  openRun: ClientRun | undefined;
  /** What the message got that the latest stimulus had a tester send. */
  answered: () => RawAnswer | undefined = () => undefined;
  /** What the lamps and DevInfo held before the stimulus, by address. */
  before: ReadonlyMap<string, NodeValue | undefined> | undefined;
  /** Cache validators by address, as last reported. */
  readonly validators = new Map<string, string>();
  /** Sessions that the inspection showed before the scenario. */
  knownSessions: ReadonlySet<string> | undefined;
  /** The notification that a tester brought last. */
  earlier: { readonly octets: Uint8Array; readonly number: number | undefined } | undefined;
  mark: Mark;

  constructor(scene: DM2Scene) {
    this.scene = scene;
    this.mark = this.#now();
  }

  begin(): void {
    this.mark = this.#now();
  }

  #now(): Mark {
    const { server, client, push, asker, repository, forbidden, stage } = this.scene;
    const runs = this.runs;
    return {
      sessions: server.managed.length,
      arrivals: server.arrivals.length,
      notifications: client.notifications.length,
      pushes: push.taken.length,
      reports: asker.reports.length,
      asked: asker.asked.length,
      requests: repository.requests.length,
      forbidden: forbidden.requests.length,
      exchanges: stage.exchanges().length,
      packages: new Map(runs.map((run) => [run, run.commands.length])),
      sent: new Map(runs.map((run) => [run, run.sent.length])),
    };
  }

  get runs(): readonly ClientRun[] {
    const { scene } = this;
    return scene.stage.otherAccount === undefined
      ? scene.client.runs
      : [...scene.client.runs, ...scene.other.runs];
  }

  /** Packages 2 that this device got since the stimulus began. */
  packagesOf(device: DM2ClientTester): readonly (readonly Words[])[] {
    return device.runs.flatMap((run) => run.commands.slice(this.mark.packages.get(run) ?? 0));
  }

  /** Sessions at the server tester since the stimulus began. */
  get sessions(): readonly ServerSession[] {
    return this.scene.server.managed.slice(this.mark.sessions);
  }

  /** The session at the server tester that the scenario is about. */
  get session(): ServerSession | undefined {
    return this.scene.server.managed.at(-1);
  }

  get arrivals(): readonly TakenMessage[] {
    return this.scene.server.arrivals.slice(this.mark.arrivals);
  }

  /** Requests at the repository that a table speaks of. */
  get requests(): readonly HostRequest[] {
    const since = this.scene.repository.requests.slice(this.mark.requests);
    return since.filter(({ name }) => !name.startsWith(OWN));
  }
}

const plays = new WeakMap<FlowproofWorld, DM2Play>();

export function playOf(world: FlowproofWorld): DM2Play {
  const known = plays.get(world) ?? new DM2Play(world.dm2);
  plays.set(world, known);
  return known;
}
