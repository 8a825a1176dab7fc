import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupIntent, MemberKind } from '../../protocol/model/application-intent';
import type { AttributeValue } from '../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { countingIds } from '../runtime/counting-ids';
import { seededRandom } from '../runtime/seeded-random';
import { VirtualClock } from '../runtime/virtual-clock';
import type { Ae } from './ae';
import { carryOut, requestFor } from './carry-out';
import { defaultAeProcedures } from './default-procedures';
import { emptyMemory } from './session/held-session';

const ANSWER = { responseStatusCode: 2001, requestIdentifier: 'req1' };

function application(sent: { pointOfAccess: string; request: RequestPrimitive }[] = []): Ae {
  const send = async (pointOfAccess: string, request: RequestPrimitive) => {
    sent.push({ pointOfAccess, request });
    return ANSWER;
  };
  return {
    originator: 'Capp',
    releaseVersion: '3',
    ports: { clock: new VirtualClock(), ids: countingIds(), random: seededRandom(1), outbound: { send } },
    procedures: defaultAeProcedures,
    collections: new Map(),
    sessions: emptyMemory(),
  };
}

function create(more: Partial<Extract<GroupIntent, { procedure: 'createGroup' }>>): GroupIntent {
  const lists = { members: [], groupsAsSuch: [], everyMemberOf: [], kinds: [] };
  return { procedure: 'createGroup', parent: 'base/app', name: 'pumps', ...lists, ...more };
}

function attributesFor(intent: GroupIntent): { readonly [name: string]: AttributeValue } {
  const { content } = requestFor(application(), intent);
  assert.equal(content?.kind, 'resource');
  return content.kind === 'resource' ? content.resource.attributes : {};
}

test('creating a group of containers is one CREATE of a <group> under the parent', async () => {
  const sent: { pointOfAccess: string; request: RequestPrimitive }[] = [];
  const intent = create({ members: ['base/m1', 'base/m2'], kinds: [{ resourceType: 3 }] });
  const answer = await carryOut(application(sent), { pointOfAccess: 'http://cse.example', intent });
  assert.deepEqual(answer, ANSWER);
  const attributes = {
    resourceName: 'pumps',
    memberIDs: ['base/m1', 'base/m2'],
    maxNrOfMembers: 100,
    memberType: 3,
  };
  const request = {
    operation: 'create',
    to: 'base/app',
    resourceType: 9,
    content: { kind: 'resource', resource: { element: 'm2m:grp', attributes } },
    from: 'Capp',
    requestIdentifier: 'req1',
    releaseVersionIndicator: '3',
  };
  assert.deepEqual(sent, [{ pointOfAccess: 'http://cse.example', request }]);
});

test('only groups whose members are to be reached get the suffix /fopt', () => {
  const { memberIDs } = attributesFor(
    create({
      members: ['base/m1'],
      groupsAsSuch: ['base/album'],
      everyMemberOf: ['base/sub', '/cse2/base/far'],
    }),
  );
  assert.deepEqual(memberIDs, ['base/m1', 'base/album', 'base/sub/fopt', '/cse2/base/far/fopt']);
});

test('changing the members is an UPDATE of memberIDs and of nothing else', () => {
  const lists = { members: ['base/m2'], groupsAsSuch: ['base/album'], everyMemberOf: ['base/sub'] };
  const request = requestFor(application(), {
    procedure: 'changeMembers',
    group: 'base/app/pumps',
    ...lists,
  });
  assert.equal(request.operation, 'update');
  assert.equal(request.to, 'base/app/pumps');
  const attributes = { memberIDs: ['base/m2', 'base/album', 'base/sub/fopt'] };
  assert.deepEqual(request.content, { kind: 'resource', resource: { element: 'm2m:grp', attributes } });
});

test('a group has room for all its members', () => {
  const members = Array.from({ length: 101 }, (_, at) => `base/m${at}`);
  assert.equal(attributesFor(create({ members })).maxNrOfMembers, 101);
});

const KINDS: readonly { what: string; kinds: MemberKind[]; memberType?: number; specialization?: object }[] =
  [
    { what: 'whatever kind', kinds: [] },
    { what: 'one resource type', kinds: [{ resourceType: 2 }], memberType: 2 },
    {
      what: 'one flexContainer specialization',
      kinds: [{ containerDefinition: 'org.onem2m.home.device.tv' }],
      memberType: 28,
      specialization: { containerDefinition: 'org.onem2m.home.device.tv' },
    },
    {
      what: 'one mgmtObj specialization',
      kinds: [{ mgmtDefinition: 1006 }],
      memberType: 13,
      specialization: { mgmtDefinition: 1006 },
    },
    {
      what: 'two mgmtObj specializations',
      kinds: [{ mgmtDefinition: 1006 }, { mgmtDefinition: 1007 }],
      memberType: 13,
    },
    { what: 'two resource types', kinds: [{ resourceType: 3 }, { resourceType: 2 }], memberType: 0 },
    {
      what: 'specializations of two resource types',
      kinds: [{ containerDefinition: 'org.onem2m.home.device.tv' }, { mgmtDefinition: 1006 }],
      memberType: 0,
    },
  ];

for (const { what, kinds, memberType, specialization } of KINDS) {
  test(`memberType and specializationType of a group of ${what}`, () => {
    const attributes = attributesFor(create({ members: ['base/m1'], kinds }));
    assert.deepEqual([attributes.memberType, attributes.specializationType], [memberType, specialization]);
  });
}
