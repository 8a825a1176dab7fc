import { isDeepStrictEqual } from 'node:util';
import type { NodeValue } from '../../../protocol/model/dm2-object';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { ManagedObject, ObjectDescription } from './node-description';
import { completed, faultOfChange } from './node-rules';
import { sizeOf } from './node-value';
import { type ObjectTree, type Place, rootOf, withRoot } from './object-tree';
import type { TreeLimits } from './tree-limits';

export interface ObjectStoreOptions {
  readonly objects: readonly ManagedObject[];
  readonly limits: TreeLimits;
  /** Begins every cache validator, so that none of an earlier life of the device comes again. */
  readonly epoch: string;
}

/**
 * The tree of the device as it is now. A change is another tree, taken as a whole or not at all, so that nothing is ever
 * half done. Whether a server may have it is settled before; only room is judged here.
 */
export class ObjectStore {
  readonly limits: TreeLimits;
  readonly descriptions: ReadonlyMap<string, ObjectDescription>;
  readonly #epoch: string;
  readonly #listeners: (() => void)[] = [];
  #tree: ObjectTree;
  /** By MOID and MIID; no two are ever the same. */
  readonly #revisions = new Map<string, number>();
  #lastRevision = 0;

  constructor({ objects, limits, epoch }: ObjectStoreOptions) {
    this.limits = limits;
    this.#epoch = epoch;
    this.descriptions = new Map(objects.map(({ description }) => [description.moid, description]));
    this.#tree = new Map(objects.map((object) => [object.description.moid, instancesOf(object)]));
    for (const place of changedPlaces(new Map(), this.#tree)) this.#renew(place);
  }

  get tree(): ObjectTree {
    return this.#tree;
  }

  /** Changes with every change of the instance, and never comes again. @see dm2.md 3.6 */
  cacheValidatorOf(place: Place): string {
    return `${this.#epoch}-${this.#revisions.get(keyOf(place)) ?? 0}`;
  }

  /** Calls `listener` after every change. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Takes the tree, unless there is no room for it. What is as before is no change. */
  change(tree: ObjectTree): Refusal | undefined {
    const changed = changedPlaces(this.#tree, tree);
    if (changed.length === 0) return undefined;
    if (!this.#hasRoom(tree))
      return refuse(commandStatus('CONTENT_TOO_LARGE'), 'the device has no room for it', 'dm2.md 5.1');
    const kept = changed.reduce((result, place) => withRoot(result, place, rootOf(tree, place)), this.#tree);
    this.#tree = kept;
    for (const place of changed) this.#renew(place);
    for (const listener of this.#listeners) listener();
    return undefined;
  }

  #renew(place: Place): void {
    this.#lastRevision += 1;
    if (rootOf(this.#tree, place) === undefined) this.#revisions.delete(keyOf(place));
    else this.#revisions.set(keyOf(place), this.#lastRevision);
  }

  #hasRoom(tree: ObjectTree): boolean {
    let [nodes, octets] = [0, 0];
    for (const instances of tree.values())
      for (const [miid, root] of instances) {
        const size = sizeOf(root);
        nodes += size.nodes;
        octets += size.octets + Buffer.byteLength(miid);
      }
    return nodes <= this.limits.nodes && octets <= this.limits.octets;
  }
}

/** The instances that are not the same in both. */
function changedPlaces(before: ObjectTree, after: ObjectTree): readonly Place[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((moid) => {
    const miids = new Set([...(before.get(moid)?.keys() ?? []), ...(after.get(moid)?.keys() ?? [])]);
    return [...miids]
      .map((miid) => ({ moid, miid, path: [] }))
      .filter((place) => !isSame(rootOf(before, place), rootOf(after, place)));
  });
}

function isSame(one: NodeValue | undefined, other: NodeValue | undefined): boolean {
  return one === other || isDeepStrictEqual(one, other);
}

function keyOf({ moid, miid }: Place): string {
  return `${moid}\n${miid}`;
}

/** Throws where an object is not what its description says. */
function instancesOf({ description, instances }: ManagedObject): ReadonlyMap<string, NodeValue> {
  const roots = Object.entries(instances).map(([miid, value]) => {
    const root = completed(description.root, { before: undefined, after: value }) ?? value;
    const fault = faultOfChange(description.root, { before: root, after: root });
    if (fault !== undefined) throw new Error(`${description.moid}/${miid}: ${fault.reason}`);
    return [miid, root] as const;
  });
  return new Map(roots);
}
