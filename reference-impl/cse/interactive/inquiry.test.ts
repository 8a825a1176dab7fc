import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOfValue } from '../../../protocol/model/content-value';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { isRecord } from '../attribute-reading';
import { makeContainers, makeGroup, registerCse } from '../group/group-bed';
import { attributesOf, type TestBed, testBed } from '../test-bed';
import { after, interactively, NT1, ok, requestAddress } from './interactive-bed';

const MINUTE = 60_000;

/** m1 and m2 here, m3 on /cse2 that answers after ten minutes; NT1 never answers. */
async function askedBed(): Promise<{ readonly bed: TestBed; readonly address: string }> {
  const bed: TestBed = testBed({
    peer: (sent) => (sent.pointOfAccess === NT1 ? undefined : after(bed, 10 * MINUTE, ok(sent))),
  });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, [...(await makeContainers(bed, 2)), '/cse2/m3']);
  const request = { ...interactively([NT1]), resultPersistence: String(60 * MINUTE) };
  const address = requestAddress(await bed.ask(request));
  await bed.clock.advance(MINUTE);
  return { bed, address };
}

function shownIn(response: ResponsePrimitive): readonly (string | undefined)[] {
  const { operationResult } = attributesOf(response);
  const content = isRecord(operationResult) ? contentOfValue(operationResult.primitiveContent) : undefined;
  return content?.kind === 'aggregatedResponse' ? content.responses.map(({ from }) => from) : [];
}

test('all members, one or several, while running and after', async () => {
  const { bed, address } = await askedBed();
  const inquire = (groupRequestTargetMembers?: readonly string[]) =>
    bed.ask({
      operation: 'retrieve',
      to: address,
      ...(groupRequestTargetMembers && { groupRequestTargetMembers }),
    });
  assert.deepEqual(shownIn(await inquire()), ['cse-base/m1', 'cse-base/m2']);
  assert.deepEqual(shownIn(await inquire(['/cse1/cse-base/m2', '/cse2/m3'])), ['cse-base/m2']);
  assert.deepEqual(shownIn(await inquire(['cse-base/nobody'])), []);
  await bed.clock.advance(20 * MINUTE);
  assert.deepEqual(shownIn(await inquire()), ['cse-base/m1', 'cse-base/m2', '/cse2/m3']);
  assert.deepEqual(shownIn(await inquire(['/cse2/m3'])), ['/cse2/m3']);
});

test('the results are there until the keep time, and not after', async () => {
  const { bed, address } = await askedBed();
  await bed.clock.advance(59 * MINUTE - 1);
  assert.equal(shownIn(await bed.ask({ operation: 'retrieve', to: address })).length, 3);
  await bed.clock.advance(1);
  assert.equal((await bed.ask({ operation: 'retrieve', to: address })).responseStatusCode, 4004);
});

test('a stranger may not inquire', async () => {
  const { bed, address } = await askedBed();
  const asked = { operation: 'retrieve', to: address, from: 'CStranger' } as const;
  assert.equal((await bed.ask(asked)).responseStatusCode, 4103);
});

test('what runs cannot be recalled; what has ended is deleted, and nothing more is sent', async () => {
  const { bed, address } = await askedBed();
  assert.equal((await bed.ask({ operation: 'delete', to: address })).responseStatusCode, 5220);
  await bed.clock.advance(10 * MINUTE);
  assert.equal((await bed.ask({ operation: 'delete', to: address })).responseStatusCode, 2002);
  const before = bed.sent.length;
  await bed.clock.advance(60 * MINUTE);
  assert.equal(bed.sent.length, before);
});
