import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRefusal } from '../../../protocol/model/refusal';
import { LAMPS } from '../lamp-object';
import { ObjectStore } from './object-store';
import { rootOf, withRoot } from './object-tree';

const MOID = LAMPS.description.moid;
const HALL = { moid: MOID, miid: 'hall', path: [] };
const DESK = { moid: MOID, miid: 'desk', path: [] };
const LIMITS = { depth: 24, nodes: 20, octets: 200 };

function storeWith(limits = LIMITS): ObjectStore {
  return new ObjectStore({ objects: [LAMPS], limits, epoch: 'e' });
}

describe('the store of objects', () => {
  it('begins with the permanent nodes of every instance', () => {
    assert.deepEqual(rootOf(storeWith().tree, HALL), {
      Name: 'Hall',
      Level: 40,
      Effects: {},
      Operations: { Blink: null, SelfTest: null },
    });
  });

  it('takes a change as a whole: what it holds, how it is known, and who is told', () => {
    const store = storeWith();
    let changes = 0;
    store.onChange(() => {
      changes += 1;
    });
    const before = [HALL, DESK].map((place) => store.cacheValidatorOf(place));
    assert.equal(store.change(withRoot(store.tree, HALL, { Name: 'Hall 2' })), undefined);
    const after = [HALL, DESK].map((place) => store.cacheValidatorOf(place));
    assert.deepEqual(rootOf(store.tree, HALL), { Name: 'Hall 2' });
    assert.notEqual(after[0], before[0]);
    assert.equal(after[1], before[1]);
    assert.equal(changes, 1);
  });

  it('does not change where nothing does', () => {
    const store = storeWith();
    const { tree } = store;
    store.onChange(() => assert.fail('nothing has changed'));
    const same = structuredClone(rootOf(tree, HALL));
    assert.equal(store.change(withRoot(tree, HALL, same)), undefined);
    assert.equal(store.tree, tree);
  });

  it('never knows an instance by the same validator again, not even one that was gone', () => {
    const store = storeWith();
    const first = store.cacheValidatorOf(HALL);
    const root = rootOf(store.tree, HALL);
    store.change(withRoot(store.tree, HALL, undefined));
    store.change(withRoot(store.tree, HALL, root));
    assert.notEqual(store.cacheValidatorOf(HALL), first);
  });

  for (const [what, limits] of [
    ['nodes', { ...LIMITS, nodes: 16 }],
    ['octets', { ...LIMITS, octets: 125 }],
  ] as const)
    it(`has room for so many ${what}, and changes nothing where there is none`, () => {
      const store = storeWith(limits);
      const { tree } = store;
      const more = withRoot(tree, { ...HALL, miid: 'attic' }, { Name: 'Attic', Level: 1, Effects: {} });
      const refused = store.change(more);
      assert.ok(isRefusal(refused));
      assert.equal(refused.status, 413);
      assert.equal(store.tree, tree);
      assert.equal(store.change(withRoot(tree, HALL, { Name: 'x' })), undefined);
    });

  it('is not made of what its description does not know', () => {
    const wrong = { ...LAMPS, instances: { hall: { Level: 'high' } } };
    assert.throws(
      () => new ObjectStore({ objects: [wrong], limits: LIMITS, epoch: 'e' }),
      /urn:flowproof:mo:lamp:1.0\/hall: expected whole-number, found string/u,
    );
  });
});
