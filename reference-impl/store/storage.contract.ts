import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Resource } from '../cse/resource';
import type { Storage } from './storage';

function resource(resourceID: string, parentID: string, resourceName: string): Resource {
  return {
    resourceID,
    parentID,
    resourceName,
    resourceType: 3,
    element: 'm2m:cnt',
    attributes: {},
    createdBy: 'C1',
  };
}

/** What every storage keeps to. Registers the suite for one kind of it; `open` gives a new and empty one. */
export function storageContract(kind: string, open: () => Promise<Storage>): void {
  describe(`the ${kind} storage`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    it('gives children in the order of their creation, and finds them by name', () => {
      const store = storage.resources;
      for (const name of ['b', 'a', 'c']) store.put(resource(`id-${name}`, 'root', name));
      const names = store.childrenOf('root').map(({ resourceName }) => resourceName);
      assert.deepEqual(names, ['b', 'a', 'c']);
      assert.equal(store.childNamed('root', 'a')?.resourceID, 'id-a');
      assert.equal(store.childNamed('elsewhere', 'a'), undefined);
    });

    it('gives the children of one type', () => {
      const store = storage.resources;
      store.put(resource('1', 'root', 'a'));
      store.put({ ...resource('2', 'root', 'b'), resourceType: 23 });
      store.put({ ...resource('3', 'other', 'c'), resourceType: 23 });
      store.put({ ...resource('4', 'root', 'd'), resourceType: 23 });
      const subscriptions = (): readonly string[] =>
        store.childrenOf('root', 23).map(({ resourceID }) => resourceID);
      assert.deepEqual(subscriptions(), ['2', '4']);
      store.put({ ...resource('2', 'other', 'b'), resourceType: 23 });
      assert.deepEqual(subscriptions(), ['4']);
      store.remove('4');
      assert.deepEqual(subscriptions(), []);
      assert.deepEqual(store.childrenOf('root', 9), []);
    });

    it('replaces by a put, and keeps the order', () => {
      const store = storage.resources;
      store.put(resource('1', 'root', 'a'));
      store.put(resource('2', 'root', 'b'));
      store.put({ ...resource('1', 'root', 'a'), attributes: { labels: ['x'] } });
      const children = store.childrenOf('root').map(({ resourceID }) => resourceID);
      assert.deepEqual(children, ['1', '2']);
      assert.deepEqual(store.get('1')?.attributes, { labels: ['x'] });
      assert.equal([...store.all()].length, 2);
    });

    it('lets a resource that moves leave its old place', () => {
      const store = storage.resources;
      store.put(resource('1', 'root', 'a'));
      store.put(resource('1', 'other', 'a'));
      assert.equal(store.childNamed('root', 'a'), undefined);
      assert.equal(store.childNamed('other', 'a')?.resourceID, '1');
    });

    it('removes one resource and leaves its children', () => {
      const store = storage.resources;
      store.put(resource('1', 'root', 'a'));
      store.put(resource('2', '1', 'b'));
      store.remove('1');
      store.remove('1');
      assert.equal(store.get('1'), undefined);
      assert.deepEqual(store.childrenOf('root'), []);
      assert.equal(store.get('2')?.resourceName, 'b');
    });

    it('keeps records of a kind apart from those of others, in the order of their keys', () => {
      const { records } = storage;
      records.put('message', 'b', { attempts: 2 });
      records.put('message', 'a', null);
      records.put('message', 'B', [1, 'x', false]);
      records.put('request', 'b', 'other');
      records.put('message', 'b', { attempts: 3 });
      assert.deepEqual(records.get('message', 'b'), { attempts: 3 });
      assert.deepEqual(records.all('message'), [
        ['B', [1, 'x', false]],
        ['a', null],
        ['b', { attempts: 3 }],
      ]);
      records.remove('message', 'b');
      records.remove('message', 'b');
      assert.equal(records.get('message', 'b'), undefined);
      assert.equal(records.get('request', 'b'), 'other');
      assert.deepEqual(records.all('unknown'), []);
    });

    it('finds after a commit what it found before', () => {
      storage.resources.put(resource('1', 'root', 'a'));
      storage.commit();
      storage.records.put('message', '1', 'x');
      storage.commit();
      storage.commit();
      assert.equal(storage.resources.get('1')?.resourceName, 'a');
      assert.equal(storage.records.get('message', '1'), 'x');
    });
  });
}
