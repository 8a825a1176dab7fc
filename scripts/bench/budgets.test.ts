import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countingStorage } from './counting-storage';
import { measureLocalFanOut } from './fan-out-cost';
import { fanOut, makeLocalGroup } from './member-group';
import { referenceInProcess } from './reference-cse';

/*
 * Budgets that hold on any machine however busy: counts of work, and ratios of CPU time measured in one process with
 * margins that only a change of the order of growth can use up.
 */

/** Resources read from the store for each member: by making the members and their group, and by one fan-out. */
async function readsPerMember(
  members: number,
): Promise<{ readonly making: number; readonly asking: number }> {
  const storage = countingStorage();
  const cse = referenceInProcess(storage);
  const path = await makeLocalGroup(cse, 'pumps', members);
  const made = storage.read();
  await fanOut(cse, path, members);
  cse.close();
  return { making: made / members, asking: (storage.read() - made) / members };
}

test('a member costs as many reads of the store among 1 000 members as among 100', async () => {
  const few = await readsPerMember(100);
  const many = await readsPerMember(1_000);
  assert.ok(many.making <= few.making * 1.1, `making: ${few.making} reads grow to ${many.making}`);
  assert.ok(many.asking <= few.asking * 1.1, `asking: ${few.asking} reads grow to ${many.asking}`);
});

test('a member costs as much CPU time and memory among 3 000 members as among 300', async () => {
  const few = await measureLocalFanOut(300);
  const many = await measureLocalFanOut(3_000);
  const growth = many.perMember.cpuMilliseconds / few.perMember.cpuMilliseconds;
  // Linear is 1 and quadratic 10; what comes first is dearer, since code warms up.
  assert.ok(growth < 4, `a member among 3 000 costs ${growth.toFixed(1)} times a member among 300`);
  const bytes = many.heapGrowth / many.members;
  assert.ok(bytes < 64 * 1_024, `a fan-out holds ${bytes.toFixed(0)} bytes for each member`);
});
