import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttributeValue } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { resource, type TestBed, testBed } from '../test-bed';

const AE = { 'App-ID': 'Napp', requestReachability: true, supportedReleaseVersions: ['3'] };

function rule(accessControlOriginators: readonly string[], accessControlOperations: number): AttributeValue {
  return { accessControlOriginators, accessControlOperations };
}

/** AE C1 with a container c1; the policy p1 is in force on the container where `privileges` are given. */
async function house(...privileges: readonly AttributeValue[]): Promise<TestBed> {
  const bed = testBed();
  await bed.make('cse-base', 2, { resourceName: 'ae1', ...AE }, 'C1');
  await bed.make('cse-base', 2, { resourceName: 'ae2', ...AE }, 'C2');
  await bed.make('cse-base', 1, {
    resourceName: 'p1',
    privileges: { accessControlRule: privileges },
    selfPrivileges: { accessControlRule: [rule(['C9'], 63)] },
  });
  const policies = privileges.length === 0 ? {} : { accessControlPolicyIDs: ['cse-base/p1'] };
  await bed.make('cse-base/ae1', 3, { resourceName: 'c1', ...policies }, 'C1');
  await bed.make('cse-base/ae1/c1', 4, { resourceName: 'i1', content: 'x' });
  return bed;
}

async function codeOf(bed: TestBed, from: string, change: Partial<RequestPrimitive> = {}): Promise<number> {
  const request = { operation: 'retrieve', to: 'cse-base/ae1/c1', from, ...change } as const;
  return (await bed.ask(request)).responseStatusCode;
}

test('without policies only the creator has access, and the administrator', async () => {
  const bed = await house();
  assert.equal(await codeOf(bed, 'C1'), 2000);
  assert.equal(await codeOf(bed, '/cse1/C1'), 2000);
  assert.equal(await codeOf(bed, 'CAdmin'), 2000);
  assert.equal(await codeOf(bed, 'C2'), 4103);
  assert.equal(await codeOf(bed, '/cse2/C1'), 4103);
});

test('a type without policies of its own has those of its parent', async () => {
  const bed = await house(rule(['C2'], 2));
  assert.equal(await codeOf(bed, 'C2', { to: 'cse-base/ae1/c1/i1' }), 2000);
  assert.equal(await codeOf(bed, 'C2', { to: 'cse-base/ae1/c1/la' }), 2000);
  assert.equal(await codeOf(bed, 'C3', { to: 'cse-base/ae1/c1/la' }), 4103);
});

test('with policies the creator has access only by them', async () => {
  assert.equal(await codeOf(await house(rule(['C2'], 63)), 'C1'), 4103);
});

const OPERATIONS = [
  ['retrieve', 2, {}, 2000],
  ['create', 1, { resourceType: 3, content: resource(3, {}) }, 2001],
  ['update', 4, { content: resource(3, { labels: ['n'] }) }, 2004],
  ['delete', 8, {}, 2002],
  ['retrieve', 32, { filterCriteria: { filterUsage: 1 } }, 2000],
] as const;

for (const [operation, flag, change, code] of OPERATIONS) {
  test(`${operation} needs the flag ${flag} and no other`, async () => {
    assert.equal(await codeOf(await house(rule(['C2'], flag)), 'C2', { operation, ...change }), code);
    assert.equal(await codeOf(await house(rule(['C2'], 63 - flag)), 'C2', { operation, ...change }), 4103);
  });
}

const ORIGINATORS = [
  ['all', 'Canybody', 2000],
  ['C2', 'C2', 2000],
  ['/cse1/C2', 'C2', 2000],
  ['C2', '/cse1/C2', 2000],
  ['C2', 'C22', 4103],
  ['C*', 'C22', 2000],
  ['/cse2/*', '/cse2/C7', 2000],
  ['/cse2/*', '/cse3/C7', 4103],
  ['/cse2/C*9*', '/cse2/C1909', 2000],
  ['/cse2/C*99*9', '/cse2/C999', 2000],
  ['/cse2/C*99*9', '/cse2/C99', 4103],
  ['/cse2/C1*1', '/cse2/C1', 4103],
  ['/cse2/C1*1', '/cse2/C11', 2000],
  ['/cse2/C1*2', '/cse2/C13', 4103],
  ['/cse2/C*12*34*', '/cse2/C12034', 2000],
  ['/cse2/C*12*34*', '/cse2/C34012', 4103],
  ['/cse2/C*12*23*', '/cse2/C123', 4103],
  ['/cse2/C*x*', '/cse2/C12', 4103],
  ['*', 'C2', 2000],
  ['', 'C2', 4103],
  ['cse-base/ae2', 'C2', 4103],
] as const;

for (const [entry, from, code] of ORIGINATORS) {
  test(`the entry ${entry} and the Originator ${from}: ${code}`, async () => {
    assert.equal(await codeOf(await house(rule([entry], 2)), from), code);
  });
}

test('one granting rule among several is enough', async () => {
  const bed = await house(rule(['C5'], 63), rule(['C2'], 8), rule(['C2'], 2));
  assert.equal(await codeOf(bed, 'C2'), 2000);
});

test('a rule under a condition that this CSE cannot judge grants nothing', async () => {
  const conditional = { ...(rule(['C2'], 2) as object), accessControlContexts: [{}] };
  assert.equal(await codeOf(await house(conditional), 'C2'), 4103);
});

