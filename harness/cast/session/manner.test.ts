import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, Manners } from './manner';

test('changes replace, take out, and go into members', () => {
  const attributes = { name: 's1', endpoint: { id: 'a', text: 'b' } };
  assert.deepEqual(changed(attributes, { name: undefined, 'endpoint.id': 'c', 'other.deep': 1 }), {
    endpoint: { id: 'c', text: 'b' },
    other: { deep: 1 },
  });
});

test('silence to the first message only is over after it', () => {
  const manners = new Manners();
  manners.behave('termination', { kind: 'silent', firstOnly: true });
  assert.equal(manners.towards('establishment'), undefined);
  assert.equal(manners.towards('termination')?.kind, 'silent');
  assert.equal(manners.towards('termination'), undefined);
});
