import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GroupCommand, ItemsCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import { STATUS_CODES_OF } from '../../protocol/tables/syncml/status-codes';
import { VirtualClock } from '../runtime/virtual-clock';
import { buildTree } from './build-tree';
import { uriOf, walk } from './node';
import { ANY_NODE } from './node-description';
import { createCommandPerformer } from './performer';
import type { ManagementTree } from './tree';
import { DEFAULT_TREE_LIMITS } from './tree-limits';

/**
 * Laws of random commands at a tree: it equals a plain map from addresses to values to which the same is done by the
 * words of the specification, every command has its status, an Atomic does all or nothing, nothing happens outside.
 */

/** Of every law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_121, numRuns: 400 };
const ALL_RIGHTS = 'Add=*&Delete=*&Exec=*&Get=*&Replace=*';

/** What the model keeps: `undefined` is an interior node. */
type Model = Map<string, string | undefined>;

function freshTree(limits = DEFAULT_TREE_LIMITS): ManagementTree {
  const nodes = { Fixed: { permanent: true, value: 'f' }, A: { ...ANY_NODE, format: 'node' } } as const;
  const root = { acl: ALL_RIGHTS, nodes, mayBeAdded: { '*': ANY_NODE } };
  return buildTree(root, { clock: new VirtualClock(0), limits });
}

const START: readonly [string, string | undefined][] = [
  ['./Fixed', 'f'],
  ['./A', undefined],
];

function contentsOf(tree: ManagementTree): Model {
  const below = [...walk(tree.root)].slice(1);
  return new Map(
    below.map((node) => [uriOf(node), node.format === 'node' ? undefined : String(node.value)] as const),
  );
}

const NAME = fc.constantFrom('A', 'B', 'C');
const GOOD = fc.array(NAME, { minLength: 1, maxLength: 3 }).map((names) => `./${names.join('/')}`);
const URI = fc.oneof(
  { weight: 12, arbitrary: GOOD },
  { weight: 2, arbitrary: fc.constantFrom('./Fixed', './Fixed/x', '.') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('/A', './A/../B', '..', '', './', 'A/', './A//B', '../../etc/passwd'),
  },
);

/** One step of the model, with its words: an interior or leaf Add, a Replace, a Delete, a Get. */
interface Step {
  readonly kind: 'Add' | 'Replace' | 'Delete' | 'Get';
  readonly uri: string;
  readonly data: string;
  readonly isInterior: boolean;
}

const STEP: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('Add', 'Add', 'Add', 'Replace', 'Delete', 'Get'),
  uri: URI,
  data: fc.constantFrom('', '1', '2'),
  isInterior: fc.boolean(),
});

interface Group {
  readonly kind: 'Atomic' | 'Sequence';
  readonly steps: readonly Step[];
}

const GROUP: fc.Arbitrary<Group> = fc.record({
  kind: fc.constantFrom('Atomic', 'Sequence'),
  steps: fc.array(STEP, { maxLength: 4 }),
});
const SCRIPT = fc.array(fc.oneof({ weight: 3, arbitrary: STEP }, { weight: 1, arbitrary: GROUP }), {
  maxLength: 25,
});

function commandOf(step: Step): ItemsCommand {
  const { kind, uri, data, isInterior } = step;
  const target = { uri };
  if (kind === 'Delete' || kind === 'Get') return { kind, commandID: '1', items: [{ target }] };
  if (kind === 'Add' && isInterior)
    return { kind, commandID: '1', meta: { format: 'node' }, items: [{ target }] };
  return { kind, commandID: '1', items: [{ target, data }] };
}

function commandsOf(script: readonly (Step | Group)[]): SyncMLCommand[] {
  return script.map((entry): ItemsCommand | GroupCommand =>
    'steps' in entry
      ? { kind: entry.kind, commandID: '1', commands: entry.steps.map(commandOf) }
      : commandOf(entry),
  );
}

