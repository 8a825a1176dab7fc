import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resource, type TestBed, testBed } from '../test-bed';
import { entriesOf, makeGroup, stored } from './group-bed';

const ACP = 1;
const CONTAINER = 3;

const rules = (originator: string, operations: number) => ({
  accessControlRule: [{ accessControlOriginators: [originator], accessControlOperations: operations }],
});

/** Policies `alice` and `bob`, each for its originator, and a container that Alice may read. */
async function accessBed(): Promise<TestBed> {
  const bed = testBed();
  for (const name of ['alice', 'bob']) {
    const privileges = rules(`C${name}`, 63);
    await bed.make('cse-base', ACP, { resourceName: name, privileges, selfPrivileges: privileges });
  }
  await bed.make('cse-base', CONTAINER, { resourceName: 'm1', accessControlPolicyIDs: ['cse-base/alice'] });
  await bed.make('cse-base', CONTAINER, { resourceName: 'm2', accessControlPolicyIDs: ['cse-base/bob'] });
  return bed;
}

test('membersAccessControlPolicyIDs decide at the fan-out point, else accessControlPolicyIDs', async () => {
  const bed = await accessBed();
  const members = ['cse-base/m1', 'cse-base/m2'];
  await makeGroup(bed, members, {
    accessControlPolicyIDs: ['cse-base/bob'],
    membersAccessControlPolicyIDs: ['cse-base/alice'],
  });
  await makeGroup(bed, members, { resourceName: 'own', accessControlPolicyIDs: ['cse-base/bob'] });
  const codes = async (to: string, from: string) =>
    (await bed.ask({ operation: 'retrieve', to, from })).responseStatusCode;
  assert.equal(await codes('cse-base/g/fopt', 'Calice'), 2000);
  assert.equal(await codes('cse-base/g/fopt', 'Cbob'), 4103);
  assert.equal(await codes('cse-base/g', 'Cbob'), 2000);
  assert.equal(await codes('cse-base/own/fopt', 'Cbob'), 2000);
  assert.equal(await codes('cse-base/own/fopt', 'Calice'), 4103);
});

test('each member checks the Originator by itself', async () => {
  const bed = await accessBed();
  await makeGroup(bed, ['cse-base/m1', 'cse-base/m2'], { accessControlPolicyIDs: ['cse-base/alice'] });
  assert.deepEqual(
    entriesOf(await bed.ask({ operation: 'retrieve', to: 'cse-base/g/fopt', from: 'Calice' })),
    [
      ['cse-base/m1', 2000],
      ['cse-base/m2', 4103],
    ],
  );
});

test('an update of accessControlPolicyIDs needs selfPrivileges at the members, not at the fan-out point', async () => {
  const bed = await accessBed();
  await bed.make('cse-base', ACP, {
    resourceName: 'users',
    privileges: rules('Calice', 63),
    selfPrivileges: rules('Cowner', 63),
  });
  await bed.make('cse-base', CONTAINER, { resourceName: 'm3', accessControlPolicyIDs: ['cse-base/users'] });
  await makeGroup(bed, ['cse-base/m1', 'cse-base/m3'], { accessControlPolicyIDs: ['cse-base/users'] });
  const update = (from: string) =>
    bed.ask({
      operation: 'update',
      to: 'cse-base/g/fopt',
      from,
      content: resource(CONTAINER, { accessControlPolicyIDs: ['cse-base/bob'] }),
    });
  assert.equal((await update('Cowner')).responseStatusCode, 4103);
  assert.deepEqual(entriesOf(await update('Calice')), [
    ['cse-base/m1', 2004],
    ['cse-base/m3', 4103],
  ]);
  assert.deepEqual(stored(bed, 'cse-base/m1').accessControlPolicyIDs, ['cse-base/bob']);
  assert.deepEqual(stored(bed, 'cse-base/g').accessControlPolicyIDs, ['cse-base/users']);
});
