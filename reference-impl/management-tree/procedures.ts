import type {
  AlertCommand,
  ExecCommand,
  GroupCommand,
  ItemsCommand,
  SyncMLCommand,
} from '../../protocol/model/syncml-command';
import type { Item, Meta } from '../../protocol/model/syncml-item';
import type { AccessControlList, ControlledCommand } from './access-control-list';
import type { TreeNode } from './node';
import type { NodeAddress } from './node-address';
import type { AccessType, NodeDescription } from './node-description';
import type { Outcome, Refused } from './outcome';
import type { Performed, PerformedStatus } from './performed';
import type { Content, TreeFault } from './tree';
import type { TreeAccess } from './tree-access';

/** One item of a command, with what the command says of all of its items. */
export interface ItemRequest {
  readonly kind: ItemsCommand['kind'];
  readonly item: Item;
  /** Of the item, and of the command where the item is silent. */
  readonly meta: Meta;
}

/** A node that is to be made. */
export interface Planned {
  readonly parent: TreeNode;
  readonly name: string;
}

/** Every decision about commands to a management tree by name, so that a composition can replace one. */
export interface TreeProcedures {
  /** @see DM_RepPro 4.1.6.1 */
  add(access: TreeAccess, request: ItemRequest): Outcome;
  /** @see DM_RepPro 4.1.6.4 */
  copy(access: TreeAccess, request: ItemRequest): Outcome;
  /** @see DM_RepPro 4.1.6.5 */
  delete(access: TreeAccess, request: ItemRequest): Outcome;
  /** @see DM_RepPro 4.1.6.7 */
  get(access: TreeAccess, request: ItemRequest): Outcome;
  /** @see DM_RepPro 4.1.6.11 */
  replace(access: TreeAccess, request: ItemRequest): Outcome;
  /** @see DM_RepPro 4.1.6.6 */
  exec(access: TreeAccess, command: ExecCommand, item: Item): Promise<Outcome>;
  /** Alerts to the user: display, confirmation, input, choices. @see DM_Protocol 2.5 */
  alert(access: TreeAccess, command: AlertCommand): Outcome;
  /** Commands of data synchronization. @see DM_RepPro 4.1.6 */
  commandNotInDM(): Outcome;
  /** @see DM_RepPro 4.1.6.3 */
  atomic(access: TreeAccess, command: GroupCommand): readonly Performed[];
  /** @see DM_RepPro 4.1.6.14 */
  sequence(access: TreeAccess, command: GroupCommand): Promise<readonly Performed[]>;

  /** NOT_FOUND for an address that resolves to nothing, URI_TOO_LONG. @see DM_TND 8.1 */
  addressOf(access: TreeAccess, uri: string | undefined): NodeAddress | Refused;
  /** What a server is told where the tree stays as it is. */
  refusalOf(fault: TreeFault): Refused;
  /** PERMISSION_DENIED by the access control list in force at a node. @see DM_TND 8.3.7.1 */
  checkAccess(access: TreeAccess, node: TreeNode, command: ControlledCommand): Refused | undefined;
  /** The list of the node, or else of the nearest node above it that has one. @see DM_TND 8.3.7.1.1 */
  accessControlListInForce(node: TreeNode): AccessControlList;
  /** COMMAND_NOT_ALLOWED by what the device says of the node. @see DM_TND 8.5.4.3.1 */
  checkAccessType(node: TreeNode, command: AccessType): Refused | undefined;

  /** The parent of what is to be added, made where it is absent. @see DM_RepPro 4.1.6.1 */
  parentOf(access: TreeAccess, path: readonly string[]): TreeNode | Refused;
  /** Makes one node: rights, description, content. */
  createNode(
    access: TreeAccess,
    planned: Planned,
    contentOf: (description: NodeDescription) => Content | Refused,
  ): TreeNode | Refused;
  /** That of a new node, `undefined` to inherit. @see DM_TND 8.3.7.1.3 */
  accessControlListOfNew(access: TreeAccess, parent: TreeNode, format: string): AccessControlList | undefined;
  /** The content of a new node; UNSUPPORTED_MEDIA_TYPE_OR_FORMAT. @see DM_TND 8.2.2, 8.3.7.2, 8.3.7.7 */
  contentOfNew(request: ItemRequest, description: NodeDescription): Content | Refused;
  /** The content of a node whose value is replaced; COMMAND_NOT_ALLOWED for format and type of permanent ones. */
  contentOfReplaced(request: ItemRequest, node: TreeNode): Content | Refused;

  /** OPTIONAL_FEATURE_NOT_SUPPORTED for what the node does not have. @see DM_TND 8.3 */
  readProperty(node: TreeNode, property: string): string | Refused;
  replaceProperty(access: TreeAccess, node: TreeNode, property: string, value: string): Outcome;
  replaceName(access: TreeAccess, node: TreeNode, name: string): Outcome;
  replaceTitle(access: TreeAccess, node: TreeNode, title: string): Outcome;
  replaceAccessControlList(access: TreeAccess, node: TreeNode, value: string): Outcome;
  /** By its own list for interior nodes, by that of the parent for all. @see DM_TND 8.3.7.1.3 */
  mayChangeAccessControlList(access: TreeAccess, node: TreeNode): boolean;
  /** What a Get of the node itself finds. @see DM_TND 8.2.2.1, 8.2.2.2 */
  itemOfNode(node: TreeNode, uri: string): Item;
  /** What a Get with `?list=` finds; OPTIONAL_FEATURE_NOT_SUPPORTED for TNDS. @see DM_TND 8.4 */
  itemsOfList(access: TreeAccess, node: TreeNode, asked: AskedList): readonly Item[] | Refused;

  /** Only what the server did not forbid to be taken back. @see DM_RepPro 4.1.6.3 */
  mayBeInAtomic(command: SyncMLCommand): boolean;
  /** Whether the changes of an Atomic stay. @see DM_RepPro 4.1.6.3 */
  isAtomicKept(members: readonly Performed[]): boolean;
  /** Whether the user's answer bypasses the commands behind it. @see DM_Protocol 2.5 */
  stopsTheRest(performed: Performed, within: 'SyncBody' | 'Sequence'): boolean;
  /** One status, or one for each item where their codes differ. @see RepPro StatusType */
  statusesOf(items: readonly Item[], outcomes: readonly Outcome[]): readonly PerformedStatus[];
}

export interface AskedList {
  /** Struct, StructData, TNDS ... */
  readonly attribute: string;
  /** The address of the node, as the server wrote it. */
  readonly uri: string;
}
