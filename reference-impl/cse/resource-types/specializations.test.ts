import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributesOf, resource, testBed } from '../test-bed';

const BATTERY = { mgmtDefinition: 1006, batteryLevel: 80, batteryStatus: 1 };
const COLOUR = { containerDefinition: 'org.onem2m.home.moduleclass.colour', red: 255, name: 'x' };

async function createBelowNode(element: string, attributes: typeof BATTERY) {
  const bed = testBed();
  await bed.make('cse-base', 14, { resourceName: 'n1', nodeID: 'x' });
  const content = resource(13, attributes, element);
  return bed.ask({ operation: 'create', to: 'cse-base/n1', resourceType: 13, content });
}

test('a battery is a mgmtObj with its mgmtDefinition', async () => {
  const response = await createBelowNode('m2m:bat', BATTERY);
  assert.equal(response.responseStatusCode, 2001);
  assert.equal(attributesOf(response).mgmtDefinition, 1006);
});

test('a mgmtDefinition that is not that of the element: 4000', async () => {
  assert.equal(
    (await createBelowNode('m2m:bat', { ...BATTERY, mgmtDefinition: 1007 })).responseStatusCode,
    4000,
  );
});

test('a flexContainer keeps its custom attributes, and may change them', async () => {
  const bed = testBed();
  const create = {
    operation: 'create',
    to: 'cse-base',
    resourceType: 28,
    content: resource(28, COLOUR, 'cod:color'),
  } as const;
  const { red, contentSize, stateTag, resourceID } = attributesOf(await bed.ask(create));
  assert.deepEqual([red, contentSize, stateTag], [255, 4, 0]);
  const update = {
    operation: 'update',
    to: String(resourceID),
    content: resource(28, { red: 1 }, 'cod:color'),
  } as const;
  const changed = attributesOf(await bed.ask(update));
  assert.deepEqual([changed.red, changed.contentSize, changed.stateTag], [1, 2, 1]);
});

test('another specialization cannot be written over it', async () => {
  const bed = testBed();
  const create = {
    operation: 'create',
    to: 'cse-base',
    resourceType: 28,
    content: resource(28, COLOUR, 'cod:color'),
  } as const;
  const { resourceID } = attributesOf(await bed.ask(create));
  const update = {
    operation: 'update',
    to: String(resourceID),
    content: resource(28, { red: 1 }, 'cod:dimming'),
  } as const;
  assert.equal((await bed.ask(update)).responseStatusCode, 4000);
});
