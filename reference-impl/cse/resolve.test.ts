import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBed } from './test-bed';

const CASES = [
  ['cse-base/c1', 'cnt-1', undefined, ''],
  ['-/c1', 'cnt-1', undefined, ''],
  ['cnt-1', 'cnt-1', undefined, ''],
  ['/cse1/cnt-1', 'cnt-1', undefined, ''],
  ['/cse1/cse-base/c1', 'cnt-1', undefined, ''],
  ['//flowproof.example/cse1/cse-base/c1', 'cnt-1', undefined, ''],
  ['cse-base/c1/c2', 'cnt-2', undefined, ''],
  ['cnt-1/c2', 'cnt-2', undefined, ''],
  ['/cse1/cnt-1/c2', 'cnt-2', undefined, ''],
  ['cse-base/c1/la', 'cnt-1', 'la', ''],
  ['cnt-1/c2/ol', 'cnt-2', 'ol', ''],
  ['cnt-1/la/x/y', 'cnt-1', 'la', 'x/y'],
  ['cse-base/g1/fopt', 'grp-3', 'fopt', ''],
  ['grp-3/fopt/la', 'grp-3', 'fopt', 'la'],
  ['/cse1/grp-3/fopt/x/y', 'grp-3', 'fopt', 'x/y'],
] as const;

for (const [address, resourceID, virtual, suffix] of CASES) {
  test(`${address} leads to ${resourceID}${virtual ? `, ${virtual}` : ''}`, async () => {
    const bed = testBed();
    await bed.make('cse-base', 3, { resourceName: 'c1' });
    await bed.make('cse-base/c1', 3, { resourceName: 'c2' });
    await bed.make('cse-base', 9, { resourceName: 'g1', maxNrOfMembers: 1, memberIDs: [] });
    const resolved = bed.cse.resolve(address);
    assert.deepEqual(
      [resolved?.resource.resourceID, resolved?.virtual, resolved?.suffix],
      [resourceID, virtual, suffix],
    );
  });
}

const NOWHERE = [
  '',
  '/',
  'c1',
  'cse-base/',
  'cse-base//c1',
  'cse-base/c9',
  'cse-base/c1/constructor',
  'cse-base/la',
  '/cse2/cse-base/c1',
  '//other.example/cse1/cse-base',
  'http://cse1.example/cse-base',
  '__proto__',
  'cse-base/c1/__proto__',
] as const;

for (const address of NOWHERE) {
  test(`${JSON.stringify(address)} leads nowhere`, async () => {
    const bed = testBed();
    await bed.make('cse-base', 3, { resourceName: 'c1' });
    assert.equal(bed.cse.resolve(address), undefined);
  });
}
