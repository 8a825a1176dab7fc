import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkInteractiveMode } from '../../reference-impl/cse/interactive/interactive.contract';
import { surroundBySockets } from './reference-over-sockets';

test('over sockets too, every result is told once and kept, and no message is sent too often', async () => {
  const trial = { numRuns: 40, shrinks: false };
  const { messages, losses, kills, summary } = await checkInteractiveMode(surroundBySockets, trial);
  console.log(`over sockets: ${summary}`);
  assert.ok(messages > 200 && losses > 100 && kills > 20);
});
