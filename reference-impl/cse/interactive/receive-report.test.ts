import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { makeGroup, registerCse } from '../group/group-bed';
import { attributesOf, resource, type TestBed, testBed } from '../test-bed';
import { interactively, messagesTo, NT1, ok, requestAddress, toldIn } from './interactive-bed';

const MINUTE = 60_000;

interface ReportBed {
  readonly bed: TestBed;
  /** The request that the member CSE has accepted. */
  readonly asked: () => RequestPrimitive;
}

/** A member on /cse2 that accepts with 1002 in place of answering; its group has the members `base/a` and `base/b`. */
async function reportBed(memberID: string): Promise<ReportBed> {
  let asked: RequestPrimitive | undefined;
  const bed = testBed({
    config: { askSubGroupsToReport: true },
    peer: (sent): ResponsePrimitive => {
      const { request } = sent;
      if (sent.pointOfAccess === NT1) return ok(sent);
      if (request.to === memberID) {
        asked = request;
        return { ...ok(sent), responseStatusCode: 1002 };
      }
      return {
        ...ok(sent),
        content: resource(9, { resourceType: 9, memberIDs: ['base/a', '/cse2/base/b'] }),
      };
    },
  });
  await registerCse(bed, 'cse2');
  await registerCse(bed, 'cse3');
  await makeGroup(bed, [memberID]);
  return {
    bed,
    asked: () => asked ?? assert.fail('the member was not asked'),
  };
}

/** A report from a CSE to the address it was given, else to the CSE. */
function report(
  { bed, asked }: ReportBed,
  names: readonly string[],
  from = '/cse2',
): Promise<ResponsePrimitive> {
  const { requestIdentifier, responseType } = asked();
  const responses = names.map((name) => ({ responseStatusCode: 2000, requestIdentifier, from: name }));
  const response: ResponsePrimitive = {
    responseStatusCode: 2000,
    requestIdentifier,
    content: { kind: 'aggregatedResponse', responses },
  };
  const to = responseType?.notificationURIs?.[0] ?? '/cse1';
  return bed.ask({ operation: 'notify', to, from, content: { kind: 'response', response } });
}

test('a sub-group reports part by part; the last part ends the request', async () => {
  const reporting = await reportBed('/cse2/base/sub/fopt');
  const { bed, asked } = reporting;
  const address = requestAddress(await bed.ask(interactively([NT1])));
  await bed.clock.advance(1_000);
  const id = address.replace('cse-base', '/cse1');
  assert.deepEqual(asked().responseType, { value: 2, notificationURIs: [id] });

  assert.equal((await report(reporting, ['base/a'])).responseStatusCode, 2000);
  assert.equal((await report(reporting, ['base/a'])).responseStatusCode, 2000);
  await bed.clock.advance(1_000);
  assert.equal(attributesOf(await bed.ask({ operation: 'retrieve', to: address })).requestStatus, 5);
  await report(reporting, ['/cse2/base/b']);
  await bed.clock.advance(1_000);
  assert.deepEqual(messagesTo(bed, NT1).map(toldIn), [[['/cse2/base/a', 2000]], [['/cse2/base/b', 2000]]]);
  assert.equal(attributesOf(await bed.ask({ operation: 'retrieve', to: address })).requestStatus, 1);
});

test('who is missing in the report when the result expires gets an entry', async () => {
  const reporting = await reportBed('/cse2/base/sub/fopt');
  const { bed } = reporting;
  await bed.ask({ ...interactively([NT1]), resultExpirationTimestamp: String(MINUTE) });
  await bed.clock.advance(1_000);
  await report(reporting, ['base/b']);
  await bed.clock.advance(2 * MINUTE);
  assert.deepEqual(messagesTo(bed, NT1).map(toldIn), [[['/cse2/base/b', 2000]], [['/cse2/base/a', 5103]]]);
  assert.equal((await report(reporting, ['base/a'])).responseStatusCode, 2000);
  await bed.clock.advance(MINUTE);
  assert.equal(messagesTo(bed, NT1).length, 2);
});

test('a member that accepts unasked reports to the CSE', async () => {
  const reporting = await reportBed('/cse2/base/m');
  const { bed } = reporting;
  await bed.ask(interactively([NT1]));
  await bed.clock.advance(1_000);
  assert.equal(reporting.asked().responseType, undefined);
  await report(reporting, ['base/m']);
  await bed.clock.advance(1_000);
  assert.deepEqual(messagesTo(bed, NT1).map(toldIn), [[['/cse2/base/m', 2000]]]);
});

test('a report from elsewhere, or about nothing that is awaited, is refused', async () => {
  const reporting = await reportBed('/cse2/base/sub/fopt');
  const { bed } = reporting;
  await bed.ask(interactively([NT1]));
  await bed.clock.advance(1_000);
  assert.equal((await report(reporting, ['base/a'], '/cse3')).responseStatusCode, 4103);
  const response = { responseStatusCode: 2000, requestIdentifier: 'nobody' };
  const content = { kind: 'response', response } as const;
  const stray = await bed.ask({ operation: 'notify', to: '/cse1', from: '/cse2', content });
  assert.equal(stray.responseStatusCode, 4004);
  await bed.clock.advance(1_000);
  assert.equal(messagesTo(bed, NT1).length, 0);
});
