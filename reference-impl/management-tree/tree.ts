import type { ItemData } from '../../protocol/model/syncml-item';
import type { Clock } from '../runtime/clock';
import { type AccessControlList, formatAccessControlList } from './access-control-list';
import { isInterior, sizeOf, type TreeNode, uriOf, walk } from './node';
import { isNodeName } from './node-address';
import type { NodeDescription } from './node-description';
import type { TreeLimits } from './tree-limits';

/** Why the tree stays as it is. What a server is told about it is the commands' affair. */
export type TreeFault =
  | 'gone'
  | 'exists'
  | 'parent-is-leaf'
  | 'bad-name'
  | 'address-too-long'
  | 'value-too-large'
  | 'full';

/** What the value of a node is. */
export interface Content {
  readonly format: string;
  readonly type: string;
  readonly value: ItemData;
}

export interface NewNode extends Content {
  readonly description: NodeDescription;
  readonly accessControlList?: AccessControlList;
  readonly title?: string;
}

class StoredNode implements TreeNode {
  name: string;
  readonly parent: StoredNode | undefined;
  readonly description: NodeDescription;
  format: string;
  type: string;
  value: ItemData;
  readonly children = new Map<string, StoredNode>();
  title: string;
  changedAt: number;
  versionNumber = 0;
  accessControlList: AccessControlList | undefined;

  constructor(name: string, parent: StoredNode | undefined, made: NewNode, now: number) {
    this.name = name;
    this.parent = parent;
    this.description = made.description;
    this.format = made.format;
    this.type = made.type;
    this.value = made.value;
    this.title = made.title ?? '';
    this.changedAt = now;
    this.accessControlList = made.accessControlList;
  }
}

type Changeable = Pick<StoredNode, 'name' | 'format' | 'type' | 'value' | 'title' | 'accessControlList'>;

/**
 * Nodes with their properties, bounded, and changes that can be taken back. It knows nothing of commands, servers or
 * rights: whoever may change what has been settled before it is asked.
 * @see DM_TND 8.1 to 8.3
 */
export class ManagementTree {
  readonly limits: TreeLimits;
  readonly #clock: Clock;
  readonly #root: StoredNode;
  #nodes = 1;
  #size: number;
  /** How to take back what was changed since `tentatively` began, the last change last. */
  #journal: (() => void)[] | undefined;

  constructor(root: NewNode, clock: Clock, limits: TreeLimits) {
    this.#clock = clock;
    this.limits = limits;
    this.#root = new StoredNode('.', undefined, root, clock.now());
    this.#size = costOf(this.#root);
  }

  get root(): TreeNode {
    return this.#root;
  }

  /** How many nodes there are, the root among them. */
  get nodes(): number {
    return this.#nodes;
  }

  /** The octets that all of them take, as `totalSize` bounds them. */
  get size(): number {
    return this.#size;
  }

  find(path: readonly string[]): TreeNode | undefined {
    return path.reduce<TreeNode | undefined>((node, name) => node?.children.get(name), this.#root);
  }

  add(parent: TreeNode, name: string, made: NewNode): TreeNode | TreeFault {
    const owner = this.#own(parent);
    const node = new StoredNode(name, owner, made, this.#clock.now());
    const fault = this.#faultOfPlace(owner, name, ['']) ?? this.#faultOfRoom(node, 1, costOf(node));
    if (fault !== undefined) return fault;
    owner.children.set(name, node);
    this.#remember(() => owner.children.delete(name));
    this.#count(1, costOf(node));
    this.#touch(owner);
    return node;
  }

  setContent(node: TreeNode, { format, type, value }: Content): TreeFault | undefined {
    return this.#change(node, { format, type, value });
  }

  setTitle(node: TreeNode, title: string): TreeFault | undefined {
    return this.#change(node, { title });
  }

  /** `undefined`: no value, the node inherits. */
  setAccessControlList(node: TreeNode, list: AccessControlList | undefined): TreeFault | undefined {
    return this.#change(node, { accessControlList: list });
  }

  /** The root has no other name. */
  rename(node: TreeNode, name: string): TreeFault | undefined {
    const stored = this.#own(node);
    const { parent } = stored;
    if (parent === undefined) return 'bad-name';
    if (name === stored.name) return undefined;
    const fault = this.#faultOfPlace(parent, name, tailsOf(stored));
    if (fault !== undefined) return fault;
    const before = stored.name;
    const refused = this.#change(stored, { name });
    if (refused !== undefined) return refused;
    this.#rearrange(parent, (children) => {
      children.delete(before);
      children.set(name, stored);
    });
    return undefined;
  }

