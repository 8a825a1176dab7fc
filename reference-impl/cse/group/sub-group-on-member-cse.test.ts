import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { textList } from '../attribute-reading';
import { type Peer, resource, type TestBed, testBed } from '../test-bed';
import { entriesOf, makeGroup, registerCse } from './group-bed';

const GROUP = 9;
const LEAST_WORK_LOAD = 3;
const MEMBERS = ['/cse2/a', '/cse2/b', '/cse2/c'];

interface Refusals {
  readonly create?: number;
  readonly fanOut?: number;
}

/** A member CSE that takes in sub-groups `sub1`, `sub2`, ... and answers for their members, or refuses. */
function memberCse({ create = 2001, fanOut = 2000 }: Refusals = {}): Peer {
  const groups = new Map<string, readonly string[]>();
  return ({ request }) => {
    const answering = (responseStatusCode: number) => ({
      responseStatusCode,
      requestIdentifier: request.requestIdentifier,
    });
    if (request.operation === 'create') {
      const resourceID = `sub${groups.size + 1}`;
      groups.set(`/cse2/${resourceID}/fopt`, memberIDsIn(request));
      return { ...answering(create), ...(create === 2001 && { content: resource(GROUP, { resourceID }) }) };
    }
    const members = groups.get(request.to);
    if (members === undefined) return answering(request.operation === 'delete' ? 2002 : 2000);
    const responses = members.map((from) => ({ ...answering(2000), from: from.replace('/cse2/', '') }));
    return {
      ...answering(fanOut),
      ...(fanOut === 2000 && { content: { kind: 'aggregatedResponse', responses } }),
    };
  };
}

function memberIDsIn({ content }: RequestPrimitive): readonly string[] {
  return textList(content?.kind === 'resource' ? content.resource.attributes.memberIDs : undefined);
}

async function subGroupBed(peer = memberCse(), attributes: Attributes = {}): Promise<TestBed> {
  const bed = testBed({ peer, config: { subGroups: { minimumMembers: 2 } } });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, [...MEMBERS, '/cse3/d', 'cse-base'], { somecastEnable: true, ...attributes });
  return bed;
}

const fopt = (bed: TestBed, parameters: object = {}) =>
  bed.ask({ operation: 'retrieve', to: 'cse-base/g/fopt', ...parameters });

const messages = (bed: TestBed) => bed.sent.map(({ request }) => `${request.operation} ${request.to}`);

const update = (bed: TestBed, memberIDs: readonly string[]) =>
  bed.ask({ operation: 'update', to: 'cse-base/g', content: resource(GROUP, { memberIDs }) });

test('members on one CSE are reached through one sub-group there; the entries are theirs', async () => {
  const bed = await subGroupBed();
  const response = await fopt(bed);
  assert.deepEqual(messages(bed), ['create /cse2/base', 'retrieve /cse2/sub1/fopt']);
  assert.deepEqual(entriesOf(response), [
    ['/cse2/a', 2000],
    ['/cse2/b', 2000],
    ['/cse2/c', 2000],
    ['/cse3/d', 4004],
    ['cse-base', 2000],
  ]);
});

test('the sub-group is created by this CSE, with all members there, their number and the policies', async () => {
  const acp = { accessControlRule: [{ accessControlOriginators: ['all'], accessControlOperations: 63 }] };
  const bed = testBed({ peer: memberCse(), config: { subGroups: { minimumMembers: 2 } } });
  await registerCse(bed, 'cse2');
  await bed.make('cse-base', 1, { resourceName: 'acp', privileges: acp, selfPrivileges: acp });
  await makeGroup(bed, MEMBERS, { accessControlPolicyIDs: ['cse-base/acp'] });
  await fopt(bed, { from: 'CAE7' });
  const [created, asked] = bed.sent.map(({ request }) => request);
  assert.equal(created?.from, '/cse1');
  assert.deepEqual(created?.content?.kind === 'resource' && created.content.resource.attributes, {
    memberType: 0,
    consistencyStrategy: 3,
    maxNrOfMembers: 3,
    memberIDs: MEMBERS,
    membersAccessControlPolicyIDs: ['/cse1/cse-base/acp'],
  });
  assert.equal(asked?.from, '/cse1/CAE7');
  assert.notEqual(asked?.groupRequestIdentifier, undefined);
});

test('the members of the group itself stay as they are', async () => {
  const bed = await subGroupBed();
  await fopt(bed);
  assert.deepEqual(bed.cse.resolve('cse-base/g')?.resource.attributes.memberIDs, [
    ...MEMBERS,
    '/cse3/d',
    'cse-base',
  ]);
});

