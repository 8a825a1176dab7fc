import type { TreeNode } from './node';
import { describedChild, type NodeDescription } from './node-description';
import { done, isRefused, isSuccess, type Outcome, type Refused, refused } from './outcome';
import type { ItemRequest, Planned } from './procedures';
import type { Content } from './tree';
import type { TreeAccess } from './tree-access';

/** Add: makes a node, and the nodes above it that are absent, or nothing. @see DM_RepPro 4.1.6.1 */
export function addNode(access: TreeAccess, request: ItemRequest): Outcome {
  const { tree, procedures } = access;
  const address = procedures.addressOf(access, request.item.target?.uri);
  if (isRefused(address)) return address;
  if (address.query !== undefined) return refused('COMMAND_NOT_ALLOWED');
  if (tree.find(address.path) !== undefined) return refused('ALREADY_EXISTS');
  return tree.tentatively(
    () => addAt(access, address.path, request),
    ({ code }) => isSuccess(code),
  );
}

function addAt(access: TreeAccess, path: readonly string[], request: ItemRequest): Outcome {
  const { procedures } = access;
  const parent = procedures.parentOf(access, path);
  if (isRefused(parent)) return parent;
  const contentOf = (description: NodeDescription) => procedures.contentOfNew(request, description);
  const node = procedures.createNode(access, { parent, name: path.at(-1) ?? '' }, contentOf);
  return isRefused(node) ? node : done();
}

/** The code is that of an Add of the node that could not be made, and the status names it. @see DM_RepPro 4.1.6.1 */
export function parentOf(access: TreeAccess, path: readonly string[]): TreeNode | Refused {
  let parent = access.tree.root;
  for (const [index, name] of path.slice(0, -1).entries()) {
    const child =
      parent.children.get(name) ?? access.procedures.createNode(access, { parent, name }, interior);
    if (isRefused(child)) {
      const uri = `./${path.slice(0, index + 1).join('/')}`;
      return { ...child, details: [{ target: { uri } }] };
    }
    parent = child;
  }
  return parent;
}

function interior(description: NodeDescription): Content | Refused {
  const { type = '', format = 'node' } = description;
  const isInterior = format === 'node' || format === '*';
  return isInterior ? { format: 'node', type, value: '' } : refused('COMMAND_NOT_ALLOWED');
}

/** A leaf has no nodes below it. @see DM_RepPro 4.1.6.11 */
export function createNode(
  access: TreeAccess,
  { parent, name }: Planned,
  contentOf: (description: NodeDescription) => Content | Refused,
): TreeNode | Refused {
  const { tree, procedures } = access;
  const denied = procedures.checkAccess(access, parent, 'Add');
  if (denied !== undefined) return denied;
  const description = parent.format === 'node' ? describedChild(parent.description, name) : undefined;
  if (description === undefined) return refused('COMMAND_NOT_ALLOWED');
  const content = contentOf(description);
  if (isRefused(content)) return content;
  const list = procedures.accessControlListOfNew(access, parent, content.format);
  const ruling = list === undefined ? {} : { accessControlList: list };
  const node = tree.add(parent, name, { ...content, ...ruling, description });
  return typeof node === 'string' ? procedures.refusalOf(node) : node;
}
