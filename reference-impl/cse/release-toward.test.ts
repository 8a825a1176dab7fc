import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { releaseToward } from './release-toward';
import { testBed } from './test-bed';

const PEERS: readonly [supported: readonly string[], release: string][] = [
  [['2', '2a', '3'], '3'],
  [['3', '4'], '4'],
  [['2a'], '2a'],
  [['9'], '3'],
];

for (const [supported, release] of PEERS) {
  test(`to one that supports ${supported.join(', ')}: ${release}`, async () => {
    const bed = testBed();
    await bed.make('cse-base', ResourceType.remoteCSE, {
      resourceName: 'cse2',
      'CSE-ID': '/cse2',
      CSEBase: '/cse2/cse-base',
      requestReachability: true,
      supportedReleaseVersions: supported,
      descendantCSEs: ['/cse3'],
    });
    const application = { resourceName: 'ae1', 'App-ID': 'N.meter', requestReachability: true };
    const attributes = { ...application, supportedReleaseVersions: supported };
    await bed.make('cse-base', ResourceType.AE, attributes, 'Cae1');
    for (const to of ['/cse2/s1', '/cse3/Cae2/sessions', 'Cae1', '/cse1/cse-base/ae1']) {
      assert.equal(releaseToward(bed.cse, to), release, to);
    }
  });
}

test('to one that nobody knows: that of the binding', () => {
  const { cse } = testBed();
  for (const to of ['http://localhost/', '/cse9/s1', 'cse-base/nobody', 'a//b']) {
    assert.equal(releaseToward(cse, to), '3', to);
  }
});

test('to one that nobody knows where that of the binding is not supported', () => {
  const { cse } = testBed({ config: { supportedReleaseVersions: ['2', '2a'] } });
  assert.equal(releaseToward(cse, 'http://localhost/'), '2a');
});
