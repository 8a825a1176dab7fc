import { encodeCommandsXml } from '../../../protocol/codec/syncml/syncml-xml';
import type {
  AlertCommand,
  ExecCommand,
  ResultsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../../protocol/model/syncml-command';
import type { Item } from '../../../protocol/model/syncml-item';
import { RESULT_AGGREGATION_ALERT } from '../../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../../protocol/tables/syncml/status-codes';
import type { ClientSideSession } from './client-side-session';
import { ClientTester } from './client-tester';
import { alert } from './command-building';
import type { SyncMLStage } from './stage';
import type { Answered } from './tester-tree';

/** How the gateway tester tells the server that a fan-out is done; a scenario changes it. */
export interface AlertHabits {
  /** Milliseconds after Start, in a session of its own. */
  readonly after: number;
  readonly inSessionOfStart: boolean;
  readonly never: boolean;
  readonly twice: boolean;
  /** `<n>` stands for the name of the results node; empty names none. */
  readonly url: string;
  readonly place: 'source' | 'target' | 'data';
  readonly type: string;
  readonly completionAsWell: boolean;
  /** An alert of some other Start comes before. */
  readonly forAnotherFirst: boolean;
}

/** A Start that the server executed. */
export interface Started {
  readonly correlator: string | undefined;
  readonly commands: string | undefined;
  readonly group: string | undefined;
  /** Local URI of the aggregate. */
  readonly results: string;
  readonly at: number;
  alertedAt?: number;
}

const ANOTHER = { correlator: 'of-another-start', results: 'Another' } as const;

/** A pair of the aggregate. */
export interface Pair {
  readonly device: string;
  readonly deviceID: string;
  readonly answers: readonly (StatusCommand | ResultsCommand)[];
}

/**
 * A tester that plays the DM Gateway of a server under test: it has the nodes of the fan-out object, takes Start, and
 * alerts later that the results are there, which it makes up. It asks no device. @see GFO steps 2, 3, 7
 */
export class GatewayTester extends ClientTester {
  readonly started: Started[] = [];
  alerting: AlertHabits = {
    after: 1000,
    inSessionOfStart: false,
    never: false,
    twice: false,
    url: './SCM/Results/<n>',
    place: 'source',
    type: RESULT_AGGREGATION_ALERT,
    completionAsWell: false,
    forAnotherFirst: false,
  };
  startStatus: number | undefined;
  /** Where the next aggregate is, instead of below Results. */
  resultsAt: string | undefined;
  /** What the path of a node ends with that is not shown. */
  hidden: string | undefined;
  /** What the devices of a fan-out are made to have said. */
  pairsOf: (started: Started) => readonly Pair[] = () => [];
  #due: AlertCommand[] = [];

  constructor(stage: SyncMLStage) {
    super(stage, stage.opposite.actor, () => stage.underTest.account);
    stage.opposite.serve((request) => this.takePackageZero(request));
    const { fanOut } = stage.underTest.roots;
    this.alerting = { ...this.alerting, url: `${fanOut}/Results/<n>` };
    this.hasNodes('', '');
    this.nodes.onExec = (path, command) => this.#execute(path, command);
    this.alertsWithAnswers = () => this.#due.splice(0);
  }

  override perform(command: SyncMLCommand): readonly Answered[] {
    const [answered, ...others] = super.perform(command);
    const uri = 'items' in command ? command.items[0]?.target?.uri : undefined;
    if (answered === undefined || this.hidden === undefined || uri?.endsWith(this.hidden) !== true)
      return answered === undefined ? [] : [answered, ...others];
    return [{ ...answered, code: statusCode('PERMISSION_DENIED'), found: [] }];
  }

  override async close(): Promise<void> {
    await super.close();
    this.stage.opposite.serve(async () => new Response(null, { status: 503 }));
  }

  /** Nodes of the fan-out object with these values. */
  hasNodes(commands: string, group: string): void {
    const { fanOut } = this.stage.underTest.roots;
    this.nodes.set(`${fanOut}/FanOut/ToBeFannedOut`, { data: commands, format: 'xml' });
    this.nodes.set(`${fanOut}/FanOut/TargetGroupRef`, group);
    this.nodes.set(`${fanOut}/FanOut/Start`, { data: '', format: 'null' });
    this.nodes.makeInterior(`${fanOut}/Results`);
  }

  /** The server has to add what it wants to set. */
  hasNoNodes(): void {
    const { fanOut } = this.stage.underTest.roots;
    this.nodes.remove(`${fanOut}/FanOut/ToBeFannedOut`);
    this.nodes.remove(`${fanOut}/FanOut/TargetGroupRef`);
  }

  #execute(path: string, { correlator }: ExecCommand): number {
    const { fanOut } = this.stage.underTest.roots;
    if (!`./${path}`.endsWith(`${fanOut}/FanOut/Start`)) return statusCode('NOT_FOUND');
    const results = this.resultsAt ?? `${fanOut}/Results/Results${this.started.length + 1}`;
    const started: Started = {
      correlator,
      commands: this.#value('ToBeFannedOut'),
      group: this.#value('TargetGroupRef'),
      results,
      at: this.stage.time.now(),
    };
    this.started.push(started);
    const code = this.startStatus ?? statusCode('ACCEPTED_FOR_PROCESSING');
    if (code < 400) this.#finish(started);
    this.changes.happened();
    return code;
  }

  #value(name: string): string | undefined {
    const data = this.nodes.get(`${this.stage.underTest.roots.fanOut}/FanOut/${name}`)?.data;
    return typeof data === 'string' ? data : undefined;
  }

  #finish(started: Started): void {
    this.#aggregate(started);
    if (this.alerting.never) return;
    if (this.alerting.inSessionOfStart) {
      started.alertedAt = this.stage.time.now();
      this.#due.push(...this.#alerts(started));
      return;
    }
    const { after, twice, forAnotherFirst } = this.alerting;
    if (forAnotherFirst) this.later(after / 2, () => this.#alert({ ...started, ...ANOTHER }));
    for (const times of twice ? [1, 2] : [1]) this.later(times * after, () => this.#alert(started));
  }

  #alert(started: Started): Promise<ClientSideSession> {
    return this.inTurn(() => {
      started.alertedAt ??= this.stage.time.now();
      return this.connectByItself(this.#alerts(started));
    });
  }

  #aggregate(started: Started): void {
    const { results } = started;
    this.nodes.makeInterior(results);
    this.pairsOf(started).forEach(({ device, deviceID, answers }) => {
      this.nodes.set(`${results}/${device}/DeviceID`, deviceID);
      this.nodes.set(`${results}/${device}/DeResult`, { data: encodeCommandsXml(answers), format: 'xml' });
    });
  }

  #alerts(started: Started): AlertCommand[] {
    const { type, completionAsWell } = this.alerting;
    const { correlator } = started;
    const done = alert(1226, [this.#item(started, type)], correlator);
    const completion = this.#item(started, type.replace('resultaggregation', 'completionstatus'));
    return completionAsWell ? [alert(1226, [completion], correlator), done] : [done];
  }

  #item({ results }: Started, type: string): Item {
    const { url, place } = this.alerting;
    const name = url.replace('<n>', results.split('/').at(-1) ?? '');
    const item: Item = { meta: { type, format: 'chr' }, data: place === 'data' ? name : '' };
    if (name === '' || place === 'data') return item;
    return { ...item, [place]: { uri: name } };
  }
}
