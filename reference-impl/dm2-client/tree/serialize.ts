import type { SerializedObject } from '../../../protocol/model/dm2-object';
import type { ObjectStore } from './object-store';
import { clientURIOf, type FoundNode, type Place } from './object-tree';

/** A sub-tree as it travels: its address resolved, and what is said of whole instances. @see dm2.md 3.6 */
export function serialized(store: ObjectStore, node: FoundNode): SerializedObject {
  const { path, value, moid, miid } = node;
  const name = path.at(-1);
  if (name !== undefined) return { clientURI: clientURIOf(node), name, value };
  const description = store.descriptions.get(moid);
  return {
    ...(description?.ddf !== undefined && { ddf: description.ddf }),
    clientURI: clientURIOf(node),
    cacheValidator: store.cacheValidatorOf(node),
    name: description?.name ?? miid,
    value,
  };
}

/** What is told of a place, as it was when it was asked for. */
export interface ToldNode {
  readonly place: Place;
  readonly object: SerializedObject;
}

export function toldNode(store: ObjectStore, node: FoundNode): ToldNode {
  return { place: node, object: serialized(store, node) };
}
