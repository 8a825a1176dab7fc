import { isDeepStrictEqual } from 'node:util';
import { isRefusal } from '../../../protocol/model/refusal';
import { pause } from '../../dm2/answer-in-time';
import type { DM2Client, Subscription } from '../dm2-client';
import { clientURIOf, type FoundNode } from '../tree/object-tree';
import { type ToldNode, toldNode } from '../tree/serialize';

/** Sends each subscriber what it named, once for each change that it can see. @see dm2.md 5.8 */
export function tellSubscribers(client: DM2Client): void {
  for (const subscription of client.subscriptions) {
    const nodes = client.procedures.findNodes(client.store.tree, subscription.address);
    if (isSame(subscription.nodes, nodes)) continue;
    subscription.nodes = nodes;
    client.procedures.keepChange(subscription);
    if (!subscription.isSending) void sendChanges(subscription);
  }
}

function isSame(before: readonly FoundNode[], after: readonly FoundNode[]): boolean {
  if (before.length !== after.length) return false;
  return after.every((node, index) => {
    const other = before[index];
    if (other === undefined || clientURIOf(node) !== clientURIOf(other)) return false;
    return node.value === other.value || isDeepStrictEqual(node.value, other.value);
  });
}

/** A repository that is too slow for the changes misses some, but never the last. */
export function keepChange({ waiting, nodes, client }: Subscription): void {
  if (waiting.length >= client.config.limits.waitingChanges) waiting.pop();
  waiting.push(nodes.map((node) => toldNode(client.store, node)));
}

/** One after the other, in the order of the changes. */
async function sendChanges(subscription: Subscription): Promise<void> {
  const { client, waiting } = subscription;
  subscription.isSending = true;
  for (let nodes = waiting.shift(); nodes !== undefined; nodes = waiting.shift())
    if (client.subscriptions.has(subscription)) await client.procedures.sendChange(subscription, nodes);
  subscription.isSending = false;
}

/** Again where there is no answer, up to the limit. @see dm2.md 5.8 */
export async function sendChange(subscription: Subscription, nodes: readonly ToldNode[]): Promise<void> {
  const { client, serverURI: uri } = subscription;
  const { repeatLimit, repeatInterval } = client.config.limits;
  for (let repeats = 0; repeats <= repeatLimit; repeats += 1) {
    if (repeats > 0) await pause(client.ports.clock, repeatInterval);
    const reply = await client.procedures.deliver(client, { method: 'PUT', uri, nodes });
    if (isRefusal(reply) || reply.kind === 'answered' || reply.kind === 'too-large') return;
  }
}
