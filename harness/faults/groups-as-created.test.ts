import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultProcedures } from '../../reference-impl/cse/default-procedures';
import { testBed } from '../../reference-impl/cse/test-bed';
import { type AsCreated, withGroupsAsCreated } from './groups-as-created';

test('a group is remembered as it was created, whatever it was updated to', async () => {
  let asCreated: AsCreated = (group) => group;
  const procedures = withGroupsAsCreated(defaultProcedures, (remembered) => {
    asCreated = remembered;
    return {};
  });
  const bed = testBed({ procedures });
  const { resourceID } = await bed.make('cse-base', 9, {
    maxNrOfMembers: 3,
    memberIDs: [],
    groupName: 'old',
  });
  const content = {
    kind: 'resource',
    resource: { element: 'm2m:grp', attributes: { groupName: 'new' } },
  } as const;
  await bed.ask({ operation: 'update', to: String(resourceID), content });
  const group = bed.cse.store.get(String(resourceID));
  assert.ok(group);
  assert.equal(group.attributes.groupName, 'new');
  assert.equal(asCreated(group).attributes.groupName, 'old');
});

test('a group that was never seen stays as it is', () => {
  let asCreated: AsCreated = () => assert.fail('not given');
  withGroupsAsCreated(defaultProcedures, (remembered) => {
    asCreated = remembered;
    return {};
  });
  const group = {
    resourceID: 'grp-1',
    parentID: 'cb1',
    resourceName: 'pumps',
    resourceType: 9,
    element: 'm2m:grp',
    attributes: { groupName: 'pumps' },
    createdBy: 'C1',
  };
  assert.deepEqual(asCreated(group), group);
});
