import { clientURIStatus, parseClientURI } from '../../../protocol/model/dm2-client-uri-text';
import type { SubscribeCommand } from '../../../protocol/model/dm2-command';
import type { CommandResult } from '../../../protocol/model/dm2-package';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { Mandate, Subscription } from '../dm2-client';
import { DONE } from './perform-commands';

/** SUB: kept beyond the session; the same address again replaces where changes are sent. @see dm2.md 5.8 */
export function subscribe(mandate: Mandate, command: SubscribeCommand): CommandResult | Refusal {
  const { client, server, isSecure } = mandate;
  const { procedures, subscriptions, config } = client;
  const { clientURI } = command;
  const serverURI = procedures.readServerURI(mandate, command.serverURI);
  if (isRefusal(serverURI)) return serverURI;
  const named = procedures.namedNodes(mandate, clientURI);
  if (isRefusal(named)) return named;
  const before = procedures.subscriptionOf(mandate, clientURI);
  if (before === undefined && subscriptions.size >= config.limits.subscriptions)
    return refuse(commandStatus('INTERNAL_ERROR'), 'too many subscriptions are kept', 'dm2.md 5.1');
  if (before !== undefined) subscriptions.delete(before);
  const kept = { client, server, isSecure, serverURI, clientURI };
  subscriptions.add({ ...kept, ...named, waiting: [], isSending: false });
  return DONE;
}

/** UNSUB. @see dm2.md 5.8 */
export function unsubscribe(mandate: Mandate, clientURI: string): CommandResult | Refusal {
  const { procedures, subscriptions } = mandate.client;
  const read = parseClientURI(clientURI);
  if (!read.ok) return refuse(clientURIStatus(read.fault), read.fault.detail, 'dm2.md 6.1');
  const subscription = procedures.subscriptionOf(mandate, clientURI);
  if (subscription === undefined)
    return refuse(commandStatus('NOT_FOUND'), 'there is no such subscription', 'dm2.md 5.8');
  subscriptions.delete(subscription);
  return DONE;
}

/** Of this server, and letter by letter the same. */
export function subscriptionOf({ client, server }: Mandate, clientURI: string): Subscription | undefined {
  return [...client.subscriptions].find((kept) => kept.server === server && kept.clientURI === clientURI);
}
