import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { Resource } from '../cse/resource';
import { openLmdbStorage } from './lmdb-storage';
import { memoryStorage } from './memory-storage';
import type { RecordValue } from './record-store';
import type { Storage } from './storage';

/** Of the law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 60 };

const folder = mkdtempSync(join(tmpdir(), 'flowproof-property-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;

const ID = fc.constantFrom('1', '2', '3', '4', '5');
const KEY = fc.oneof(fc.constantFrom('a', 'b', 'B'), fc.string({ unit: 'binary', maxLength: 3 }));
const VALUE = fc.jsonValue({ maxDepth: 2, noUnicodeString: false }).map(withoutMinusZero);

type Step =
  | { readonly do: 'put'; readonly id: string; readonly parentID: string; readonly value: RecordValue }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'record'; readonly kind: string; readonly key: string; readonly value: RecordValue }
  | { readonly do: 'forget'; readonly kind: string; readonly key: string }
  | { readonly do: 'commit' | 'reopen' };

const KIND = fc.constantFrom('k', 'l');
const STEP: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('put'), id: ID, parentID: fc.constantFrom('r', 's'), value: VALUE }),
  fc.record({ do: fc.constant('remove'), id: ID }),
  fc.record({ do: fc.constant('record'), kind: KIND, key: KEY, value: VALUE }),
  fc.record({ do: fc.constant('forget'), kind: KIND, key: KEY }),
  fc.record({ do: fc.constantFrom('commit', 'reopen') }),
);

/** JSON knows one zero only. */
function withoutMinusZero(value: unknown): RecordValue {
  return JSON.parse(JSON.stringify(value));
}

/** Two maps: what a storage comes to, however it is made. */
class Model {
  readonly resources = new Map<string, Resource>();
  readonly records = new Map<string, RecordValue>();

  put(resource: Resource): void {
    const { resourceID, parentID } = resource;
    if (this.resources.get(resourceID)?.parentID !== parentID) this.resources.delete(resourceID);
    this.resources.set(resourceID, resource);
  }
}

function resourceOf(id: string, parentID: string, value: RecordValue): Resource {
  const common = { resourceType: 3, element: 'm2m:cnt', createdBy: 'C1' };
  return { ...common, resourceID: id, parentID, resourceName: `n${id}`, attributes: { labels: value } };
}

function carryOut(step: Step, storage: Storage, model: Model): void {
  switch (step.do) {
    case 'put': {
      const resource = resourceOf(step.id, step.parentID, step.value);
      storage.resources.put(resource);
      model.put(resource);
      break;
    }
    case 'remove':
      storage.resources.remove(step.id);
      model.resources.delete(step.id);
      break;
    case 'record':
      storage.records.put(step.kind, step.key, step.value);
      model.records.set(`${step.kind}${step.key}`, step.value);
      break;
    case 'forget':
      storage.records.remove(step.kind, step.key);
      model.records.delete(`${step.kind}${step.key}`);
      break;
    default:
      storage.commit();
  }
}

function compare(storage: Storage, model: Model): void {
  const expected = [...model.resources.values()];
  assert.deepEqual([...storage.resources.all()], expected);
  for (const parent of ['r', 's']) {
    const children = expected.filter(({ parentID }) => parentID === parent);
    assert.deepEqual(storage.resources.childrenOf(parent), children);
    for (const child of children) {
      assert.deepEqual(storage.resources.childNamed(parent, child.resourceName), child);
    }
  }
  for (const kind of ['k', 'l']) {
    const known = [...model.records.keys()].filter((key) => key.startsWith(kind)).sort();
    const records = known.map((key) => [key.slice(1), model.records.get(key)]);
    assert.deepEqual(storage.records.all(kind), records);
  }
}

async function obeys(open: () => Promise<Storage>, steps: readonly Step[], survives: boolean): Promise<void> {
  let storage = await open();
  const model = new Model();
  for (const step of steps) {
    if (step.do === 'reopen' && survives) {
      await storage.close();
      storage = await open();
    } else {
      carryOut(step, storage, model);
    }
    compare(storage, model);
  }
  await storage.close();
}

test('whatever is put and removed, a storage in memory holds what two maps would hold', async () => {
  const law = fc.asyncProperty(fc.array(STEP, { maxLength: 30 }), (steps) =>
    obeys(async () => memoryStorage(), steps, false),
  );
  await fc.assert(law, RUN);
});

test('whatever is put and removed, and whenever it is opened again, so does one in a file', async () => {
  const law = fc.asyncProperty(fc.array(STEP, { maxLength: 30 }), (steps) => {
    files += 1;
    const file = join(folder, `${files}.db`);
    return obeys(() => openLmdbStorage({ file, owner: 'x' }), steps, true);
  });
  await fc.assert(law, RUN);
});
