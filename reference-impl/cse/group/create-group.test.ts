import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { attributesOf, resource, type TestBed, testBed } from '../test-bed';
import { makeContainers, makeGroup, registerCse, stored } from './group-bed';

const ACP = 1;
const AE = 2;
const CONTAINER = 3;
const CONTENT_INSTANCE = 4;
const GROUP = 9;
const MGMT_OBJ = 13;
const NODE = 14;
const FLEX_CONTAINER = 28;
const ABANDON_MEMBER = 1;
const ABANDON_GROUP = 2;
const SET_MIXED = 3;

async function create(
  bed: TestBed,
  memberIDs: readonly string[],
  attributes: Attributes = {},
  from = 'CAdmin',
) {
  const content = resource(GROUP, { resourceName: 'g', maxNrOfMembers: 10, memberIDs, ...attributes });
  return bed.ask({ operation: 'create', to: 'cse-base', from, resourceType: GROUP, content });
}

/** Two containers `m1`, `m2` and a node that is of another type. */
async function mixedBed(): Promise<TestBed> {
  const bed = testBed();
  await makeContainers(bed, 2);
  await bed.make('cse-base', NODE, { resourceName: 'node', nodeID: 'n' });
  return bed;
}

test('a group gets the defaults of the table and a count of its members', async () => {
  const bed = testBed();
  const attributes = attributesOf(await create(bed, await makeContainers(bed, 2)));
  assert.equal(attributes.memberType, 0);
  assert.equal(attributes.consistencyStrategy, 1);
  assert.equal(attributes.somecastAlgorithm, 1);
  assert.equal(attributes.currentNrOfMembers, 2);
  assert.equal(attributes.memberTypeValidated, true);
  assert.equal(attributes.somecastEnable, undefined);
});

test('a group without members', async () => {
  const attributes = attributesOf(await create(testBed(), [], { memberType: CONTAINER }));
  assert.deepEqual([attributes.memberIDs, attributes.currentNrOfMembers], [[], 0]);
  assert.equal(attributes.memberTypeValidated, true);
});

test('as many members as maxNrOfMembers are accepted, one more is 6010 and creates nothing', async () => {
  const bed = testBed();
  const members = await makeContainers(bed, 3);
  assert.equal((await create(bed, members, { maxNrOfMembers: 2 })).responseStatusCode, 6010);
  assert.equal(bed.cse.resolve('cse-base/g'), undefined);
  assert.equal((await create(bed, members, { maxNrOfMembers: 3 })).responseStatusCode, 2001);
});

test('duplicates leave, in whatever form they name the resource; the first stays as written', async () => {
  const bed = testBed();
  const made = await bed.make('cse-base', CONTAINER, { resourceName: 'm1' });
  const unstructured = String(made.resourceID);
  const attributes = attributesOf(
    await create(bed, [
      'cse-base/m1',
      unstructured,
      `/cse1/${unstructured}`,
      '/cse1/cse-base/m1',
      '//flowproof.example/cse1/-/m1',
      'cse-base/m1/la',
    ]),
  );
  assert.deepEqual(attributes.memberIDs, ['cse-base/m1', 'cse-base/m1/la']);
  assert.equal(attributes.currentNrOfMembers, 2);
});

test('duplicates on another CSE are compared SP-relative', async () => {
  const bed = testBed();
  const attributes = attributesOf(await create(bed, ['/cse2/a', '//flowproof.example/cse2/a', '/cse2/b']));
  assert.deepEqual(attributes.memberIDs, ['/cse2/a', '/cse2/b']);
});

test('members that conform: memberTypeValidated is true', async () => {
  const bed = testBed();
  const members = await makeContainers(bed, 2);
  const attributes = attributesOf(await create(bed, members, { memberType: CONTAINER }));
  assert.equal(attributes.memberTypeValidated, true);
  assert.deepEqual(attributes.memberIDs, members);
});

const OTHERS = [
  ['another type', 'cse-base/node'],
  ['a member that does not exist', 'cse-base/nothing'],
  ['a fan-out point of what is no group', 'cse-base/node/fopt'],
  ['a member that is no oneM2M address', 'http://example.com/m'],
] as const;