test('policies that do not exist grant nothing', async () => {
  const bed = await house();
  await bed.make(
    'cse-base/ae1',
    3,
    { resourceName: 'c2', accessControlPolicyIDs: ['nowhere', 'cse-base/ae1'] },
    'C1',
  );
  assert.equal(await codeOf(bed, 'C1', { to: 'cse-base/ae1/c2' }), 4103);
});

test('which policies are in force is a matter of self-privileges alone', async () => {
  const bed = await house(rule(['C2'], 63));
  const change = {
    operation: 'update',
    content: resource(3, { accessControlPolicyIDs: ['cse-base/p1'] }),
  } as const;
  assert.equal(await codeOf(bed, 'C2', change), 4103);
  assert.equal(await codeOf(bed, 'C9', change), 2004);
});

test('a policy itself is governed by its self-privileges', async () => {
  const bed = await house(rule(['C2'], 63));
  assert.equal(await codeOf(bed, 'C2', { to: 'cse-base/p1' }), 4103);
  assert.equal(await codeOf(bed, 'C9', { to: 'cse-base/p1' }), 2000);
});

test('registered entities may create below the CSEBase, strangers may not', async () => {
  const bed = await house();
  const change = { operation: 'create', to: 'cse-base', resourceType: 3, content: resource(3, {}) } as const;
  assert.equal(await codeOf(bed, 'C2', change), 2001);
  assert.equal(await codeOf(bed, 'C77', change), 4103);
  assert.equal(await codeOf(bed, 'C2', { operation: 'delete', to: 'cse-base' }), 4103);
});

test('discovery shows what the Originator may discover, even below what it may not', async () => {
  const bed = await house(rule(['C2'], 32));
  const filterCriteria = { filterUsage: 1, resourceType: [2, 3] };
  const { content } = await bed.ask({ operation: 'retrieve', to: 'cse-base', from: 'C2', filterCriteria });
  assert.deepEqual(content, { kind: 'uriList', uris: ['cse-base/ae1/c1', 'cse-base/ae2'] });
});

test('an entry can be a group of Originators', async () => {
  const bed = await house(rule(['cse-base/gang'], 2));
  const memberIDs = ['cse-base/ae2', '/cse2/C7'];
  await bed.make('cse-base', 9, { resourceName: 'gang', maxNrOfMembers: 2, memberIDs });
  assert.deepEqual([await codeOf(bed, 'C2'), await codeOf(bed, '/cse2/C7')], [2000, 2000]);
  assert.deepEqual([await codeOf(bed, 'C1'), await codeOf(bed, 'C7')], [4103, 4103]);
});

test('registration through a fan-out point is not registration', async () => {
  const bed = await house();
  await bed.make('cse-base', 9, { resourceName: 'g1', maxNrOfMembers: 1, memberIDs: ['cse-base'] });
  const content = resource(2, AE);
  assert.equal(
    await codeOf(bed, 'C7', { operation: 'create', to: 'cse-base/g1/fopt', resourceType: 2, content }),
    4103,
  );
});

test('one Originator of a rule is enough, and one policy of several', async () => {
  const bed = await house(rule(['C5', 'C2'], 2));
  assert.equal(await codeOf(bed, 'C2'), 2000);
  const accessControlPolicyIDs = ['nowhere', 'cse-base/p1'];
  await bed.make('cse-base/ae1', 3, { resourceName: 'c2', accessControlPolicyIDs }, 'C1');
  assert.equal(await codeOf(bed, 'C2', { to: 'cse-base/ae1/c2' }), 2000);
  assert.equal(await codeOf(bed, 'C3', { to: 'cse-base/ae1/c2' }), 4103);
});

for (const condition of ['accessControlContexts', 'accessControlObjectDetails', 'accessControlAttributes']) {
  test(`a rule with ${condition} grants nothing, and the next rule is asked`, async () => {
    const conditional = { ...(rule(['all'], 63) as object), [condition]: [{}] };
    assert.equal(await codeOf(await house(conditional), 'C2'), 4103);
    assert.equal(await codeOf(await house(conditional, rule(['C2'], 2)), 'C2'), 2000);
  });
}

test('a group of Originators has CSEs too, by their resources here', async () => {
  const bed = await house(rule(['cse-base/gang'], 2));
  const remote = {
    resourceName: 'cse2',
    'CSE-ID': '/cse2',
    CSEBase: '/cse2/cse-base',
    requestReachability: false,
    supportedReleaseVersions: ['3'],
  };
  await bed.make('cse-base', 16, remote, '/cse2');
  await bed.make('cse-base', 3, { resourceName: 'c9' });
  const memberIDs = ['cse-base/cse2', 'cse-base/c9'];
  await bed.make('cse-base', 9, { resourceName: 'gang', maxNrOfMembers: 2, memberIDs });
  assert.equal(await codeOf(bed, '/cse2'), 2000);
  assert.equal(await codeOf(bed, '/cse3'), 4103);
});

test('an entry that names a resource which is no group names no Originator', async () => {
  assert.equal(await codeOf(await house(rule(['cse-base'], 2)), 'C2'), 4103);
  assert.equal(await codeOf(await house(rule(['cse-base/p1'], 2)), 'C2'), 4103);
});
