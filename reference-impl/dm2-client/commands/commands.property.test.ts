import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { DATA, dm2ClientBed, objects } from '../../dm2-client-bed';
import type { ObjectDescription } from '../tree/node-description';
import {
  addressOf,
  type Json,
  type Lines,
  linesOf,
  MOID,
  type Names,
  perform,
  type Trial,
} from './model-tree-bed';

const DESCRIPTION: ObjectDescription = {
  moid: MOID,
  name: 'Trial',
  root: {
    kind: 'interior',
    nodes: { keep: { kind: 'leaf', type: 'text', isPermanent: true } },
    others: { kind: 'free' },
  },
  hasPermanentInstances: false,
};

const NAME = fc.constantFrom('a', 'b', 'keep', '__proto__', 'constructor', 'é/(x)', '7');
const MIID = fc.constantFrom('1', 'x', 'y');
const LEAF = fc.constantFrom<Json>('text', '', 0, 40, true, null, '{}');
const VALUE: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    LEAF,
    fc.dictionary(NAME, tie('node'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).node;
const KEEPING = VALUE.map((value) =>
  typeof value === 'object' && value !== null ? { ...value, keep: 'k' } : value,
);

const PARTS = fc
  .tuple(
    fc.oneof(MIID, MIID, fc.constantFrom('*', '')),
    fc.array(fc.oneof(NAME, NAME, fc.constant('*')), { maxLength: 3 }),
  )
  .map(([miid, path]) => [miid, ...path]);
const TARGET = fc.record({ parts: PARTS, value: fc.oneof(VALUE, KEEPING) });
const TRIAL: fc.Arbitrary<Trial> = fc.oneof(
  fc.record({ kind: fc.constantFrom('GET', 'DELETE', 'HPUT'), parts: PARTS }),
  fc.record({ kind: fc.constant('HGET'), targets: TARGET.map((target) => [target]) }),
  fc.record({ kind: fc.constant('HGET everywhere'), targets: fc.array(TARGET, { maxLength: 3 }) }),
  fc.constantFrom<Trial>(
    { kind: 'other', words: ['ADD', addressOf(['1', 'a'])], sc: 501 },
    { kind: 'other', words: ['GET'], sc: 400 },
    { kind: 'other', words: ['GET', `${MOID}/1/..`], sc: 400 },
    { kind: 'other', words: ['GET', 'urn:other//'], sc: 404 },
    { kind: 'other', words: ['HGET', 'http://192.0.2.1/', addressOf(['1', 'a'])], sc: 403 },
    { kind: 'other', words: ['CONT', 'http://192.0.2.1/'], sc: 403 },
  ),
);

function wordsOf(trial: Trial, index: number): Names {
  const url = `${DATA}/${index}`;
  if (trial.kind === 'other') return trial.words;
  if (trial.kind === 'HPUT') return ['HPUT', url, addressOf(trial.parts)];
  if (trial.kind === 'HGET') return ['HGET', url, addressOf(trial.targets[0]?.parts ?? [])];
  return trial.kind === 'HGET everywhere' ? ['HGET', url] : [trial.kind, addressOf(trial.parts)];
}

/** What is in the repository for the command of this number. */
function storedFor(trial: Trial): () => Response {
  if (trial.kind !== 'HGET' && trial.kind !== 'HGET everywhere') return () => new Response();
  const pairs = trial.targets.map(({ parts, value }) => {
    const name = parts.length === 1 ? 'Any' : (parts.at(-1) ?? '');
    return [addressOf(parts), Object.fromEntries([[name, value]])] as const;
  });
  return () => objects(...pairs);
}

const valuesIn = (list: readonly { MOData: object }[]) => list.map(({ MOData }) => Object.values(MOData)[0]);

/** A text that does not depend on any order. */
function unordered(told: readonly unknown[]): string {
  const ordered = (_key: string, value: unknown) =>
    value instanceof Object && !Array.isArray(value) ? Object.entries(value).sort() : value;
  return told
    .map((value) => JSON.stringify(value, ordered))
    .sort()
    .join('\n');
}

it('for any tree and any commands: one status each, in their order, and the tree is that of the model', async () => {
  const instances = fc.dictionary(
    MIID,
    fc.dictionary(
      NAME.filter((name) => name !== 'keep'),
      VALUE,
      { noNullPrototype: true },
    ),
    { noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(instances, fc.array(TRIAL, { minLength: 1, maxLength: 12 }), async (start, trials) => {
      const repository = Object.fromEntries(
        trials.map((trial, index) => [`${DATA}/${index}`, storedFor(trial)]),
      );
      const config = {
        objects: [{ description: DESCRIPTION, instances: start }],
        allowedHosts: ['data.example'],
      };
      const bed = dm2ClientBed({ config, repository });
      const results = await bed.manage(...trials.map(wordsOf), ['GET', addressOf(['*'])]);
      assert.equal(results.length, trials.length + 1);
      let lines: Lines = new Map(
        Object.entries(start).flatMap(([miid, value]) => linesOf(miid, { ...value, keep: '' })),
      );
      for (const [index, trial] of [...trials, { kind: 'GET', parts: ['*'] } as const].entries()) {
        const due = perform(lines, trial);
        lines = due.lines;
        const { sc, Data } = results[index];
        assert.ok(due.sc.includes(sc), `${trial.kind} ${index}: expected ${due.sc}, found ${sc}`);
        if (sc !== 200 || due.told === undefined) continue;
        const sentTo = bed.sent.find(({ url }) => url === `${DATA}/${index}`);
        assert.equal(unordered(valuesIn(Data ?? JSON.parse(sentTo?.body ?? '[]'))), unordered(due.told));
      }
    }),
    { seed: 2000, numRuns: 200 },
  );
});
