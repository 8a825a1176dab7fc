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
