import type { ClientURI } from '../../../protocol/model/dm2-client-uri';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import { findNodes } from './find-nodes';
import type { ObjectStore } from './object-store';
import type { ObjectTree, Place } from './object-tree';

/** The one place that data for an address go to: a node that is there, or one to be added to what is. @see dm2.md 5.3 */
export function placeForData(
  { descriptions }: ObjectStore,
  tree: ObjectTree,
  address: ClientURI,
): Place | Refusal {
  if ([address.instance, ...address.path].some(({ kind }) => kind === 'any'))
    return refuse(commandStatus('BAD_REQUEST'), 'data go to one place, not to any', 'dm2.md 5.3');
  const [found, second] = findNodes(tree, address);
  if (second !== undefined) return notFound('several nodes have this address');
  if (found !== undefined) return { moid: found.moid, miid: found.miid, path: found.path };
  if (!descriptions.has(address.moid)) return notFound('the device has no such object');
  return newPlace(tree, address) ?? notFound('there is not even a node above this one');
}

function newPlace(tree: ObjectTree, { path, ...address }: ClientURI): Place | undefined {
  const { moid, instance } = address;
  const last = path.at(-1);
  if (last === undefined)
    return instance.kind === 'named' ? { moid, miid: instance.name, path: [] } : undefined;
  const [parent, second] = findNodes(tree, { ...address, path: path.slice(0, -1) });
  if (last.kind !== 'named' || parent === undefined || second !== undefined) return undefined;
  return { moid, miid: parent.miid, path: [...parent.path, last.name] };
}

function notFound(reason: string): Refusal {
  return refuse(commandStatus('NOT_FOUND'), reason, 'dm2.md 5.3');
}
