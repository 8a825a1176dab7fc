import type { FetchCommand } from '../../../protocol/model/dm2-command';
import type { CommandResult } from '../../../protocol/model/dm2-package';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { Mandate } from '../dm2-client';
import type { FetchedContent } from '../dm2-client-ports';
import { DONE } from './perform-commands';

/** HGET: data of a repository, stored as a whole or not at all. @see dm2.md 5.3 */
export async function fetchData(mandate: Mandate, command: FetchCommand): Promise<CommandResult | Refusal> {
  const { procedures } = mandate.client;
  const { clientURI } = command;
  const uri = procedures.readServerURI(mandate, command.serverURI);
  if (isRefusal(uri)) return uri;
  const place = clientURI === undefined ? undefined : procedures.placeOf(mandate, clientURI);
  if (isRefusal(place)) return place;
  const reply = await procedures.askRepository(mandate.client, { method: 'GET', uri });
  const answer = procedures.successOf(reply);
  if (isRefusal(answer)) return answer;
  const content = answer.content ?? { type: 'unknown' };
  return clientURI === undefined
    ? procedures.storeObjects(mandate, content)
    : procedures.storeAt(mandate, clientURI, content);
}

/** Of a command that gives no place: each object goes to its own. @see dm2.md 5.3 */
export function storeObjects(mandate: Mandate, content: FetchedContent): CommandResult | Refusal {
  const { procedures, store } = mandate.client;
  if (content.type === 'unreadable') return unreadable(content.reason);
  if (content.type !== 'objects')
    return refuse(commandStatus('UNSUPPORTED_MEDIA_TYPE'), 'expected management objects', 'dm2.md 5.3');
  const places: string[] = [];
  let tree = store.tree;
  for (const { clientURI, name, value } of content.objects) {
    const place = procedures.ownPlaceOf(mandate, tree, clientURI);
    if (isRefusal(place)) return place;
    const changed = procedures.putNode(store, tree, { place, name, value });
    if (isRefusal(changed)) return changed;
    tree = changed;
    places.push(procedures.reportedAddress(place));
  }
  return store.change(tree) ?? { ...DONE, clientURIs: places };
}

/** The tree may have changed since the data were asked for, so the place is looked for again. */
export function storeAt(
  mandate: Mandate,
  clientURI: string,
  content: FetchedContent,
): CommandResult | Refusal {
  const { procedures, store } = mandate.client;
  const place = procedures.placeOf(mandate, clientURI);
  if (isRefusal(place)) return place;
  const data = procedures.dataFor(store, place, content);
  if (isRefusal(data)) return data;
  const changed = procedures.putNode(store, store.tree, { place, ...data });
  if (isRefusal(changed)) return changed;
  return store.change(changed) ?? DONE;
}

export function unreadable(reason: string): Refusal {
  return refuse(commandStatus('BAD_REQUEST'), reason, 'dm2.md 5.1');
}
