import type { NodeValue, SerializedObject } from '../../../protocol/model/dm2-object';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import { describedAt } from './node-description';
import { completed, faultOfChange } from './node-rules';
import { childrenOf, depthOf, isInterior, valueAt, withValueAt } from './node-value';
import type { ObjectStore } from './object-store';
import { clientURIOf, type ObjectTree, type Place, rootOf, withRoot } from './object-tree';

/** Data and where they go. */
export interface Putting extends Pick<SerializedObject, 'name' | 'value'> {
  readonly place: Place;
}

/** The tree with the data in it: what is there is replaced, what is not is added. @see dm2.md 5.3 */
export function putNode(store: ObjectStore, tree: ObjectTree, putting: Putting): ObjectTree | Refusal {
  const { place, name, value } = putting;
  const description = store.descriptions.get(place.moid);
  const root = rootOf(tree, place);
  const fault = faultOfName(place, name) ?? faultOfPlace(store, putting);
  if (fault !== undefined) return fault;
  if (root === undefined && description?.hasPermanentInstances !== false)
    return refuse(commandStatus('METHOD_NOT_ALLOWED'), 'the object gets no new instances', 'dm2.md 5.2');
  const above = valueAt(root, place.path.slice(0, -1));
  if (place.path.length > 0 && !isInterior(above))
    return refuse(commandStatus('METHOD_NOT_ALLOWED'), 'a leaf has no children', 'dm2.md 5.2');
  const node = describedAt(description?.root, place.path);
  const before = valueAt(root, place.path);
  const after = completed(node, { before, after: value }) ?? value;
  const refused = faultOfChange(node, { before, after });
  return refused ?? withRoot(tree, place, withValueAt(root ?? {}, place.path, after));
}

/** At a root the name says nothing. @see dm2.md 3.6 */
function faultOfName({ path }: Place, name: string): Refusal | undefined {
  if (path.length === 0 || path.at(-1) === name) return undefined;
  return refuse(commandStatus('BAD_REQUEST'), `expected data of ${path.at(-1)}, found ${name}`, 'dm2.md 3.6');
}

/** The longest address that can be said. @see dm2.md 6.1 */
const ADDRESS_LENGTH = 1024;

function faultOfPlace({ limits }: ObjectStore, { place, value }: Putting): Refusal | undefined {
  const { path } = place;
  if (path.length > limits.depth || clientURIOf(place).length > ADDRESS_LENGTH)
    return refuse(
      commandStatus('URI_TOO_LONG'),
      `at most ${limits.depth} names lead to a node`,
      'dm2.md 6.1',
    );
  if (path.length + depthOf(value) <= limits.depth && isAddressable(place, value)) return undefined;
  return refuse(
    commandStatus('CONTENT_TOO_LARGE'),
    'the data are deeper than the device holds',
    'dm2.md 5.1',
  );
}

/** Whether each node below has an address. */
function isAddressable(place: Place, value: NodeValue): boolean {
  return childrenOf(value).every(([name, child]) => {
    const below = { ...place, path: [...place.path, name] };
    return clientURIOf(below).length <= ADDRESS_LENGTH && isAddressable(below, child);
  });
}
