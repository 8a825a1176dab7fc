import type {
  ExecCommand,
  GroupCommand,
  ItemsCommand,
  SyncMLCommand,
} from '../../../protocol/model/syncml-command';
import type { Item, ItemData } from '../../../protocol/model/syncml-item';
import { statusCode } from '../../../protocol/tables/syncml/status-codes';

/**
 * The nodes of a scripted device or gateway: enough of a management tree to answer a well-behaved server by the book.
 * It knows no access rights, no properties and no messages. @see DM_RepPro 4.1.6, DM_TND 8.3
 */
export interface TesterNode {
  readonly data: ItemData;
  readonly format?: string;
}

/** What became of one command: a status, and what a Get found. Those of an Atomic or Sequence come before what it holds. */
export interface Answered {
  readonly command: SyncMLCommand;
  readonly code: number;
  readonly found: readonly Item[];
}

/** The code with which a command is refused, where it is. */
export type Refusal = (command: SyncMLCommand) => number | undefined;

const OK = statusCode('OK');
const NOT_FOUND = statusCode('NOT_FOUND');
const ALREADY_EXISTS = statusCode('ALREADY_EXISTS');

export class TesterTree {
  /** Leaves by their path without `./`. */
  readonly #leaves = new Map<string, TesterNode>();
  readonly #interior = new Set<string>(['']);
  /** Called with what an Exec is for; answers the status. */
  onExec: (path: string, command: ExecCommand) => number = () => OK;

  set(uri: string, node: TesterNode | string): void {
    const path = pathOf(uri);
    this.#makeParents(path);
    this.#leaves.set(path, typeof node === 'string' ? { data: node } : node);
  }

  makeInterior(uri: string): void {
    this.#makeParents(pathOf(uri));
    this.#interior.add(pathOf(uri));
  }

  get(uri: string): TesterNode | undefined {
    return this.#leaves.get(pathOf(uri));
  }

  has(uri: string): boolean {
    return this.#leaves.has(pathOf(uri)) || this.#interior.has(pathOf(uri));
  }

  remove(uri: string): void {
    const path = pathOf(uri);
    for (const known of [...this.#leaves.keys(), ...this.#interior]) {
      if (known !== path && !known.startsWith(`${path}/`)) continue;
      this.#leaves.delete(known);
      this.#interior.delete(known);
    }
  }

  children(uri: string): string[] {
    const prefix = pathOf(uri) === '' ? '' : `${pathOf(uri)}/`;
    const below = [...this.#interior, ...this.#leaves.keys()].filter(
      (path) => path !== '' && path.startsWith(prefix),
    );
    return [...new Set(below.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))].filter(Boolean);
  }

  /** Carries a command out, unless it refuses it; one answer for it, and one for each command inside of it. */
  perform(command: SyncMLCommand, refuses: Refusal = () => undefined): Answered[] {
    const refused = refuses(command);
    if (refused !== undefined) return [{ command, code: refused, found: [] }];
    switch (command.kind) {
      case 'Atomic':
      case 'Sequence':
        return this.#performGroup(command, refuses);
      case 'Exec':
        return [{ command, code: this.onExec(pathOf(targetOf(command.items[0])), command), found: [] }];
      case 'Get':
        return [this.#find(command)];
      case 'Add':
      case 'Replace':
      case 'Delete':
      case 'Copy':
        return [this.#change(command)];
      default:
        return [{ command, code: statusCode('OPTIONAL_FEATURE_NOT_SUPPORTED'), found: [] }];
    }
  }

  #performGroup(command: GroupCommand, refuses: Refusal): Answered[] {
    const [leaves, interior] = [new Map(this.#leaves), new Set(this.#interior)];
    const inside = command.commands.flatMap((inner) => this.perform(inner, refuses));
    const failed = inside.some(({ code }) => code >= 300);
    if (command.kind === 'Sequence' || !failed) return [{ command, code: OK, found: [] }, ...inside];
    replaceContent(this.#leaves, leaves);
    this.#interior.clear();
    for (const path of interior) this.#interior.add(path);
    const undone = inside.map((one) => (one.code < 300 ? { ...one, code: 216, found: [] } : one));
    return [{ command, code: statusCode('ATOMIC_FAILED'), found: [] }, ...undone];
  }

  #find(command: ItemsCommand): Answered {
    const found = command.items.map((item) => this.#read(targetOf(item)));
    const complete = found.flatMap((item) => item ?? []);
    const code = complete.length === found.length ? OK : NOT_FOUND;
    return { command, code, found: complete };
  }

  #read(uri: string): Item | undefined {
    const source = { uri };
    const leaf = this.#leaves.get(pathOf(uri));
    if (leaf) return { source, meta: { format: leaf.format ?? 'chr' }, data: leaf.data };
    if (!this.#interior.has(pathOf(uri))) return undefined;
    return { source, meta: { format: 'node' }, data: this.children(uri).join('/') };
  }

  #change(command: ItemsCommand): Answered {
    const codes = command.items.map((item) => this.#changeItem(command, item));
    return { command, code: codes.find((code) => code !== OK) ?? OK, found: [] };
  }

  #changeItem({ kind, meta }: ItemsCommand, item: Item): number {
    const uri = targetOf(item);
    if (kind === 'Add' && this.has(uri)) return ALREADY_EXISTS;
    if ((kind === 'Replace' || kind === 'Delete') && !this.has(uri)) return NOT_FOUND;
    if (kind === 'Delete') this.remove(uri);
    else if (kind === 'Copy') return this.#copy(item);
    else this.#write(uri, item, item.meta?.format ?? meta?.format);
    return OK;
  }

  #write(uri: string, { data }: Item, format: string | undefined): void {
    if (format === 'node') this.makeInterior(uri);
    else this.set(uri, { data: data ?? '', ...(format !== undefined && { format }) });
  }

  #copy(item: Item): number {
    const source = this.get(item.source?.uri ?? '');
    if (source === undefined) return NOT_FOUND;
    this.set(targetOf(item), source);
    return OK;
  }

  #makeParents(path: string): void {
    const segments = path.split('/');
    for (let length = 1; length < segments.length; length += 1)
      this.#interior.add(segments.slice(0, length).join('/'));
  }
}

function replaceContent(map: Map<string, TesterNode>, content: ReadonlyMap<string, TesterNode>): void {
  map.clear();
  for (const [path, node] of content) map.set(path, node);
}

function targetOf(item: Item | undefined): string {
  return item?.target?.uri ?? '';
}

/** `./A/B`, `A/B` and a tolerated `/A/B` are one node; properties and lists are of the node before them. */
export function pathOf(uri: string): string {
  const [path = ''] = uri.split('?', 1);
  return path.replace(/^\.?\/+/, '').replace(/^\.$/, '');
}
