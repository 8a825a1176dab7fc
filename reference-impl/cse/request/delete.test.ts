import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBed } from '../test-bed';

test('a delete takes all descendants along and nothing else', async () => {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'c1' });
  await bed.make('cse-base/c1', 3, { resourceName: 'c2' });
  await bed.make('cse-base/c1/c2', 4, { content: 'x' });
  await bed.make('cse-base', 3, { resourceName: 'c3' });
  const response = await bed.ask({ operation: 'delete', to: 'cse-base/c1' });
  assert.equal(response.responseStatusCode, 2002);
  assert.equal(response.content, undefined);
  const left = [...bed.cse.store.all()].map(({ resourceName }) => resourceName);
  assert.deepEqual(left, ['cse-base', 'sessions', 'c3']);
});

test('with Result Content 1 the resource is answered a last time', async () => {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'c1' });
  const { content } = await bed.ask({ operation: 'delete', to: 'cse-base/c1', resultContent: 1 });
  assert.ok(content?.kind === 'resource');
  assert.equal(content.resource.attributes.resourceName, 'c1');
});

test('the CSEBase cannot be deleted', async () => {
  assert.equal((await testBed().ask({ operation: 'delete', to: 'cse-base' })).responseStatusCode, 4005);
});
