import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBed } from '../test-bed';

const RETRIEVE = { operation: 'retrieve', to: 'cse-base' } as const;

test('the CSEBase is retrieved in every form of its address', async () => {
  const { ask } = testBed();
  const forms = [
    'cse-base',
    '-',
    'cb1',
    '/cse1',
    '/cse1/cse-base',
    '/cse1/-',
    '/cse1/cb1',
    '//flowproof.example/cse1/cb1',
  ];
  for (const to of forms) {
    const response = await ask({ operation: 'retrieve', to });
    assert.equal(response.responseStatusCode, 2000, to);
    assert.ok(response.content?.kind === 'resource');
    assert.equal(response.content.resource.element, 'm2m:cb');
    assert.equal(response.content.resource.attributes['CSE-ID'], '/cse1');
  }
});

test('a response carries the request identifier and the release of its request', async () => {
  const response = await testBed().ask({
    ...RETRIEVE,
    requestIdentifier: 'abc',
    releaseVersionIndicator: '2a',
  });
  assert.equal(response.requestIdentifier, 'abc');
  assert.equal(response.releaseVersionIndicator, '2a');
});

const REFUSALS = [
  ['a From that is missing', { from: undefined }, 4000],
  ['a release that is not supported', { releaseVersionIndicator: '99' }, 4001],
  ['a Resource Type where nothing is created', { resourceType: 3 }, 4000],
  ['an expired request', { requestExpirationTimestamp: '20261120T101459,999' }, 4008],
  ['an expired result', { resultExpirationTimestamp: '-1' }, 4008],
  ['a time in no known format', { requestExpirationTimestamp: 'tomorrow' }, 4000],
  [
    'results that expire before the request',
    { requestExpirationTimestamp: '5000', resultExpirationTimestamp: '4999' },
    4000,
  ],
  [
    'results that expire with the request',
    { requestExpirationTimestamp: '5000', resultExpirationTimestamp: '5000' },
    4000,
  ],
  ['an Operation Execution Time', { operationExecutionTime: '5000' }, 5001],
  ['tokens', { tokenIDs: ['t1'] }, 5001],
  ['Result Content that goes with create only', { resultContent: 2 }, 4000],
  ['Result Content that is not implemented', { resultContent: 10 }, 5001],
  ['a resource that does not exist', { to: 'cse-base/nothing' }, 4004],
  ['an identifier that does not exist', { to: 'nothing' }, 4004],
  ['no address at all', { to: '' }, 4004],
  ['a CSE that is not known', { to: '/cse9/cse-base' }, 4004],
] as const;

for (const [what, change, code] of REFUSALS) {
  test(`${what}: ${code}`, async () => {
    const request = { ...RETRIEVE, ...change };
    const response = await testBed().ask(request as typeof RETRIEVE);
    assert.equal(response.responseStatusCode, code);
    assert.equal(response.requestIdentifier, 'r1');
  });
}

test('times are judged by the clock: absolute, or milliseconds from now', async () => {
  const { ask } = testBed();
  const times = { requestExpirationTimestamp: '20261120T101501', resultExpirationTimestamp: '1001' };
  assert.equal((await ask({ ...RETRIEVE, ...times })).responseStatusCode, 2000);
});

test('a procedure that fails answers its own request with 5000, tells nothing, and harms no other', async () => {
  const failing = testBed({
    procedures: {
      retrieve: () => {
        throw new Error('secret');
      },
    },
  });
  const response = await failing.ask(RETRIEVE);
  assert.equal(response.responseStatusCode, 5000);
  assert.doesNotMatch(JSON.stringify(response), /secret|\.ts/);
  assert.equal((await failing.ask({ operation: 'delete', to: 'cse-base' })).responseStatusCode, 4005);
});

test('a request without Release Version Indicator is one of release 1', async () => {
  const request = { ...RETRIEVE, from: 'CAdmin', requestIdentifier: 'r1' };
  assert.equal((await testBed().cse.handle(request)).responseStatusCode, 4001);
  const old = testBed({ config: { supportedReleaseVersions: ['1', '3'] } });
  assert.equal((await old.cse.handle(request)).responseStatusCode, 2000);
});

test('Filter Criteria are conditions on the target, for changes too', async () => {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'c1', labels: ['a'] });
  const request = { operation: 'delete', to: 'cse-base/c1' } as const;
  assert.equal((await bed.ask({ ...request, filterCriteria: { labels: ['b'] } })).responseStatusCode, 4004);
  assert.equal((await bed.ask({ ...request, filterCriteria: { labels: ['a'] } })).responseStatusCode, 2002);
});
