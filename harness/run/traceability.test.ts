import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTraceability } from '../verdict/check-traceability';
import { loadSuite } from './suite';

test('every requirement of the catalogue is tested or says why not, and every scenario proves one', async () => {
  const { rows, scenarios } = await loadSuite();
  const problems = checkTraceability(rows, scenarios);
  assert.deepEqual(
    problems.map(({ where, message }) => `${where} ${message}`),
    [],
  );
});
