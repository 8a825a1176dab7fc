import { readChildren } from '../../harness/cast/management/aggregate';
import { manageByTheBook } from '../../harness/cast/management/by-the-book';
import { resultsURI } from '../../harness/cast/management/fan-out-by-server';
import { getNode } from '../../harness/cast/management/node-commands';
import { distinctAlerts, type ResultAlert, resultAlerts } from '../../harness/cast/management/result-alerts';
import { check, show } from '../../harness/verdict/check';
import { Deviation } from '../../harness/verdict/deviation';
import type { FlowproofWorld } from '../world';
import { inTheEnd } from './patience';
import { type Play, playOf, type Run } from './play';

/** Which alerts tell of which fan-out. A Correlator says so; without one it is the order. */

/** Each with its repetitions, in their order. */
export function alertsOf(play: Play, run: Run): readonly (readonly ResultAlert[])[] {
  const since = resultAlerts(play.scene).filter(({ at }) => at >= run.startedAt);
  const named = since.filter(
    ({ alert }) => alert.correlator !== undefined && alert.correlator === run.correlator,
  );
  if (named.length > 0) return distinctAlerts(named);
  const unnamed = since.filter(({ alert }) => alert.correlator === undefined);
  const distinct = distinctAlerts(unnamed);
  const later = play.runs.filter((other) => other !== run && other.startedAt >= run.startedAt);
  return later.length === 0 ? distinct : distinct.slice(0, 1);
}

/** Of the latest fan-out; waits for it as long as it may take. */
export async function waitForAlert(world: FlowproofWorld, run?: Run): Promise<ResultAlert> {
  const play = playOf(world);
  const about = run ?? play.run;
  let first: ResultAlert | undefined;
  await inTheEnd(world, () => {
    first = alertsOf(play, about)[0]?.[0];
    check(first !== undefined, 'the alert of the results', 'one', noneOf(play, about));
  });
  if (first === undefined) throw new Error('unreachable: the check above holds');
  return first;
}

/** An alert with the Correlator of no Exec is none of this fan-out; that one came helps to understand why none did. */
function noneOf({ scene, runs }: Play, { startedAt }: Run): string {
  const own = new Set(runs.map(({ correlator }) => correlator));
  const other = resultAlerts(scene).find(
    ({ at, alert }) => at >= startedAt && alert.correlator !== undefined && !own.has(alert.correlator),
  );
  if (other === undefined) return 'none';
  return `none that repeats the Correlator of the Exec; one came with ${show(other.alert.correlator)}`;
}

/** Forms of a URL that may name the same node; the document writes it with a leading slash. @see GFO step 7 */
export function spellings(url: string): readonly string[] {
  const bare = url.replace(/^\.?\/+/, '');
  return [...new Set([url, `./${bare}`, bare])];
}

/** Local URI of the aggregate of a fan-out: the one that the alert names, or the one that is new below Results. */
export async function alertedNode(world: FlowproofWorld, run: Run): Promise<string> {
  const alert = await waitForAlert(world, run);
  const play = playOf(world);
  const { scene } = play;
  if (alert.named === undefined) return newNode(world, play, run);
  const tried = spellings(alert.named.url);
  for (const uri of tried) {
    const job = await manageByTheBook(scene, { packages: [getNode(uri)] });
    if (job.outcomes[0]?.statuses.some(({ code }) => code === 200)) return uri;
  }
  throw new Deviation({
    what: 'the node that the alert names',
    expected: 'that a Get of it is answered OK (200)',
    actual: `none of ${tried.join(', ')} can be got`,
  });
}

/** A gateway that names no results makes its server look for them. */
async function newNode(world: FlowproofWorld, play: Play, run: Run): Promise<string> {
  const root = resultsURI(play.scene);
  const names = (await readChildren(play.scene, root)) ?? [];
  const unknown = names.filter((name) => !(run.resultsBefore ?? []).includes(name));
  const name = unknown[play.runs.indexOf(run)] ?? unknown.at(-1);
  world.enter('X-GFO-06', 'the alert names no results');
  if (name !== undefined) return `${root}/${name}`;
  throw new Deviation({ what: `the nodes below ${root}`, expected: 'one of this fan-out', actual: 'none' });
}
