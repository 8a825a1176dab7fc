import type { SendCommand } from '../../../protocol/model/dm2-command';
import type { CommandResult } from '../../../protocol/model/dm2-package';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { DM2Client, Performance } from '../dm2-client';
import type { RepositoryReply } from '../dm2-client-ports';
import { sizeOf } from '../tree/node-value';
import { type ToldNode, toldNode } from '../tree/serialize';
import { DONE } from './perform-commands';

/** HPUT and HPOST: data of the tree to a repository. @see dm2.md 5.4 */
export async function sendData(
  performance: Performance,
  { verb, serverURI, clientURIs }: SendCommand,
): Promise<CommandResult | Refusal> {
  const { procedures } = performance.client;
  const uri = procedures.readServerURI(performance, serverURI);
  if (isRefusal(uri)) return uri;
  const nodes = procedures.nodesToSend(performance, clientURIs);
  if (isRefusal(nodes)) return nodes;
  if (nodes.length === 0) return { status: commandStatus('NOT_MODIFIED') };
  const method = verb === 'HPUT' ? 'PUT' : 'POST';
  const { objectTypes } = performance;
  const sending = { method, uri, nodes, ...(objectTypes && { objectTypes }) } as const;
  const reply = await procedures.deliver(performance.client, sending);
  if (isRefusal(reply)) return reply;
  const answer = procedures.successOf(reply);
  return isRefusal(answer) ? answer : DONE;
}

/** In the order of the addresses; where one of them names nothing, nothing is sent. */
export function nodesToSend(
  performance: Performance,
  clientURIs: readonly string[],
): readonly ToldNode[] | Refusal {
  const { procedures, store, config } = performance.client;
  const nodes: ToldNode[] = [];
  let size = 0;
  for (const clientURI of clientURIs) {
    const named = procedures.namedNodes(performance, clientURI);
    if (isRefusal(named)) return named;
    const told = procedures.nodesToTell(performance, named);
    for (const { value } of told) size += sizeOf(value).octets;
    if (size > config.limits.sentSize)
      return refuse(commandStatus('CONTENT_TOO_LARGE'), 'more than one message carries', 'dm2.md 5.1');
    nodes.push(...told.map((node) => toldNode(store, node)));
  }
  return nodes;
}

/** Data on their way to a repository. */
export interface Sending {
  readonly method: 'PUT' | 'POST';
  readonly uri: string;
  readonly nodes: readonly ToldNode[];
  /** What the repository takes, as far as it is known. */
  readonly objectTypes?: readonly string[];
}

/** Once, and once more in a form that the repository says it takes. */
export async function deliver(client: DM2Client, sending: Sending): Promise<RepositoryReply | Refusal> {
  const { method, uri, nodes, objectTypes } = sending;
  const { procedures, store } = client;
  const content = procedures.contentOf(store, nodes, objectTypes);
  if (isRefusal(content)) return content;
  const reply = await procedures.askRepository(client, { method, uri, content });
  const isRefused = reply.kind === 'answered' && reply.status === commandStatus('UNSUPPORTED_MEDIA_TYPE');
  if (!isRefused || reply.objectTypes === undefined) return reply;
  const other = procedures.contentOf(store, nodes, reply.objectTypes);
  return isRefusal(other) ? other : procedures.askRepository(client, { method, uri, content: other });
}
