import {
  type AccessControlList,
  formatAccessControlList,
  grants,
  parseAccessControlList,
} from './access-control-list';
import { currentValue, isInterior, sizeOf, type TreeNode } from './node';
import { describedChild } from './node-description';
import { done, type Outcome, type Refused, refused } from './outcome';
import type { TreeFault } from './tree';
import type { TreeAccess } from './tree-access';

/**
 * The properties of nodes, which travel as text. All that the specification has are here, the optional ones as well;
 * a server changes ACL, Name and Title only. @see DM_TND 8.3
 */
const PROPERTIES: { readonly [property: string]: (node: TreeNode) => string | undefined } = {
  ACL: (node) => formatAccessControlList(node.accessControlList),
  Format: (node) => node.format,
  Name: (node) => node.name,
  Size: (node) => (isInterior(node) ? undefined : String(sizeOf(currentValue(node)))),
  Title: (node) => node.title,
  TStamp: (node) => timeStamp(node.changedAt),
  Type: (node) => node.type,
  VerNo: (node) => String(node.versionNumber),
};

/** Octets of a title. @see DM_TND 8.3.7.5 */
const TITLE_SIZE = 255;

export function readProperty(node: TreeNode, property: string): string | Refused {
  const read = Object.hasOwn(PROPERTIES, property) ? PROPERTIES[property] : undefined;
  return read?.(node) ?? refused('OPTIONAL_FEATURE_NOT_SUPPORTED');
}

/** ISO 8601, basic format, UTC: `20010711T163817Z`. @see DM_TND 8.3.7.6 */
function timeStamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`;
}

export function replaceProperty(
  access: TreeAccess,
  node: TreeNode,
  property: string,
  value: string,
): Outcome {
  const { procedures } = access;
  if (property === 'ACL') return procedures.replaceAccessControlList(access, node, value);
  const denied = procedures.checkAccess(access, node, 'Replace');
  if (denied !== undefined) return denied;
  if (property === 'Name') return procedures.replaceName(access, node, value);
  if (property === 'Title') return procedures.replaceTitle(access, node, value);
  const isKnown = Object.hasOwn(PROPERTIES, property) && typeof PROPERTIES[property]?.(node) === 'string';
  return refused(isKnown ? 'COMMAND_NOT_ALLOWED' : 'OPTIONAL_FEATURE_NOT_SUPPORTED');
}

/**
 * Not for permanent nodes, nor where the device would make something else of the new name.
 * @see DM_TND 8.3.7.3, DM_RepPro 4.1.6.11
 */
export function replaceName(access: TreeAccess, node: TreeNode, name: string): Outcome {
  const { parent, description } = node;
  if (parent === undefined || description.permanent) return refused('COMMAND_NOT_ALLOWED');
  if (describedChild(parent.description, name) !== description) return refused('COMMAND_NOT_ALLOWED');
  return outcomeOf(access, access.tree.rename(node, name));
}

export function replaceTitle(access: TreeAccess, node: TreeNode, title: string): Outcome {
  if (sizeOf(title) > TITLE_SIZE) return refused('REQUEST_ENTITY_TOO_LARGE');
  return outcomeOf(access, access.tree.setTitle(node, title));
}

/** The whole value is replaced; without a value the node inherits. @see DM_TND 8.3.7.1.3 */
export function replaceAccessControlList(access: TreeAccess, node: TreeNode, value: string): Outcome {
  const { tree, procedures } = access;
  if (!procedures.mayChangeAccessControlList(access, node)) return refused('PERMISSION_DENIED');
  if (sizeOf(value) > tree.limits.valueSize) return refused('REQUEST_ENTITY_TOO_LARGE');
  const isEmpty = value.trim() === '';
  const list = isEmpty ? undefined : parseAccessControlList(value);
  if (list === undefined && !isEmpty) return refused('COMMAND_FAILED');
  if (node.parent === undefined && !isFitForRoot(list)) return refused('COMMAND_NOT_ALLOWED');
  return outcomeOf(access, tree.setAccessControlList(node, list));
}

/** The root always has a list, and any server may extend the tree. @see DM_TND 8.3.7.1.2 */
function isFitForRoot(list: AccessControlList | undefined): boolean {
  return list !== undefined && grants(list, 'Add', '*');
}

function outcomeOf({ procedures }: TreeAccess, fault: TreeFault | undefined): Outcome {
  return fault === undefined ? done() : procedures.refusalOf(fault);
}