  /** With all that is below it. The root stays. */
  remove(node: TreeNode): void {
    const stored = this.#own(node);
    if (stored.parent === undefined || !this.#holds(stored)) return;
    this.#rearrange(stored.parent, (children) => children.delete(stored.name));
    const gone = [...walk(stored)];
    this.#count(-gone.length, -gone.reduce((size, below) => size + costOf(below), 0));
  }

  /** Does the work, and takes back every change of it where the result is not to be kept or the work fails. */
  tentatively<T>(work: () => T, isKept: (result: T) => boolean): T {
    const outer = this.#journal;
    const journal: (() => void)[] = [];
    this.#journal = journal;
    let kept = false;
    try {
      const result = work();
      kept = isKept(result);
      return result;
    } finally {
      this.#journal = outer;
      if (kept) outer?.push(...journal);
      else for (const undo of journal.reverse()) undo();
    }
  }

  #own(node: TreeNode): StoredNode {
    if (node instanceof StoredNode) return node;
    throw new Error(`${uriOf(node)} was made outside of the tree: take nodes from find() or root`);
  }

  /** `tails` are the addresses of what is below the node, from the node on. */
  #faultOfPlace(parent: StoredNode, name: string, tails: readonly string[]): TreeFault | undefined {
    if (!this.#holds(parent)) return 'gone';
    if (!isNodeName(name)) return 'bad-name';
    if (!isInterior(parent)) return 'parent-is-leaf';
    if (parent.children.has(name)) return 'exists';
    const uri = `${uriOf(parent)}/${name}`;
    const { uriLength, segmentLength, depth } = this.limits;
    const isTooLong = tails.some((tail) => uri.length + tail.length > uriLength);
    if (isTooLong || name.length > segmentLength || uri.split('/').length - 1 > depth)
      return 'address-too-long';
    return undefined;
  }

  #faultOfRoom(node: StoredNode, nodes: number, size: number): TreeFault | undefined {
    if (sizeOf(node.value) > this.limits.valueSize) return 'value-too-large';
    const isFull = this.#nodes + nodes > this.limits.nodes || this.#size + size > this.limits.totalSize;
    return isFull && (nodes > 0 || size > 0) ? 'full' : undefined;
  }

  #change(node: TreeNode, changes: Partial<Changeable>): TreeFault | undefined {
    const stored = this.#own(node);
    if (!this.#holds(stored)) return 'gone';
    const { name, format, type, value, title, accessControlList } = stored;
    const takeBack = () => Object.assign(stored, { name, format, type, value, title, accessControlList });
    const cost = costOf(stored);
    Object.assign(stored, changes);
    const growth = costOf(stored) - cost;
    const fault = this.#faultOfRoom(stored, 0, growth);
    if (fault !== undefined) {
      takeBack();
      return fault;
    }
    this.#remember(takeBack);
    this.#count(0, growth);
    this.#touch(stored);
    return undefined;
  }

  /** False for what was removed while somebody still knew it. */
  #holds(node: StoredNode): boolean {
    if (node.parent === undefined) return node === this.#root;
    return node.parent.children.get(node.name) === node && this.#holds(node.parent);
  }

  #rearrange(parent: StoredNode, change: (children: Map<string, StoredNode>) => void): void {
    const before = this.#journal === undefined ? [] : [...parent.children];
    change(parent.children);
    this.#remember(() => {
      parent.children.clear();
      for (const [name, child] of before) parent.children.set(name, child);
    });
    this.#touch(parent);
  }

  /** TStamp and VerNo, which returns to 0 after FFFF. @see DM_TND 8.3.7.6, 8.3.7.8 */
  #touch(node: StoredNode): void {
    const { changedAt, versionNumber } = node;
    node.changedAt = this.#clock.now();
    node.versionNumber = (versionNumber + 1) % 0x1_00_00;
    this.#remember(() => Object.assign(node, { changedAt, versionNumber }));
  }

  #count(nodes: number, size: number): void {
    this.#nodes += nodes;
    this.#size += size;
    this.#remember(() => {
      this.#nodes -= nodes;
      this.#size -= size;
    });
  }

  #remember(undo: () => void): void {
    this.#journal?.push(undo);
  }
}

function costOf(node: TreeNode): number {
  const list = formatAccessControlList(node.accessControlList);
  return Buffer.byteLength(node.name) + sizeOf(node.value) + Buffer.byteLength(node.title) + list.length;
}

function tailsOf(node: TreeNode): string[] {
  const own = uriOf(node).length;
  return [...walk(node)].map((below) => uriOf(below).slice(own));
}
