import type { CommandResult } from '../../../protocol/model/dm2-package';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { Performance } from '../dm2-client';
import { sizeOf } from '../tree/node-value';
import type { FoundNode } from '../tree/object-tree';
import { serialized } from '../tree/serialize';

/** GET: data of the tree in the result itself. @see dm2.md 5.5 */
export function reportNodes(performance: Performance, clientURI: string): CommandResult | Refusal {
  const { procedures, store } = performance.client;
  const named = procedures.namedNodes(performance, clientURI);
  if (isRefusal(named)) return named;
  const nodes = procedures.nodesToTell(performance, named);
  if (nodes.length === 0) return { status: commandStatus('NOT_MODIFIED') };
  const size = reportedSize(nodes);
  if (size > performance.reportable)
    return refuse(
      commandStatus('CONTENT_TOO_LARGE'),
      `no package 3 carries ${size} octets more`,
      'dm2.md 5.5',
    );
  performance.reportable -= size;
  return { status: commandStatus('OK'), data: nodes.map((node) => serialized(store, node)) };
}

/** Names and values, and roughly what is around each node. */
function reportedSize(nodes: readonly FoundNode[]): number {
  const AROUND = 8;
  const sizes = nodes.map(({ value }) => sizeOf(value));
  return sizes.reduce((sum, size) => sum + size.octets + size.nodes * AROUND, 0);
}
