import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GroupCommand, ItemsCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { uriOf, walk } from './node';
import { createCommandPerformer } from './performer';
import type { ManagementTree } from './tree';
import { openTree } from './tree-bed';

/**
 * Random commands at a tree: it equals a plain map from addresses to values to which the same is done by the words of
 * the specification.
 */

/** Of every law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_121, numRuns: 400 };

/** What the model keeps: `undefined` is an interior node. */
type Model = Map<string, string | undefined>;

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
  if (kind === 'Delete') return playDelete(model, uri);
  if (model.get(uri) === undefined) return 405;
  model.set(uri, data);
  return 200;
}

function playDelete(model: Model, uri: string): number {
  for (const key of [...model.keys()]) if (key === uri || key.startsWith(`${uri}/`)) model.delete(key);
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
      const tree = openTree();
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

test('a thousand nodes under one are added, listed and deleted', async () => {
  const tree = openTree();
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
