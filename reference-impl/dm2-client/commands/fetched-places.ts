import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import type { Mandate } from '../dm2-client';
import type { ObjectTree, Place } from '../tree/object-tree';
import { placeForData } from '../tree/place-for-data';

/** Where fetched data go. @see dm2.md 5.3 */

/** The place that the command names. */
export function placeOf(mandate: Mandate, clientURI: string): Place | Refusal {
  const { procedures, store } = mandate.client;
  const address = procedures.readClientURI(mandate, clientURI);
  return isRefusal(address) ? address : placeForData(store, store.tree, address);
}

/** The place that the data name: without MIID, a new instance unless there is exactly one. */
export function ownPlaceOf(mandate: Mandate, tree: ObjectTree, clientURI: string): Place | Refusal {
  const { procedures, store } = mandate.client;
  const address = procedures.readClientURI(mandate, clientURI);
  if (isRefusal(address)) return address;
  const { moid, instance, path } = address;
  const instances = tree.get(moid);
  const isNew = instance.kind === 'only' && path.length === 0 && instances?.size !== 1;
  if (!isNew || instances === undefined) return placeForData(store, tree, address);
  return { moid, miid: procedures.newMIID([...instances.keys()]), path: [] };
}

/** The lowest number that is free. */
export function newMIID(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(String(number))) number += 1;
  return String(number);
}