for (const [what, other] of OTHERS) {
  test(`${what} under ABANDON_GROUP: 4110, and there is no group`, async () => {
    const bed = await mixedBed();
    const attributes = { memberType: CONTAINER, consistencyStrategy: ABANDON_GROUP };
    const response = await create(bed, ['cse-base/m1', other], attributes);
    assert.equal(response.responseStatusCode, 4110);
    assert.equal(bed.cse.resolve('cse-base/g'), undefined);
  });

  test(`${what} under ABANDON_MEMBER leaves the list`, async () => {
    const bed = await mixedBed();
    const group = attributesOf(
      await create(bed, ['cse-base/m1', other, 'cse-base/m2'], {
        memberType: CONTAINER,
        consistencyStrategy: ABANDON_MEMBER,
      }),
    );
    assert.deepEqual(group.memberIDs, ['cse-base/m1', 'cse-base/m2']);
    assert.deepEqual([group.currentNrOfMembers, group.memberType, group.memberTypeValidated], [2, 3, true]);
  });

  test(`${what} under SET_MIXED makes the group MIXED`, async () => {
    const bed = await mixedBed();
    const attributes = { memberType: CONTAINER, consistencyStrategy: SET_MIXED };
    const group = attributesOf(await create(bed, ['cse-base/m1', other], attributes));
    assert.deepEqual(group.memberIDs, ['cse-base/m1', other]);
    assert.deepEqual([group.currentNrOfMembers, group.memberType, group.memberTypeValidated], [2, 0, true]);
  });
}

test('a MIXED group takes anything, unseen', async () => {
  const bed = testBed();
  const group = attributesOf(await create(bed, ['cse-base/nothing', '/cse2/a', '/cse2/g/fopt']));
  assert.equal(group.currentNrOfMembers, 3);
  assert.equal(group.memberTypeValidated, true);
  assert.deepEqual(bed.sent, []);
});

test('a member that the Originator may not read: 5105 before any strategy', async () => {
  const bed = testBed();
  await makeContainers(bed, 1);
  const rule = { accessControlOriginators: ['CAlice'], accessControlOperations: 63 };
  const acp = await bed.make('cse-base', ACP, {
    resourceName: 'acp',
    privileges: { accessControlRule: [{ ...rule, accessControlOperations: 1 }] },
    selfPrivileges: { accessControlRule: [rule] },
  });
  await bed.make(
    'cse-base',
    AE,
    { resourceName: 'alice', 'App-ID': 'Na', requestReachability: false, supportedReleaseVersions: ['3'] },
    'CAlice',
  );
  await bed.make('cse-base', CONTAINER, {
    resourceName: 'secret',
    accessControlPolicyIDs: [String(acp.resourceID)],
  });
  for (const consistencyStrategy of [ABANDON_MEMBER, ABANDON_GROUP, SET_MIXED]) {
    const attributes = { memberType: CONTAINER, consistencyStrategy };
    const content = resource(GROUP, {
      resourceName: 'g',
      maxNrOfMembers: 9,
      memberIDs: ['cse-base/secret'],
      ...attributes,
    });
    const response = await bed.ask({
      operation: 'create',
      to: 'cse-base/alice',
      from: 'CAlice',
      resourceType: GROUP,
      content,
    });
    assert.equal(response.responseStatusCode, 5105);
  }
  assert.equal(bed.cse.resolve('cse-base/alice/g'), undefined);
});

test('latest and oldest are members of their own types, by their parent', async () => {
  const bed = await mixedBed();
  const latest = attributesOf(
    await create(bed, ['cse-base/m1/la', 'cse-base/m2/ol', 'cse-base/m2', 'cse-base/node/la'], {
      memberType: 20002,
    }),
  );
  assert.deepEqual(latest.memberIDs, ['cse-base/m1/la']);
  const oldest = attributesOf(
    await create(bed, ['cse-base/m1/la', 'cse-base/m2/ol'], { resourceName: 'g2', memberType: 20001 }),
  );
  assert.deepEqual(oldest.memberIDs, ['cse-base/m2/ol']);
});

test('a latest instance is no member of a group of contentInstances', async () => {
  const bed = await mixedBed();
  await bed.make('cse-base/m1', CONTENT_INSTANCE, { resourceName: 'i', content: '1' });
  const members = ['cse-base/m1/i', 'cse-base/m1/la'];
  const group = attributesOf(await create(bed, members, { memberType: CONTENT_INSTANCE }));
  assert.deepEqual(group.memberIDs, ['cse-base/m1/i']);
});

