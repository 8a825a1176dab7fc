import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '../cse/resource';
import { memoryStore } from './memory-store';

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

test('children come in the order of their creation, and are found by name', () => {
  const store = memoryStore();
  for (const name of ['b', 'a', 'c']) store.put(resource(`id-${name}`, 'root', name));
  assert.deepEqual(
    store.childrenOf('root').map(({ resourceName }) => resourceName),
    ['b', 'a', 'c'],
  );
  assert.equal(store.childNamed('root', 'a')?.resourceID, 'id-a');
  assert.equal(store.childNamed('elsewhere', 'a'), undefined);
});

test('a put replaces and keeps the order', () => {
  const store = memoryStore();
  store.put(resource('1', 'root', 'a'));
  store.put(resource('2', 'root', 'b'));
  store.put({ ...resource('1', 'root', 'a'), attributes: { labels: ['x'] } });
  assert.deepEqual(
    store.childrenOf('root').map(({ resourceID }) => resourceID),
    ['1', '2'],
  );
  assert.deepEqual(store.get('1')?.attributes, { labels: ['x'] });
  assert.equal([...store.all()].length, 2);
});

test('a resource that moves leaves its old place', () => {
  const store = memoryStore();
  store.put(resource('1', 'root', 'a'));
  store.put(resource('1', 'other', 'a'));
  assert.equal(store.childNamed('root', 'a'), undefined);
  assert.equal(store.childNamed('other', 'a')?.resourceID, '1');
});

test('remove takes one resource out and leaves its children', () => {
  const store = memoryStore();
  store.put(resource('1', 'root', 'a'));
  store.put(resource('2', '1', 'b'));
  store.remove('1');
  store.remove('1');
  assert.equal(store.get('1'), undefined);
  assert.deepEqual(store.childrenOf('root'), []);
  assert.equal(store.get('2')?.resourceName, 'b');
});