test('the sub-group is used again as long as the members are the same', async () => {
  const bed = await subGroupBed();
  await fopt(bed);
  await Promise.all([fopt(bed), fopt(bed)]);
  assert.deepEqual(
    messages(bed).filter((message) => message.startsWith('create')),
    ['create /cse2/base'],
  );
});

test('when the members there change it is deleted, and a new one is made', async () => {
  const bed = await subGroupBed();
  await fopt(bed);
  bed.sent.length = 0;
  await update(bed, ['/cse2/a', '/cse2/b', '/cse2/x']);
  await fopt(bed);
  assert.deepEqual(messages(bed), ['delete /cse2/sub1', 'create /cse2/base', 'retrieve /cse2/sub2/fopt']);
});

test('it is deleted when too few members are left, and with the group', async () => {
  const bed = await subGroupBed();
  await fopt(bed);
  bed.sent.length = 0;
  await update(bed, ['/cse2/a']);
  await fopt(bed);
  assert.deepEqual(messages(bed), ['delete /cse2/sub1', 'retrieve /cse2/a']);
  await update(bed, MEMBERS);
  await fopt(bed);
  bed.sent.length = 0;
  await bed.ask({ operation: 'delete', to: 'cse-base/g' });
  await bed.clock.advance(0);
  assert.deepEqual(messages(bed), ['delete /cse2/sub2']);
});

test('a change of other members leaves it alone', async () => {
  const bed = await subGroupBed();
  await fopt(bed);
  bed.sent.length = 0;
  await update(bed, [...MEMBERS, 'cse-base/x']);
  await fopt(bed);
  assert.deepEqual(messages(bed), ['retrieve /cse2/sub1/fopt']);
});

test('where only some of its members are addressed it is not used', async () => {
  const bed = await subGroupBed();
  await fopt(bed, { groupRequestTargetMembers: ['/cse2/a', '/cse2/b'] });
  assert.deepEqual(messages(bed), ['retrieve /cse2/a', 'retrieve /cse2/b']);
  bed.sent.length = 0;
  await fopt(bed, { groupSomecastTargetNumber: 2 });
  assert.deepEqual(messages(bed), ['retrieve /cse2/a', 'retrieve /cse2/b']);
});

test('the target members may be all of it', async () => {
  const bed = await subGroupBed();
  await fopt(bed, { groupRequestTargetMembers: MEMBERS });
  assert.deepEqual(messages(bed), ['create /cse2/base', 'retrieve /cse2/sub1/fopt']);
});

test('a CSE that refuses the sub-group gets the requests one by one, and is not asked again', async () => {
  const bed = await subGroupBed(memberCse({ create: 4103 }));
  const response = await fopt(bed);
  assert.equal(entriesOf(response).length, 5);
  await fopt(bed);
  assert.deepEqual(
    messages(bed).filter((message) => message.startsWith('create')),
    ['create /cse2/base'],
  );
});

test('a sub-group that refuses the request is given up for good', async () => {
  const bed = await subGroupBed(memberCse({ fanOut: 4103 }));
  const response = await fopt(bed);
  assert.deepEqual(
    entriesOf(response)
      .slice(0, 3)
      .map(([, code]) => code),
    [2000, 2000, 2000],
  );
  await bed.clock.advance(0);
  bed.sent.length = 0;
  await fopt(bed);
  assert.deepEqual(messages(bed), ['retrieve /cse2/a', 'retrieve /cse2/b', 'retrieve /cse2/c']);
});

test('a member without an entry in the answer of its sub-group is not taken to be busy for ever', async () => {
  const withoutFirst: Peer = async (sent) => {
    const answer = await memberAnswers(sent);
    if (answer?.content?.kind !== 'aggregatedResponse') return answer;
    const [, ...responses] = answer.content.responses;
    return { ...answer, content: { ...answer.content, responses } };
  };
  const memberAnswers = memberCse();
  const bed = await subGroupBed(withoutFirst, { somecastAlgorithm: LEAST_WORK_LOAD });
  assert.equal(entriesOf(await fopt(bed)).length, 4);
  bed.sent.length = 0;
  await fopt(bed, { groupSomecastTargetNumber: 1 });
  assert.deepEqual(messages(bed), ['retrieve /cse2/a']);
});

test('switched off, nothing is created', async () => {
  const bed = testBed({ peer: memberCse() });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, MEMBERS);
  await fopt(bed);
  assert.deepEqual(messages(bed), ['retrieve /cse2/a', 'retrieve /cse2/b', 'retrieve /cse2/c']);
});