test('a sub-group with /fopt counts by its memberType, without by its own', async () => {
  const bed = await mixedBed();
  await makeGroup(bed, ['cse-base/m1'], { resourceName: 'typed', memberType: CONTAINER });
  await makeGroup(bed, ['cse-base/m1'], { resourceName: 'mixed' });
  const members = ['cse-base/typed/fopt', 'cse-base/mixed/fopt', 'cse-base/typed', 'cse-base/m2'];
  const containers = attributesOf(await create(bed, members, { memberType: CONTAINER }));
  assert.deepEqual(containers.memberIDs, ['cse-base/typed/fopt', 'cse-base/m2']);
  const groups = attributesOf(await create(bed, members, { resourceName: 'gg', memberType: GROUP }));
  assert.deepEqual(groups.memberIDs, ['cse-base/typed']);
});

test('specializationType: members of another specialization do not conform', async () => {
  const bed = await mixedBed();
  await bed.make('cse-base/node', MGMT_OBJ, {
    resourceName: 'bat',
    mgmtDefinition: 1006,
    batteryLevel: 50,
    batteryStatus: 1,
  });
  await bed.make('cse-base/node', MGMT_OBJ, { resourceName: 'dvi', mgmtDefinition: 1007 });
  const group = attributesOf(
    await create(bed, ['cse-base/node/bat', 'cse-base/node/dvi'], {
      memberType: MGMT_OBJ,
      specializationType: { mgmtDefinition: 1006 },
    }),
  );
  assert.deepEqual(group.memberIDs, ['cse-base/node/bat']);
  const refused = await create(bed, ['cse-base/node/bat', 'cse-base/node/dvi'], {
    resourceName: 'g2',
    memberType: MGMT_OBJ,
    specializationType: { mgmtDefinition: 1006 },
    consistencyStrategy: ABANDON_GROUP,
  });
  assert.equal(refused.responseStatusCode, 4110);
});

test('specializationType of a sub-group must be the same; MIXED leaves no specializationType behind', async () => {
  const bed = await mixedBed();
  const spec = {
    memberType: FLEX_CONTAINER,
    specializationType: { containerDefinition: 'org.example.lamp' },
  };
  await makeGroup(bed, [], { resourceName: 'lamps', ...spec });
  await makeGroup(bed, [], { resourceName: 'any', memberType: FLEX_CONTAINER });
  const members = ['cse-base/lamps/fopt', 'cse-base/any/fopt'];
  const group = attributesOf(await create(bed, members, spec));
  assert.deepEqual(group.memberIDs, ['cse-base/lamps/fopt']);
  const mixed = attributesOf(
    await create(bed, members, { resourceName: 'g2', ...spec, consistencyStrategy: SET_MIXED }),
  );
  assert.deepEqual([mixed.memberType, mixed.specializationType], [0, undefined]);
});

test('a somecastAlgorithm that does not exist: 4000', async () => {
  const bed = testBed();
  assert.equal((await create(bed, [], { somecastAlgorithm: 5 })).responseStatusCode, 4000);
  assert.equal((await create(bed, [], { somecastAlgorithm: 4 })).responseStatusCode, 2001);
});

test('members on another CSE are read there, in the name of the Originator', async () => {
  const bed = testBed({
    peer: ({ request }) => ({
      responseStatusCode: request.to.endsWith('gone') ? 4004 : 2000,
      requestIdentifier: request.requestIdentifier,
      content: resource(request.to.endsWith('cnt') ? CONTAINER : NODE, {
        resourceType: request.to.endsWith('cnt') ? 3 : 14,
      }),
    }),
  });
  await registerCse(bed, 'cse2');
  const group = attributesOf(
    await create(bed, ['/cse2/cnt', '/cse2/node', '/cse2/gone'], { memberType: CONTAINER }),
  );
  assert.deepEqual(group.memberIDs, ['/cse2/cnt']);
  const [first] = bed.sent;
  assert.equal(first?.request.operation, 'retrieve');
  assert.equal(first?.request.from, '/cse1/CAdmin');
});

test('5105 from the other CSE too', async () => {
  const bed = testBed({
    peer: ({ request }) => ({ responseStatusCode: 4103, requestIdentifier: request.requestIdentifier }),
  });
  await registerCse(bed, 'cse2');
  const response = await create(bed, ['/cse2/g/fopt'], { memberType: CONTAINER });
  assert.equal(response.responseStatusCode, 5105);
  assert.equal(stored(bed, 'cse-base/g').resourceID, undefined);
});
