import type { DataTable } from '@cucumber/cucumber';
import { readAggregate } from '../../harness/cast/management/aggregate';
import { manageByTheBook } from '../../harness/cast/management/by-the-book';
import { getNode } from '../../harness/cast/management/node-commands';
import { isRefusalCode } from '../../harness/cast/management/outcomes';
import { check, show } from '../../harness/verdict/check';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { alertedNode, alertsOf } from './alerts-of-runs';
import { cellValue, commandRows } from './command-table';
import { answeredRows, valuesIn } from './device-answers';
import { outcomeText } from './outcome';
import { inTheEnd } from './patience';
import { playOf, type Run } from './play';
import { checkPairs, pairOf, readResults } from './results-of-runs';
import { checkRows } from './status-table';

consequence('the results hold one pair per device', async function () {
  const { run } = playOf(this);
  checkPairs(this, await readResults(this, run), run.members);
});

consequence('the results hold pairs of {devices} only', async function (devices: readonly string[]) {
  checkPairs(this, await readResults(this, playOf(this).run), devices);
});

consequence('the earlier fan-out ends with one pair per device', async function () {
  const { runs } = playOf(this);
  const run = runs.at(-2) ?? runs.at(-1);
  if (run === undefined) throw new Error('the scenario has fanned nothing out yet');
  checkPairs(this, await readResults(this, run), run.members);
});

consequence('both fan-outs have results of their own', async function () {
  const play = playOf(this);
  const both = play.runs.slice(-2);
  const nodes: string[] = [];
  for (const run of both) {
    const uri = await alertedNode(this, run);
    nodes.push(uri);
    checkPairs(this, await readAggregate(play.scene, uri), run.members);
  }
  check(new Set(nodes).size === 2, 'the results of two fan-outs', 'two nodes', nodes.join(', '));
  await this.quiet();
  for (const run of both) {
    const { length } = alertsOf(play, run);
    check(length === 1, 'the alerts of each fan-out', 'one', `${length}`);
  }
});

consequence('the results of {device} are:', async function (device: string, table: DataTable) {
  const pair = await pairOf(this, playOf(this).run, device);
  checkRows(
    this,
    `the results of "${device}"`,
    commandRows(table),
    answeredRows(this, playOf(this).run, pair),
  );
});

consequence(
  'the results of {device} show {string} as {string}',
  async function (device: string, node: string, value: string) {
    await checkShown(this, playOf(this).run, { device, node, value });
  },
);

consequence(
  'the earlier results of {device} show {string} as {string}',
  async function (device: string, node: string, value: string) {
    await checkShown(this, playOf(this).earlierRun, { device, node, value });
  },
);

interface Shown {
  readonly device: string;
  readonly node: string;
  readonly value: string;
}

async function checkShown(world: FlowproofWorld, run: Run, { device, node, value }: Shown): Promise<void> {
  const pair = await pairOf(world, run, device);
  const values = valuesIn(pair, node);
  const expected = cellValue(playOf(world).scene, value);
  const what = `${node} in the results of "${device}"`;
  check(
    values.length === 1 && values[0] === expected,
    what,
    show(expected),
    values.map(show).join(', ') || 'nothing',
  );
}

consequence('the results of {device} say that it did not answer', async function (device: string) {
  await checkFailed(this, device, 'X-GFO-09', 'a device that did not answer');
});

consequence('the results of {device} say that it did not authenticate', async function (device: string) {
  await checkFailed(this, device, 'X-GFO-09', 'a device that did not authenticate');
});

/** Which code stands for it the document leaves open. */
async function checkFailed(
  world: FlowproofWorld,
  device: string,
  ambiguity: string,
  who: string,
): Promise<void> {
  const { run } = playOf(world);
  const rows = answeredRows(world, run, await pairOf(world, run, device));
  const wrong = rows.find(({ code }) => code === undefined || !isRefusalCode(code));
  const what = `what DeResult of "${device}" says of ${wrong?.node ?? 'its commands'}`;
  check(rows.length > 0 && wrong === undefined, what, 'a refusal', outcomeText(wrong?.code));
  for (const { code } of rows.slice(0, 1))
    world.enter(ambiguity, `${who} is reported with ${outcomeText(code)}`);
}

consequence('the results are gone', async function () {
  const play = playOf(this);
  const [[alert] = []] = alertsOf(play, play.run);
  const uri = alert?.named?.url ?? '';
  await inTheEnd(this, async () => {
    const job = await manageByTheBook(play.scene, { packages: [getNode(uri)] });
    const code = job.outcomes[0]?.statuses[0]?.code;
    check(code === 404, `the Get of ${uri}`, 'NOT_FOUND (404)', outcomeText(code));
  });
});
