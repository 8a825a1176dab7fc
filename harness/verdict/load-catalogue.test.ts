import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError } from '../config/config-error';
import { loadCatalogue } from './load-catalogue';

function catalogue(...rows: string[]): string {
  const features = mkdtempSync(join(tmpdir(), 'flowproof-catalogue-'));
  mkdirSync(join(features, 'demo'));
  writeFileSync(join(features, 'demo/requirements.yaml'), `document: SOM\nrequirements:\n${rows.join('')}`);
  return features;
}

const ROW =
  '  - { id: SOM-FAN-001, document: SOM, source: 7.4.14, level: must, role: ae, text: T, observable: no, reason: R }\n';

function problemsOf(features: string): readonly string[] {
  try {
    loadCatalogue(features);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ where, path, message }) => [where, path, message].join(' | '));
  }
  return [];
}

test('rows are read as they stand; "no" is a word and not false', () => {
  assert.deepEqual(loadCatalogue(catalogue(ROW)), [
    {
      id: 'SOM-FAN-001',
      document: 'SOM',
      source: '7.4.14',
      level: 'must',
      role: 'ae',
      text: 'T',
      observable: 'no',
      reason: 'R',
    },
  ]);
});

test('a wrong row is named by its identifier and line', () => {
  assert.deepEqual(problemsOf(catalogue(ROW, ROW.replace('001', '002').replace('must', 'shall'))), [
    'requirements.yaml:4 | SOM-FAN-002.level | expected one of must, should, may, info, got "shall"',
  ]);
});

test('an identifier that is used twice is found', () => {
  assert.deepEqual(problemsOf(catalogue(ROW, ROW)), [
    'features (SOM) | SOM-FAN-001 | this identifier is used by more than one row; identifiers are unique and never reused',
  ]);
});

test('a file that holds no rows is named as a whole', () => {
  const features = catalogue(ROW);
  writeFileSync(join(features, 'demo/requirements.yaml'), 'document: SOM\nrequirements: none\n');
  const [problem = ''] = problemsOf(features);
  assert.match(problem, /requirements\.yaml:2 \| requirements \| expected a list/);
  writeFileSync(join(features, 'demo/requirements.yaml'), 'nothing\n');
  assert.equal(problemsOf(features).length, 1);
});

test('a row without an identifier is named by its number', () => {
  const [problem = ''] = problemsOf(catalogue(ROW, ROW.replace('id: SOM-FAN-001, ', '')));
  assert.match(problem, /requirements\.yaml:4 \| 1\.id \|/);
});

test('documents are read in the order of their folders; a folder without a catalogue and a file beside them are no documents', () => {
  const features = catalogue(ROW);
  for (const [folder, number] of [
    ['zebra', '003'],
    ['alpha', '002'],
  ] as const) {
    mkdirSync(join(features, folder));
    const row = ROW.replace('001', number);
    writeFileSync(join(features, folder, 'requirements.yaml'), `document: SOM\nrequirements:\n${row}`);
  }
  mkdirSync(join(features, 'empty'));
  writeFileSync(join(features, 'README.md'), 'text');
  assert.deepEqual(
    loadCatalogue(features).map(({ id }) => id),
    ['SOM-FAN-002', 'SOM-FAN-001', 'SOM-FAN-003'],
  );
});

test('where there are no features there are no requirements', () => {
  assert.deepEqual(loadCatalogue(join(tmpdir(), 'flowproof-no-such-folder')), []);
});
