import { type Refusal, refuse } from '../../protocol/model/refusal';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { DmGateway } from './dm-gateway';

/** The nodes that hold the results, one for each Start. @see GFO step 6 */

export function makeResultsNode(gateway: DmGateway): string | Refusal {
  const { limits, fanOutRoot } = gateway.config;
  const running = gateway.runs.filter(({ state }) => state === 'running').length;
  if (running >= limits.concurrentRuns || !gateway.procedures.makeRoomForResults(gateway))
    return refuse(statusCode('DEVICE_FULL'), `${running} fan-outs are running`);
  const uri = freeName(gateway, `${fanOutRoot}/Results`);
  gateway.nodes.addInterior(uri);
  return uri;
}

/** The number after the highest that is in use, so that a name is not taken up again while it is remembered. */
function freeName({ nodes, runs }: DmGateway, root: string): string {
  const names = [...(nodes.childrenOf(root) ?? []), ...runs.map(({ resultsURI }) => resultsURI)];
  const numbers = names.map((name) => Number(/Results(\d+)$/.exec(name)?.[1] ?? 0));
  return `${root}/Results${Math.max(0, ...numbers) + 1}`;
}

/** A server may have deleted results by itself. */
export function makeRoomForResults({ runs, nodes, config }: DmGateway): boolean {
  for (const run of [...runs]) {
    const isDeleted = nodes.childrenOf(run.resultsURI) === undefined;
    if (run.state === 'finished' && (isDeleted || runs.length >= config.limits.keptResults)) {
      runs.splice(runs.indexOf(run), 1);
      nodes.remove(run.resultsURI);
    }
  }
  return runs.length < config.limits.keptResults;
}
