import type { Item, Meta } from '../../protocol/model/syncml-item';
import { DEFAULT_FORMAT, DEFAULT_TYPE } from '../../protocol/tables/syncml/data-formats';
import { currentValue, isInterior, type TreeNode, walk } from './node';
import { allows } from './node-description';
import { done, isRefused, type Outcome, type Refused, refused } from './outcome';
import type { AskedList, ItemRequest } from './procedures';
import type { TreeAccess } from './tree-access';

/** Get: a value, the names of the children, a property, or all that is below. @see DM_RepPro 4.1.6.7 */
export function getNode(access: TreeAccess, { item }: ItemRequest): Outcome {
  const { tree, procedures } = access;
  const asked = item.target?.uri ?? '';
  const address = procedures.addressOf(access, item.target?.uri);
  if (isRefused(address)) return address;
  const node = tree.find(address.path);
  if (node === undefined) return refused('NOT_FOUND');
  const denied = procedures.checkAccess(access, node, 'Get');
  if (denied !== undefined) return denied;
  const found = whatIsAsked(access, node, asked);
  return isRefused(found) ? found : done(found);
}

function whatIsAsked(access: TreeAccess, node: TreeNode, asked: string): readonly Item[] | Refused {
  const { procedures } = access;
  const address = procedures.addressOf(access, asked);
  if (isRefused(address)) return address;
  const { query } = address;
  if (query?.kind === 'property') {
    const data = procedures.readProperty(node, query.name);
    return isRefused(data) ? data : [{ source: { uri: asked }, data }];
  }
  const denied = procedures.checkAccessType(node, 'Get');
  if (denied !== undefined) return denied;
  if (query === undefined) return [procedures.itemOfNode(node, asked)];
  if (query.kind === 'unknown') return refused('OPTIONAL_FEATURE_NOT_SUPPORTED');
  const uri = asked.slice(0, asked.indexOf('?'));
  return procedures.itemsOfList(access, node, { attribute: query.name, uri });
}

/** Octets travel in base64, which every serialization carries. @see DM_TND 8.3.7.2 */
export function itemOfNode(node: TreeNode, uri: string): Item {
  const source = { uri };
  const data = isInterior(node) ? [...node.children.keys()].join('/') : currentValue(node);
  if (typeof data === 'string') return { source, ...metaOf(node.format, node.type), data };
  return { source, ...metaOf('b64', node.type), data: Buffer.from(data).toString('base64') };
}

/** Format and type only where they are not what holds without Meta. @see DM_Protocol 2.3.5, DM_TND 8.4.2 */
function metaOf(format: string, type: string): { meta?: Meta } {
  const isDefaultType = type === DEFAULT_TYPE || type === '';
  const meta = { ...(format === DEFAULT_FORMAT ? {} : { format }), ...(isDefaultType ? {} : { type }) };
  return Object.keys(meta).length === 0 ? {} : { meta };
}

/** What the server may not read is left out; what is below of it and has a list of its own is not. @see DM_TND 8.4.1 */
export function itemsOfList(
  access: TreeAccess,
  node: TreeNode,
  { attribute, uri }: AskedList,
): readonly Item[] | Refused {
  if (attribute !== 'Struct' && attribute !== 'StructData') return refused('OPTIONAL_FEATURE_NOT_SUPPORTED');
  return [...walk(node)]
    .filter((below) => isReadable(access, below))
    .map((below) => {
      const { data, ...bare } = access.procedures.itemOfNode(below, uri + tailOf(below, node));
      const carriesData = attribute === 'StructData' && !isInterior(below) && data !== undefined;
      return carriesData ? { ...bare, data } : bare;
    });
}

function isReadable(access: TreeAccess, node: TreeNode): boolean {
  return allows(node.description, 'Get') && access.procedures.checkAccess(access, node, 'Get') === undefined;
}

function tailOf(node: TreeNode, above: TreeNode): string {
  if (node === above || node.parent === undefined) return '';
  return `${tailOf(node.parent, above)}/${node.name}`;
}