/** What the specification says of one step. */
function playStep(model: Model, { kind, uri, data, isInterior }: Step): number {
  if (uri === '.') return { Add: 418, Replace: 405, Delete: 405, Get: 200 }[kind];
  if (!/^\.(\/[A-Za-z]+)+$/u.test(uri)) return 404;
  if (kind === 'Add') return playAdd(model, uri, isInterior ? undefined : data);
  if (!model.has(uri)) return 404;
  if (kind === 'Get') return 200;
  if (uri === './Fixed') return 405;
  if (kind === 'Delete') {
    for (const key of [...model.keys()]) if (key === uri || key.startsWith(`${uri}/`)) model.delete(key);
    return 200;
  }
  if (model.get(uri) === undefined) return 405;
  model.set(uri, data);
  return 200;
}

function playAdd(model: Model, uri: string, value: string | undefined): number {
  if (model.has(uri)) return 418;
  const names = uri.split('/').slice(1);
  const above = names.slice(0, -1).map((_, index) => `./${names.slice(0, index + 1).join('/')}`);
  if (above.some((parent) => model.has(parent) && model.get(parent) !== undefined)) return 405;
  for (const parent of above) model.set(parent, undefined);
  model.set(uri, value);
  return 200;
}

function playAtomic(model: Model, steps: readonly Step[]): number[] {
  const before = [...model];
  const codes: number[] = [];
  for (const step of steps) {
    if (codes.some((code) => code !== 200)) codes.push(215);
    else codes.push(step.kind === 'Get' ? 500 : playStep(model, step));
  }
  if (codes.every((code) => code === 200)) return [200, ...codes];
  model.clear();
  for (const [uri, value] of before) model.set(uri, value);
  return [507, ...codes.map((code) => (code === 200 ? 216 : code))];
}

function play(model: Model, entry: Step | Group): number[] {
  if (!('steps' in entry)) return [playStep(model, entry)];
  if (entry.kind === 'Atomic') return playAtomic(model, entry.steps);
  return [200, ...entry.steps.map((step) => playStep(model, step))];
}

test('law: the tree and its codes are those of a plain map', async () => {
  await fc.assert(
    fc.asyncProperty(SCRIPT, async (script) => {
      const tree = freshTree();
      const model: Model = new Map(START);
      const expected = script.flatMap((entry) => play(model, entry));
      const performed = await createCommandPerformer(tree).perform(commandsOf(script), 'srv');
      assert.deepEqual(
        performed.flatMap(({ statuses }) => statuses.map(({ code }) => code)),
        expected,
      );
      assert.deepEqual(new Map([...contentsOf(tree)].sort()), new Map([...model].sort()));
      assert.equal(tree.nodes, model.size + 1);
    }),
    RUN,
  );
});

const WILD_URI = fc.oneof(
  URI,
  GOOD.chain((uri) =>
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
      const tree = freshTree(SMALL);
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
      const tree = freshTree(SMALL);
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

test('a thousand nodes under one are added, listed and deleted', async () => {
  const tree = freshTree();
  const adds = Array.from({ length: 1000 }, (_, index): SyncMLCommand => {
    const items = [{ target: { uri: `./A/n${index}` }, data: `${index}` }];
    return { kind: 'Add', commandID: '1', items };
  });
  const get: SyncMLCommand = {
    kind: 'Get',
    commandID: '1',
    items: [{ target: { uri: './A?list=StructData' } }],
  };
  const remove: SyncMLCommand = { kind: 'Delete', commandID: '1', items: [{ target: { uri: './A' } }] };
  const atomic: SyncMLCommand = { kind: 'Atomic', commandID: '1', commands: adds };
  const performed = await createCommandPerformer(tree).perform([atomic, get, remove], 'srv');
  assert.ok(performed.every(({ statuses }) => statuses[0]?.code === 200));
  assert.equal(performed.at(-2)?.found.length, 1001);
  assert.equal(tree.nodes, 2);
});
