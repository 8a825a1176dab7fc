import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import { STATUS_CODES_OF } from '../../protocol/tables/syncml/status-codes';
import { uriOf, walk } from './node';
import { createCommandPerformer } from './performer';
import type { ManagementTree } from './tree';
import { openTree } from './tree-bed';
import { DEFAULT_TREE_LIMITS } from './tree-limits';

/** Commands of any shape at a small tree: each has its status, the bounds hold, and an Atomic is all or nothing. */

/** Of every law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_121, numRuns: 400 };

const NODE = fc
  .array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 3 })
  .map((names) => `./${names.join('/')}`);
const WILD_URI = fc.oneof(
  NODE,
  fc.constantFrom('.', './Fixed', '/A', '..', '', './A//B', '../../etc/passwd'),
  NODE.chain((uri) =>
    fc
      .constantFrom('prop=ACL', 'prop=Name', 'prop=Title', 'prop=Size', 'list=StructData', 'x')
      .map((query) => `${uri}?${query}`),
  ),
  fc.string({ maxLength: 12 }),
);
const WILD_DATA = fc.oneof(
  fc.constantFrom('A', 'D', '..', 'Get=*', 'Add=srv&Get=*&Replace=other', 'QUJD'),
  fc.string({ maxLength: 8 }),
  fc.uint8Array({ maxLength: 8 }),
);
const WILD_ITEM = fc.record(
  {
    target: fc.record({ uri: WILD_URI }, { noNullPrototype: true }),
    source: fc.record({ uri: WILD_URI }, { noNullPrototype: true }),
    data: WILD_DATA,
    meta: fc.record(
      {
        format: fc.constantFrom('node', 'b64', 'bin', 'int', 'odd'),
        type: fc.constantFrom('text/plain', 'a/b'),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const WILD_PLAIN: fc.Arbitrary<SyncMLCommand> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('Add', 'Copy', 'Delete', 'Exec', 'Get', 'Replace'),
    commandID: fc.constant('1'),
    items: fc.array(WILD_ITEM, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('Alert' as const),
    commandID: fc.constant('1'),
    items: fc.constant([]),
  }),
);
const WILD_GROUP: fc.Arbitrary<SyncMLCommand> = fc.record({
  kind: fc.constantFrom('Atomic', 'Sequence'),
  commandID: fc.constant('1'),
  commands: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: WILD_PLAIN },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constantFrom('Atomic', 'Sequence'),
          commandID: fc.constant('1'),
          commands: fc.array(WILD_PLAIN, { maxLength: 2 }),
        }),
      },
    ),
    { maxLength: 4 },
  ),
});
const WILD = fc.array(fc.oneof({ weight: 3, arbitrary: WILD_PLAIN }, { weight: 1, arbitrary: WILD_GROUP }), {
  maxLength: 15,
});
const SMALL = { ...DEFAULT_TREE_LIMITS, nodes: 9, depth: 3, uriLength: 24, valueSize: 6, totalSize: 120 };

/** All that can be seen of the nodes, their properties among it. */
function seen(tree: ManagementTree): unknown[] {
  const nodes = [...walk(tree.root)].map(({ description: _, parent: __, children: ___, ...node }) => node);
  return [...nodes, tree.nodes, tree.size];
}

test('law: whatever the commands, one status each, from the table, and the bounds hold', async () => {
  await fc.assert(
    fc.asyncProperty(WILD, fc.constantFrom('srv', 'other'), async (commands, by) => {
      const tree = openTree(SMALL);
      const performed = await createCommandPerformer(tree).perform(commands, by);
      assert.deepEqual(
        performed.map(({ command }) => command),
        [...allCommands(commands)],
      );
      for (const { command, statuses } of performed) {
        const items = 'items' in command ? command.items.length : 0;
        assert.ok(statuses.length === 1 || statuses.length === items);
        for (const { code } of statuses) assert.ok(isListed(command.kind, code), `${command.kind} ${code}`);
      }
      assertBounds(tree);
    }),
    RUN,
  );
});

/** What the text demands beside the tables, which are for guidance. @see DM_RepPro 4.1.6.14, DM_TND 8.3.3 */
const BESIDE_TABLES: readonly string[] = ['Exec 215', 'Sequence 215', 'Replace 406'];

function isListed(kind: string, code: number): boolean {
  return STATUS_CODES_OF[kind]?.includes(code) === true || BESIDE_TABLES.includes(`${kind} ${code}`);
}

function assertBounds(tree: ManagementTree): void {
  const nodes = [...walk(tree.root)];
  assert.equal(nodes.length, tree.nodes);
  assert.ok(tree.nodes <= SMALL.nodes && tree.size <= SMALL.totalSize);
  for (const node of nodes) {
    assert.ok(uriOf(node).length <= SMALL.uriLength && uriOf(node).split('/').length <= SMALL.depth + 1);
    assert.ok(node.format === 'node' || node.children.size === 0);
    assert.ok(node.value.length <= SMALL.valueSize);
  }
}

test('law: an Atomic that fails leaves no trace, in no property of any node', async () => {
  await fc.assert(
    fc.asyncProperty(WILD, fc.array(WILD_PLAIN, { maxLength: 5 }), async (commands, members) => {
      const tree = openTree(SMALL);
      const performer = createCommandPerformer(tree);
      await performer.perform(commands, 'srv');
      const before = seen(tree);
      const atomic: SyncMLCommand = { kind: 'Atomic', commandID: '1', commands: members };
      const [group, ...rest] = await performer.perform([atomic], 'srv');
      const codes = rest.flatMap(({ statuses }) => statuses.map(({ code }) => code));
      const isKept = codes.every((code) => code === 200);
      assert.equal(group?.statuses[0]?.code, isKept ? 200 : 507);
      if (!isKept) assert.deepEqual(seen(tree), before);
      if (!isKept) assert.ok(!codes.includes(200));
    }),
    RUN,
  );
});
