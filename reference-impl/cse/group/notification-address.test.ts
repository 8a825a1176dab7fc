import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { FROM_ADMINISTRATOR, resource, type TestBed, testBed } from '../test-bed';
import { makeGroup } from './group-bed';
import {
  assignNotificationURI,
  forgetNotificationAddresses,
  notificationAddress,
} from './notification-address';

const FORWARDING = { notificationURI: ['http://one'], notificationForwardingURI: 'http://hub' };

async function bedOf(...names: readonly string[]): Promise<TestBed> {
  const bed = testBed();
  for (const resourceName of names) await makeGroup(bed, ['/cse2/a'], { resourceName });
  return bed;
}

function groupOf(bed: TestBed, name: string) {
  const group = bed.cse.resolve(`cse-base/${name}`)?.resource;
  assert.ok(group);
  return group;
}

/** What becomes of a request to the fan-out point of a group. */
function assigned(bed: TestBed, name: string, change: Partial<RequestPrimitive>): RequestPrimitive {
  const request: RequestPrimitive = {
    ...FROM_ADMINISTRATOR,
    operation: 'create',
    to: `cse-base/${name}/fopt`,
    resourceType: 23,
    ...change,
  };
  const fanOut = { request, group: groupOf(bed, name), suffix: '', groupRequestIdentifier: 'g' };
  return assignNotificationURI(bed.cse, fanOut).request;
}

function subscribed(bed: TestBed, name: string, attributes: Attributes = FORWARDING): Attributes {
  const { content } = assigned(bed, name, { content: resource(23, attributes) });
  assert.ok(content?.kind === 'resource');
  return content.resource.attributes;
}

test('a subscription that asks for forwarding notifies the group, which it names (SOM 7.4.14.2.3)', async () => {
  const bed = await bedOf('g');
  const { resourceID } = groupOf(bed, 'g');
  const { notificationURI, ...others } = subscribed(bed, 'g');
  assert.deepEqual(others, { notificationForwardingURI: 'http://hub', groupID: `/cse1/${resourceID}` });
  const [address = ''] = notificationURI as readonly string[];
  assert.ok(address.startsWith(`/cse1/${resourceID}/fopt/agn`), address);
});

test('one group has one address for each place that is forwarded to', async () => {
  const bed = await bedOf('g', 'h');
  const uriOf = (name: string, notificationForwardingURI: string) =>
    subscribed(bed, name, { ...FORWARDING, notificationForwardingURI }).notificationURI;
  assert.deepEqual(uriOf('g', 'http://hub'), uriOf('g', 'http://hub'));
  assert.notDeepEqual(uriOf('g', 'http://hub'), uriOf('g', 'http://other'));
  const [ofG, ofH] = [uriOf('g', 'http://hub'), uriOf('h', 'http://hub')].map((uri) =>
    String(uri).split('/').at(-1),
  );
  assert.notEqual(ofG, ofH);
});

test('any other request passes unchanged', async () => {
  const bed = await bedOf('g');
  const changes: readonly Partial<RequestPrimitive>[] = [
    { content: resource(23, { notificationURI: ['http://one'] }) },
    { operation: 'update', content: resource(23, FORWARDING) },
    { resourceType: 3, content: resource(23, FORWARDING) },
    { content: { kind: 'uri', uri: 'x' } },
  ];
  for (const change of changes) assert.deepEqual(assigned(bed, 'g', change).content, change.content);
});

test('an address is one of its own group, until that group is forgotten', async () => {
  const bed = await bedOf('g', 'h');
  const request = { ...FROM_ADMINISTRATOR, operation: 'notify', to: 'x' } as const;
  const nameOf = (group: string): string =>
    String(subscribed(bed, group).notificationURI).split('/').at(-1) ?? '';
  const [ofG, ofH] = [nameOf('g'), nameOf('h')];
  const found = (group: string, suffix: string) =>
    notificationAddress(bed.cse, { request, group: groupOf(bed, group), suffix })?.forwardingURI;
  assert.equal(found('g', ofG), 'http://hub');
  assert.equal(found('h', ofG), undefined);
  assert.equal(found('g', 'agn-none'), undefined);
  forgetNotificationAddresses(bed.cse, groupOf(bed, 'g').resourceID);
  assert.equal(found('g', ofG), undefined);
  assert.equal(found('h', ofH), 'http://hub');
});
