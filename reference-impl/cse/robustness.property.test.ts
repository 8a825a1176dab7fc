import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Attributes } from '../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { answering, resource, type TestBed, testBed } from './test-bed';

const SEED = 20261120;

/** For each resource type a representation that can be created. */
const SOUND: { readonly [resourceType: number]: Attributes } = {
  1: { privileges: {}, selfPrivileges: {} },
  2: { 'App-ID': 'Napp', requestReachability: true, supportedReleaseVersions: ['3'] },
  3: { maxNrOfInstances: 2 },
  4: { content: 'hello' },
  9: { maxNrOfMembers: 3, memberIDs: ['cse-base/c1', 'cse-base/c2'], somecastEnable: true },
  14: { nodeID: 'n' },
  16: { CSEBase: '/cse2/-', 'CSE-ID': '/cse2', requestReachability: true, supportedReleaseVersions: ['3'] },
  23: { notificationURI: ['http://nt1.example'] },
  28: { containerDefinition: 'org.example.colour', red: 1 },
};

const CONTAINERS = [
  'cse-base',
  'cse-base',
  'cse-base/c1',
  'cse-base/c1/c2',
  'cse-base/g1',
  '/cse1/cse-base/c2',
] as const;
const OTHERS = [
  'cse-base/c1/la',
  'cse-base/c2/ol',
  'cse-base/g1/fopt',
  'cse-base/g1/fopt/la',
  '/cse2/cse-base',
  'cse-base/c1/__proto__',
  'http://nt1.example',
  '//',
  '',
] as const;

/** Mostly nothing; otherwise one attribute that may or may not fit. */
const disturbance: fc.Arbitrary<Attributes> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom(
        'labels',
        'memberIDs',
        'content',
        'creator',
        'maxNrOfInstances',
        'expirationTime',
        'zzz',
      ),
      fc.constantFrom<Attributes[string]>(
        null,
        0,
        1,
        -1,
        true,
        'x',
        '20300101T000000',
        [],
        ['cse-base/c1', 'no/thing'],
      ),
      { minKeys: 1, maxKeys: 1 },
    ),
  },
);

/** Absent five times out of six. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

interface Drawn {
  readonly operation: RequestPrimitive['operation'];
  readonly to: string;
  readonly from: string;
  readonly resourceType: number;
  readonly name: string | undefined;
  readonly disturbance: Attributes;
  readonly optional: Partial<RequestPrimitive>;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  operation: fc.oneof(
    { weight: 8, arbitrary: fc.constant('create' as const) },
    { weight: 7, arbitrary: fc.constantFrom('retrieve' as const, 'update' as const, 'notify' as const) },
    { weight: 1, arbitrary: fc.constant('delete' as const) },
  ),
  to: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...CONTAINERS) },
    { weight: 2, arbitrary: fc.constantFrom(...OTHERS) },
  ),
  from: fc.constantFrom('CAdmin', 'CAdmin', 'CAdmin', 'C1', '/cse2', ''),
  resourceType: fc.constantFrom(3, 3, 4, 4, 9, 23, 1, 2, 14, 16, 28, 5, 999),
  name: fc.constantFrom('c1', 'c2', 'g1', 'la', undefined, undefined, undefined, undefined, undefined),
  disturbance,
  optional: fc.record({
    resultContent: seldom(fc.integer({ min: 0, max: 10 })),
    groupRequestIdentifier: seldom(fc.constantFrom('g1', 'g2')),
    groupSomecastTargetNumber: seldom(fc.integer({ min: -1, max: 3 })),
  }) as fc.Arbitrary<Partial<RequestPrimitive>>,
});

function assembled({
  operation,
  to,
  from,
  resourceType,
  name,
  disturbance: given,
  optional,
}: Drawn): RequestPrimitive {
  const common = { operation, to, from, requestIdentifier: 'r1', releaseVersionIndicator: '3' };
  const parameters = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  switch (operation) {
    case 'create': {
      const named = name === undefined ? {} : { resourceName: name };
      const element = resourceType === 28 ? 'cod:color' : undefined;
      const content = resource(resourceType, { ...SOUND[resourceType], ...named, ...given }, element);
      return { ...common, ...parameters, resourceType, content };
    }
    case 'update':
      return {
        ...common,
        ...parameters,
        content: resource(to.endsWith('g1') ? 9 : 3, { labels: ['l'], ...given }),
      };
    case 'notify':
      return { ...common, content: { kind: 'notification', notification: {} } };
    default:
      return { ...common, ...parameters };
  }
}

/** An AE, containers within and beside each other, and a group of them. */
async function furnish(bed: TestBed): Promise<void> {
  await bed.make('cse-base', 2, { ...SOUND[2] }, 'C1');
  await bed.make('cse-base', 3, { resourceName: 'c1', maxNrOfInstances: 2 });
  await bed.make('cse-base/c1', 3, { resourceName: 'c2', maxNrOfInstances: 2 });
  await bed.make('cse-base', 3, { resourceName: 'c2', maxNrOfInstances: 2 });
  await bed.make('cse-base', 9, { resourceName: 'g1', ...SOUND[9] });
}

function assertConsistent({ cse }: TestBed): void {
  for (const { resourceID, parentID, resourceName, resourceType, attributes } of cse.store.all()) {
    assert.equal(attributes.resourceID, resourceID);
    assert.equal(cse.store.childNamed(parentID, resourceName)?.resourceID, resourceID);
    if (parentID !== '') assert.ok(cse.store.get(parentID) !== undefined, `${resourceID} has no parent`);
    if (resourceType !== 3) continue;
    const instances = cse.store.childrenOf(resourceID).filter((child) => child.resourceType === 4);
    assert.equal(attributes.currentNrOfInstances, instances.length);
    assert.ok(instances.length <= 2 || attributes.maxNrOfInstances !== 2);
  }
}

test('whatever comes, in whatever order: an answer with a known cause, a consistent store, nothing stored half', async () => {
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(drawn.map(assembled), { minLength: 20, maxLength: 40 }), async (requests) => {
      const bed = testBed({ peer: answering(2000) });
      await furnish(bed);
      for (const request of requests) {
        const before = [...bed.cse.store.all()];
        const response = await bed.clock.untilSettled(bed.cse.handle(request));
        assert.equal(response.requestIdentifier, 'r1');
        assert.notEqual(response.responseStatusCode, 5000, JSON.stringify(request));
        assertConsistent(bed);
        if (response.responseStatusCode === 2001) stored += 1;
        if (response.responseStatusCode >= 4000) assert.deepEqual([...bed.cse.store.all()], before);
      }
    }),
    { seed: SEED, numRuns: 600 },
  );
  assert.ok(stored > 700, `only ${stored} resources were created: the requests drawn say too little`);
});
