import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeGroup, registerCse } from '../group/group-bed';
import { attributesOf, resource, START, testBed } from '../test-bed';
import { after, interactively, NT1, ok, requestAddress } from './interactive-bed';

/** The <request> resource as its Originator sees it. @see TS-0001 9.6.12, TS-0004 7.3.2.2, 7.4.12 */
const MINUTE = 60_000;

async function asked(change: object = {}, from = 'CAdmin') {
  let bed = testBed();
  bed = testBed({ peer: (sent) => after(bed, 1_000, ok(sent)) });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/base/a']);
  const request = { ...interactively([NT1]), resultPersistence: String(10 * MINUTE), ...change };
  const address = requestAddress(await bed.ask({ ...request, from }));
  return { bed, address, attributes: attributesOf(await bed.ask({ operation: 'retrieve', to: address })) };
}

test('says what was asked, by whom and until when it is kept', async () => {
  const { address, attributes } = await asked({ groupRequestIdentifier: 'g-1' });
  const name = address.replace('cse-base/', '');
  const { creationTime, lastModifiedTime, expirationTime, ...rest } = attributes;
  assert.equal(creationTime, lastModifiedTime);
  assert.equal(
    expirationTime,
    `${new Date(START + 10 * MINUTE).toISOString().replace(/[-:]|\.000Z/g, '')},000`,
  );
  assert.deepEqual(rest, {
    resourceType: 17,
    resourceID: name,
    resourceName: name,
    parentID: rest.parentID,
    labels: ['CAdmin'],
    operation: 2,
    target: 'cse-base/g/fopt',
    originator: 'CAdmin',
    requestID: 'q1',
    metaInformation: rest.metaInformation,
    requestStatus: 3,
    operationResult: { responseStatusCode: 1000, requestIdentifier: 'q1', from: '/cse1' },
  });
  const { responseType, resultPersistence, groupRequestIdentifier } = Object(rest.metaInformation);
  assert.deepEqual(responseType, { responseTypeValue: 2, notificationURI: [NT1] });
  assert.deepEqual([resultPersistence, groupRequestIdentifier], ['600000', 'g-1']);
});

test('has no list of targets where the request had none, and the content where it had one', async () => {
  const { attributes } = await asked({
    responseType: { value: 1 },
    operation: 'create',
    resourceType: 4,
    content: resource(4, { content: 'x' }),
  });
  assert.deepEqual(Object(attributes.metaInformation).responseType, { responseTypeValue: 1 });
  assert.equal(attributes.operation, 1);
  assert.notEqual(attributes.primitiveContent, undefined);
});

test('is pending, partly completed, then completed, and changes as it says', async () => {
  let bed = testBed();
  bed = testBed({
    peer: (sent) =>
      sent.request.to.endsWith('/b') ? after(bed, 5_000, ok(sent)) : after(bed, 1_000, ok(sent)),
  });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/base/a', '/cse2/base/b']);
  const to = requestAddress(await bed.ask(interactively([])));
  const seen = async () => {
    const { requestStatus, lastModifiedTime, creationTime } = attributesOf(
      await bed.ask({ operation: 'retrieve', to }),
    );
    return [requestStatus, lastModifiedTime === creationTime];
  };
  assert.deepEqual(await seen(), [3, true]);
  await bed.clock.advance(2_000);
  assert.deepEqual(await seen(), [5, false]);
  await bed.clock.advance(5_000);
  assert.deepEqual(await seen(), [1, false]);
});
