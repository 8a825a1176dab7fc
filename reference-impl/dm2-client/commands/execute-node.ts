import type { ExecCommand } from '../../../protocol/model/dm2-command';
import type { CommandResult } from '../../../protocol/model/dm2-package';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { Mandate } from '../dm2-client';
import { describedAt, type Operation } from '../tree/node-description';

/** EXEC: done at once, or begun and reported later. @see dm2.md 5.6 */
export function executeNode(mandate: Mandate, command: ExecCommand): CommandResult | Refusal {
  const { procedures } = mandate.client;
  const { account } = mandate.server;
  const to =
    command.serverURI === undefined
      ? account.serverURI
      : procedures.readServerURI(mandate, command.serverURI);
  if (isRefusal(to)) return to;
  const operation = procedures.operationAt(mandate, command.clientURI);
  if (isRefusal(operation)) return operation;
  if (procedures.isDoneAtOnce(command, operation)) return { status: operation.status };
  return procedures.beginExecution(mandate, { clientURI: command.clientURI, to }, operation);
}

/** Of the one node that the address names. */
export function operationAt(mandate: Mandate, clientURI: string): Operation | Refusal {
  const { procedures, store } = mandate.client;
  const named = procedures.namedNodes(mandate, clientURI);
  if (isRefusal(named)) return named;
  const [node, second] = named.nodes;
  if (node === undefined || second !== undefined)
    return refuse(commandStatus('NOT_FOUND'), 'expected one node, found several', 'dm2.md 5.6');
  const description = describedAt(store.descriptions.get(node.moid)?.root, node.path);
  const operation = description?.kind === 'leaf' ? description.operation : undefined;
  return operation ?? refuse(commandStatus('METHOD_NOT_ALLOWED'), 'the node is not executable', 'dm2.md 5.2');
}

/** Never where the server named an address for the result. @see dm2.md 5.6 */
export function isDoneAtOnce({ serverURI }: ExecCommand, { duration }: Operation): boolean {
  return serverURI === undefined && duration === 0;
}
