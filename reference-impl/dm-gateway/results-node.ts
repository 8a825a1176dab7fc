import { type Refusal, refuse } from '../../protocol/model/refusal';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { DmGateway } from './dm-gateway';
import type { FanOutRun } from './fan-out-run';
import { RESULTS_NODE } from './gateway-tree';

/** The nodes that hold the results, one for each Start. @see GFO step 6 */

export function makeResultsNode(gateway: DmGateway, devices: number): string | Refusal {
  const { limits, fanOutRoot } = gateway.config;
  const running = gateway.runs.filter(({ state }) => state === 'running').length;
  if (running >= limits.concurrentRuns) return full(`${running} fan-outs are running`);
  const name = freeName(gateway, `${fanOutRoot}/Results`);
  const hasRoom = gateway.procedures.makeRoomForResults(gateway, devices);
  if (!hasRoom || !gateway.nodes.add(`${fanOutRoot}/Results`, name, RESULTS_NODE))
    return full(`there is no room for the results of ${devices} devices`);
  return `${fanOutRoot}/Results/${name}`;
}

const NODES_OF_PAIR = 3;

function full(reason: string): Refusal {
  return refuse(statusCode('DEVICE_FULL'), reason, 'DM_RepPro 4.1.6.6');
}

/** The number after the highest that is in use, so that a name is not taken up again while it is remembered. */
function freeName({ nodes, runs }: DmGateway, root: string): string {
  const names = [...(nodes.childrenOf(root) ?? []), ...runs.map(({ resultsURI }) => resultsURI)];
  const numbers = names.map((name) => Number(/Results(\d+)$/.exec(name)?.[1] ?? 0));
  return `Results${Math.max(0, ...numbers) + 1}`;
}

/** Results that the server has deleted by itself are forgotten first, then the oldest go, as far as they have to. */
export function makeRoomForResults({ runs, nodes, config }: DmGateway, devices: number): boolean {
  const forget = (run: FanOutRun): void => {
    runs.splice(runs.indexOf(run), 1);
    nodes.remove(run.resultsURI);
  };
  const finished = runs.filter(({ state }) => state === 'finished');
  const isDeleted = ({ resultsURI }: FanOutRun): boolean => nodes.childrenOf(resultsURI) === undefined;
  for (const run of finished.filter(isDeleted)) forget(run);
  const hasRoom = (): boolean =>
    runs.length < config.limits.keptResults && nodes.hasRoomFor(1 + devices * NODES_OF_PAIR);
  for (const run of finished) if (!hasRoom() && runs.includes(run)) forget(run);
  return hasRoom();
}
