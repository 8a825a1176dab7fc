import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { AnsweredCommand } from '../syncml/server-work';
import type { DeviceResponse, FanOutJob, ResultReport } from './fan-out-job';
import type { ManagedGateway, ManagementServer } from './management-server';
import type { Conversation } from './procedures';

/** Looks at the aggregate node by node: which devices there are, then the pair of each. @see GFO steps 6 and 7 */
export function* askForResults(
  server: ManagementServer,
  gateway: ManagedGateway,
  report: ResultReport,
): Conversation {
  const { procedures, config } = server;
  const address = report.address ?? (yield* newestResults(server));
  const [listed] = yield [procedures.questionAbout(address)];
  const names = namesIn(listed);
  const results: DeviceResponse[] = [];
  for (let first = 0; first < names.length; first += config.limits.devicesAtOnce) {
    const pairs = names
      .slice(first, first + config.limits.devicesAtOnce)
      .map((name) => procedures.pairBelow(`${address}/${name}`));
    const answers = yield pairs.flat().map(procedures.questionAbout);
    pairs.forEach((_, index) => {
      results.push({ deviceID: textIn(answers[2 * index]), response: textIn(answers[2 * index + 1]) });
    });
  }
  const job = procedures.jobOf(gateway, report);
  if (job !== undefined) Object.assign(job, { state: 'reported', results });
}

/** Where the alert does not say: the document has an address in it as a SHOULD only. @see GFO step 7 */
function* newestResults({
  procedures,
  config,
}: ManagementServer): Generator<readonly SyncMLCommand[], string, readonly AnsweredCommand[]> {
  const root = `${config.fanOutRoot}/Results`;
  const [listed] = yield [procedures.questionAbout(root)];
  const newest = namesIn(listed).at(-1);
  return newest === undefined ? root : `${root}/${newest}`;
}

export function questionAbout(uri: string): SyncMLCommand {
  return { kind: 'Get', commandID: '', items: [{ target: { uri } }] };
}

export function pairBelow(uri: string): readonly [string, string] {
  return [`${uri}/DeviceID`, `${uri}/DeResult`];
}

/** A gateway that says no correlator is taken to tell of the fan-out that waits longest. */
export function jobOf({ jobs }: ManagedGateway, { correlator }: ResultReport): FanOutJob | undefined {
  const started = jobs.filter(({ state }) => state === 'started' || state === 'reported');
  if (correlator !== undefined) return started.find((job) => job.correlator === correlator);
  return started.find(({ state }) => state === 'started');
}

/** The value of an interior node is the list of its children. @see DM_RepPro 4.1.6.7 */
function namesIn(answer: AnsweredCommand | undefined): readonly string[] {
  return textIn(answer)
    .split('/')
    .filter((name) => name !== '');
}

function textIn(answer: AnsweredCommand | undefined): string {
  const [item] = answer?.results.flatMap(({ items }) => items) ?? [];
  return typeof item?.data === 'string' ? item.data : '';
}
