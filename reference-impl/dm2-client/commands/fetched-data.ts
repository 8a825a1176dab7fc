import type { SerializedObject } from '../../../protocol/model/dm2-object';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { FetchedContent } from '../dm2-client-ports';
import { describedAt } from '../tree/node-description';
import { isInterior, valueAt } from '../tree/node-value';
import type { ObjectStore } from '../tree/object-store';
import { type Place, rootOf } from '../tree/object-tree';
import { unreadable } from './fetch-data';

/** What fetched data say of the one place that they are for. @see dm2.md 5.3 */
export function dataFor(
  store: ObjectStore,
  place: Place,
  content: FetchedContent,
): Pick<SerializedObject, 'name' | 'value'> | Refusal {
  const name = place.path.at(-1) ?? '';
  switch (content.type) {
    case 'objects': {
      const [object, second] = content.objects;
      if (object === undefined || second !== undefined)
        return unreadable(`expected exactly one object, found ${content.objects.length}`);
      return object;
    }
    case 'text':
      return isLeafPlace(store, place) ? { name, value: content.text } : unsupported();
    case 'octets': {
      const value = Buffer.from(content.octets).toString('base64');
      return isLeafPlace(store, place) ? { name, value } : unsupported();
    }
    case 'unreadable':
      return unreadable(content.reason);
    case 'unknown':
      return unsupported();
  }
}

/** Whether a leaf is there, or can come to be there. */
function isLeafPlace(store: ObjectStore, place: Place): boolean {
  const description = describedAt(store.descriptions.get(place.moid)?.root, place.path);
  const isLeafThere = !isInterior(valueAt(rootOf(store.tree, place), place.path));
  return place.path.length > 0 && isLeafThere && description?.kind !== 'interior';
}

function unsupported(): Refusal {
  return refuse(commandStatus('UNSUPPORTED_MEDIA_TYPE'), 'no such data can be put there', 'dm2.md 5.3');
}
