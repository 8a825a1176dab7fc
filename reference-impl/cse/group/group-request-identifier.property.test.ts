import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { type Peer, resource, type TestBed, testBed } from '../test-bed';
import { makeGroup, registerCse } from './group-bed';

/** Of every law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 80 };
const CONTAINER = 3;
const CONTENT_INSTANCE = 4;
const GROUPS = 6;
const LEAVES = 5;

type Host = 'cse1' | 'cse2';

/** Who is where, and which groups and leaves are members of each group. Diamonds and loops are welcome. */
interface Graph {
  readonly groupHosts: readonly Host[];
  readonly leafHosts: readonly Host[];
  readonly members: readonly { readonly groups: readonly number[]; readonly leaves: readonly number[] }[];
}

const host = fc.constantFrom<Host>('cse1', 'cse2');
const some = (count: number) => fc.subarray(Array.from({ length: count }, (_, number) => number));
const graph: fc.Arbitrary<Graph> = fc.record({
  groupHosts: fc.array(host, { minLength: GROUPS, maxLength: GROUPS }),
  leafHosts: fc.array(host, { minLength: LEAVES, maxLength: LEAVES }),
  members: fc.array(fc.record({ groups: some(GROUPS), leaves: some(LEAVES) }), {
    minLength: GROUPS,
    maxLength: GROUPS,
  }),
});

interface World {
  readonly first: TestBed;
  readonly beds: { readonly [name in Host]: TestBed };
  readonly graph: Graph;
}

/** Two CSEs that reach each other, with the groups and leaves of a graph. */
async function build(graph: Graph): Promise<World> {
  const peers: { [name: string]: TestBed } = {};
  const peer: Peer = ({ pointOfAccess, request }) => peers[pointOfAccess]?.cse.handle(request);
  const config = { adminOriginator: '/cse1/CAdmin' };
  const cse1 = testBed({ peer, config });
  const cse2 = testBed({ peer, config: { ...config, cseID: '/cse2' } });
  Object.assign(peers, { 'mem:cse1': cse1, 'mem:cse2': cse2 });
  await registerCse(cse1, 'cse2');
  await registerCse(
    { ...cse2, make: (to, type, given) => cse2.make(to, type, given, '/cse1/CAdmin') },
    'cse1',
  );
  const beds = { cse1, cse2 };
  const admin = '/cse1/CAdmin';
  for (const [leaf, name] of graph.leafHosts.entries()) {
    await beds[name].make('cse-base', CONTAINER, { resourceName: `l${leaf}` }, admin);
  }
  for (const [group, { groups, leaves }] of graph.members.entries()) {
    const bed = beds[graph.groupHosts[group] ?? 'cse1'];
    const memberIDs = [
      ...groups.map((member) => `/${graph.groupHosts[member]}/cse-base/g${member}/fopt`),
      ...leaves.map((leaf) => `/${graph.leafHosts[leaf]}/cse-base/l${leaf}`),
    ];
    const make: TestBed['make'] = (to, type, given) => bed.make(to, type, given, admin);
    await makeGroup({ ...bed, make }, memberIDs, { resourceName: `g${group}` });
  }
  return { first: beds[graph.groupHosts[0] ?? 'cse1'], beds, graph };
}

/** Creates an instance in every leaf that the first group leads to. */
function createInAll({ first }: World, parameters: object = {}): Promise<ResponsePrimitive> {
  return first.ask({
    operation: 'create',
    to: 'cse-base/g0/fopt',
    from: '/cse1/CAdmin',
    resourceType: CONTENT_INSTANCE,
    content: resource(CONTENT_INSTANCE, { content: 'x' }),
    ...parameters,
  });
}

/** How many instances each leaf holds. */
function executions({ beds, graph }: World): readonly unknown[] {
  return graph.leafHosts.map(
    (name, leaf) => beds[name].cse.resolve(`cse-base/l${leaf}`)?.resource.attributes.currentNrOfInstances,
  );
}

interface Reach {
  readonly groups: ReadonlySet<number>;
  readonly leaves: ReadonlySet<number>;
  /** Requests that the reached groups send altogether. */
  readonly requests: number;
}

function reachOf({ members }: Graph): Reach {
  const groups = new Set([0]);
  const leaves = new Set<number>();
  let requests = 0;
  for (const group of groups) {
    const { groups: subGroups = [], leaves: own = [] } = members[group] ?? {};
    for (const member of subGroups) groups.add(member);
    for (const leaf of own) leaves.add(leaf);
    requests += subGroups.length + own.length;
  }
  return { groups, leaves, requests };
}

function countCode({ responseStatusCode, content }: ResponsePrimitive, code: number): number {
  const nested = content?.kind === 'aggregatedResponse' ? content.responses : [];
  return nested.reduce((sum, entry) => sum + countCode(entry, code), responseStatusCode === code ? 1 : 0);
}

const times = (graph: Graph, count: number) =>
  graph.leafHosts.map((_, leaf) => (reachOf(graph).leaves.has(leaf) ? count : 0));

const nonEmpty = graph.filter(
  ({ members }) => (members[0]?.groups.length ?? 0) + (members[0]?.leaves.length ?? 0) > 0,
);

test('law: in any graph every leaf executes once, it ends, and each repeated target answers 4104', async () => {
  await fc.assert(
    fc.asyncProperty(nonEmpty, async (graph) => {
      const world = await build(graph);
      const response = await createInAll(world);
      assert.equal(response.responseStatusCode, 2000);
      assert.deepEqual(executions(world), times(graph, 1));
      const { groups, leaves, requests } = reachOf(graph);
      const carriedOut = groups.size - 1 + leaves.size;
      assert.equal(countCode(response, 4104), requests - carriedOut);
      assert.equal(countCode(response, 2001), leaves.size);
    }),
    RUN,
  );
});

test('law: concurrent repeats with one identifier execute once', async () => {
  await fc.assert(
    fc.asyncProperty(nonEmpty, fc.integer({ min: 2, max: 4 }), async (graph, repeats) => {
      const world = await build(graph);
      const same = { groupRequestIdentifier: 'same' };
      const answers = await Promise.all(Array.from({ length: repeats }, () => createInAll(world, same)));
      assert.deepEqual(executions(world), times(graph, 1));
      assert.deepEqual(answers.map(({ responseStatusCode }) => responseStatusCode).sort(), [
        2000,
        ...Array(repeats - 1).fill(4104),
      ]);
    }),
    RUN,
  );
});

test('law: different identifiers never interfere', async () => {
  await fc.assert(
    fc.asyncProperty(nonEmpty, fc.integer({ min: 2, max: 4 }), async (graph, requests) => {
      const world = await build(graph);
      const answers = await Promise.all(
        Array.from({ length: requests }, (_, number) => {
          // One request is without identifier: the CSE gives it one of its own.
          return createInAll(world, number === 0 ? {} : { groupRequestIdentifier: `id${number}` });
        }),
      );
      assert.deepEqual(executions(world), times(graph, requests));
      for (const answer of answers) assert.deepEqual(countCode(answer, 2001), reachOf(graph).leaves.size);
    }),
    RUN,
  );
});
