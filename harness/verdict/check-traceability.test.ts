import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleRow } from '../report/sample/sample-run';
import { checkTraceability, type TracedScenario } from './check-traceability';
import { readTags } from './scenario-tags';

function scenario(line: number, name: string, tags: readonly string[], scenarioLine = line): TracedScenario {
  const file = 'features/x/y.feature';
  return { location: `${file}:${line}`, file, scenarioLine, name, tags, ...readTags(tags) };
}

const TAGS = ['@SOM-FAN-001', '@role-group-hosting-cse'];
const rows = [sampleRow({ id: 'SOM-FAN-001' })];
const sound = [1, 2, 3, 4].map((line) => scenario(line, `name ${line}`, TAGS));

function messages(...given: Parameters<typeof checkTraceability>): readonly string[] {
  return checkTraceability(...given).map(({ where, message }) => `${where} ${message}`);
}

test('a catalogue whose rows are claimed by scenarios with requirement and role is sound', () => {
  assert.deepEqual(messages(rows, sound), []);
});

test('a row on the wire without a scenario and a hidden row without a reason are found', () => {
  const untested = [
    ...rows,
    sampleRow({ id: 'SOM-FAN-002' }),
    sampleRow({ id: 'SOM-FAN-003', observable: 'no' }),
  ];
  const excused = sampleRow({ id: 'SOM-FAN-004', observable: 'inspect', reason: 'internal' });
  assert.deepEqual(messages([...untested, excused], sound), [
    'SOM-FAN-002 is observable on the wire and no scenario claims it',
    'SOM-FAN-003 is not observable on the wire and gives no reason',
  ]);
});

test('a scenario without requirement or role, or with a tag that means nothing, is found', () => {
  const odd = [
    scenario(9, 'odd', ['@wip']),
    scenario(10, 'unknown', ['@SOM-FAN-999', '@role-ae', '@ics-xml', '@flow']),
  ];
  assert.deepEqual(messages(rows, [...sound, ...odd]), [
    'features/x/y.feature:9 claims no requirement',
    'features/x/y.feature:9 names no role: add @role-...',
    'features/x/y.feature:9 has the tag @wip, which means nothing',
    'features/x/y.feature:10 claims SOM-FAN-999, which is in no catalogue',
  ]);
});

test('two scenarios of one name are found, rows of one outline are not', () => {
  const outline = [scenario(20, 'outlined', TAGS, 18), scenario(21, 'outlined', TAGS, 18)];
  assert.deepEqual(messages(rows, [...sound, ...outline, scenario(30, 'name 1', TAGS)]), [
    'features/x/y.feature:30 is called "name 1", as is features/x/y.feature:1',
  ]);
});

test('a feature with too few or too many scenarios is found', () => {
  assert.deepEqual(messages(rows, sound.slice(0, 3)), [
    'features/x/y.feature has 3 scenarios; a feature has 4 to 15',
  ]);
  const many = Array.from({ length: 16 }, (_, index) => scenario(index, `n${index}`, TAGS));
  assert.deepEqual(messages(rows, many), ['features/x/y.feature has 16 scenarios; a feature has 4 to 15']);
});

test('a feature of fifteen scenarios is not too long, and a name may occur in two features only once', () => {
  const fifteen = Array.from({ length: 15 }, (_, index) => scenario(index, `n${index}`, TAGS));
  assert.deepEqual(messages(rows, fifteen), []);
  const elsewhere = [1, 2, 3, 4].map((line) => ({
    ...scenario(line, line === 1 ? 'name 1' : `other ${line}`, TAGS),
    file: 'features/x/z.feature',
    location: `features/x/z.feature:${line}`,
  }));
  assert.deepEqual(messages(rows, [...sound, ...elsewhere]), [
    'features/x/z.feature:1 is called "name 1", as is features/x/y.feature:1',
  ]);
});

test('a tag counts as a whole: a requirement or a known word inside of a longer one means nothing', () => {
  const odd = scenario(9, 'odd', [...TAGS, '@x@flow', '@flowing', '@x@SOM-FAN-001', '@SOM-FAN-001x']);
  assert.deepEqual(messages(rows, [...sound, odd]), [
    'features/x/y.feature:9 has the tag @x@flow, which means nothing',
    'features/x/y.feature:9 has the tag @flowing, which means nothing',
    'features/x/y.feature:9 has the tag @x@SOM-FAN-001, which means nothing',
    'features/x/y.feature:9 has the tag @SOM-FAN-001x, which means nothing',
  ]);
});
