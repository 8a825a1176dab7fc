import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AskGroupIntent } from '../../protocol/model/application-intent';
import { valueOfContent } from '../../protocol/model/content-value';
import type { PrimitiveContent } from '../../protocol/model/primitive-content';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { countingIds } from '../runtime/counting-ids';
import { seededRandom } from '../runtime/seeded-random';
import { VirtualClock } from '../runtime/virtual-clock';
import type { Ae } from './ae';
import { carryOut } from './carry-out';
import { defaultAeProcedures } from './default-procedures';
import { handle } from './handle';
import { emptyMemory } from './session/held-session';

const ADDRESS = 'http://ae.example/notifications';
const SECOND = 1000;
const INTENT: AskGroupIntent = {
  procedure: 'askGroup',
  group: 'base/meters',
  operation: 'retrieve',
  members: ['base/m1', 'base/m2', 'base/m3'],
  inquireAfter: 10 * SECOND,
};
const TRIGGER = { pointOfAccess: 'http://cse.example', intent: INTENT };

type Answer = (request: RequestPrimitive) => Partial<ResponsePrimitive> | undefined;

const ACCEPTED = { responseStatusCode: 1002, content: { kind: 'uri', uri: 'base/req-1' } } as const;

/** An application in virtual time, with a CSE that accepts what is to be answered later and else says this. */
function bed(answer: Answer = () => ({ responseStatusCode: 4004 })) {
  const clock = new VirtualClock();
  const sent: RequestPrimitive[] = [];
  const send = async (_pointOfAccess: string, request: RequestPrimitive) => {
    sent.push(request);
    const said = request.responseType === undefined ? answer(request) : ACCEPTED;
    const { requestIdentifier } = request;
    return said && { responseStatusCode: 2000, requestIdentifier, ...said };
  };
  const ae: Ae = {
    originator: 'Capp',
    releaseVersion: '3',
    notificationURI: ADDRESS,
    ports: { clock, ids: countingIds(), random: seededRandom(1), outbound: { send } },
    procedures: defaultAeProcedures,
    collections: new Map(),
    sessions: emptyMemory(),
  };
  return { ae, clock, sent };
}

function aggregate(...members: string[]): PrimitiveContent {
  const responses = members.map((from) => ({ responseStatusCode: 2000, requestIdentifier: 'req1', from }));
  return { kind: 'aggregatedResponse', responses };
}

function message(requestIdentifier: string, content: PrimitiveContent): RequestPrimitive {
  const response = { responseStatusCode: 2000, requestIdentifier: 'req1', content };
  return {
    operation: 'notify',
    to: ADDRESS,
    from: '/cse1',
    requestIdentifier,
    content: { kind: 'response', response },
  };
}

/** What an inquiry is answered: a <request> resource with these results. */
function shown(...members: string[]): Partial<ResponsePrimitive> {
  const primitiveContent = valueOfContent(aggregate(...members));
  const operationResult = { responseStatusCode: 2000, requestIdentifier: 'req1', primitiveContent };
  const resource = { element: 'm2m:req', attributes: { operationResult } };
  return { content: { kind: 'resource', resource } };
}

function inquiriesIn(sent: readonly RequestPrimitive[]): (readonly string[] | 'all')[] {
  return sent
    .filter(({ to }) => to === 'base/req-1')
    .map((request) => request.groupRequestTargetMembers ?? 'all');
}

test('the question is one request to the fan-out point, to be answered by notification', async () => {
  const { ae, sent } = bed();
  assert.equal((await carryOut(ae, TRIGGER))?.responseStatusCode, 1002);
  assert.deepEqual(sent, [
    {
      operation: 'retrieve',
      to: 'base/meters/fopt',
      responseType: { value: 2, notificationURIs: [ADDRESS] },
      from: 'Capp',
      requestIdentifier: 'req1',
      releaseVersionIndicator: '3',
    },
  ]);
});

test('an application without an address of its own leaves it to its CSE where to notify', async () => {
  const { ae, sent } = bed();
  const { notificationURI: _, ...registered } = ae;
  await carryOut(registered, TRIGGER);
  assert.deepEqual(sent[0]?.responseType, { value: 2 });
});

test('every message is acknowledged: new, repeated, unknown, and no result at all', async () => {
  const { ae } = bed();
  await carryOut(ae, TRIGGER);
  const all = message('n1', aggregate('base/m1', 'base/m2', 'base/m3'));
  const stranger = { ...all, content: { kind: 'debug', text: 'hello' } } as const;
  for (const request of [all, all, stranger]) {
    assert.deepEqual(handle(ae, request), {
      from: 'Capp',
      responseStatusCode: 2000,
      requestIdentifier: 'n1',
    });
  }
});

test('an application hosts nothing', () => {
  const request = { operation: 'retrieve', to: 'x', requestIdentifier: 'r9' } as const;
  assert.deepEqual(handle(bed().ae, request), {
    from: 'Capp',
    responseStatusCode: 4005,
    requestIdentifier: 'r9',
  });
});

test('it stops when all members have reported, and forgets the question', async () => {
  const { ae, clock, sent } = bed();
  await carryOut(ae, TRIGGER);
  handle(ae, message('n1', aggregate('base/m1')));
  handle(ae, message('n2', aggregate('base/m2', 'base/m3')));
  await clock.advance(3600 * SECOND);
  assert.equal(sent.length, 1);
  assert.equal(ae.collections.size, 0);
});

test('a repeated message brings no news: the missing member is inquired all the same', async () => {
  const { ae, clock, sent } = bed(() => shown('base/m3'));
  await carryOut(ae, TRIGGER);
  handle(ae, message('n1', aggregate('base/m1', 'base/m2')));
  await clock.advance(9 * SECOND);
  handle(ae, message('n1', aggregate('base/m1', 'base/m2')));
  await clock.advance(SECOND);
  assert.deepEqual(inquiriesIn(sent), [['base/m3']]);
  await clock.advance(3600 * SECOND);
  assert.deepEqual(inquiriesIn(sent), [['base/m3']]);
});

test('each news starts the time without news again', async () => {
  const { ae, clock, sent } = bed(() => shown());
  await carryOut(ae, TRIGGER);
  await clock.advance(9 * SECOND);
  handle(ae, message('n1', aggregate('base/m1')));
  await clock.advance(9 * SECOND);
  assert.deepEqual(inquiriesIn(sent), []);
  await clock.advance(SECOND);
  assert.deepEqual(inquiriesIn(sent), [['base/m2', 'base/m3']]);
});

test('where no message came the inquiry is for all, and later ones for what is missing still', async () => {
  const { ae, clock, sent } = bed(() => shown('base/m1'));
  await carryOut(ae, TRIGGER);
  await clock.advance(20 * SECOND);
  assert.deepEqual(inquiriesIn(sent), ['all', ['base/m2', 'base/m3']]);
});

test('it gives up after ten inquiries in a row that brought nothing, also when they get no answer', async () => {
  for (const said of [shown(), undefined]) {
    const { ae, clock, sent } = bed(() => said);
    await carryOut(ae, TRIGGER);
    await clock.advance(3600 * SECOND);
    assert.equal(inquiriesIn(sent).length, 10);
    assert.equal(ae.collections.size, 0);
  }
});

test('when the results are not kept any more there is nothing left to ask for', async () => {
  const { ae, clock, sent } = bed(() => ({ responseStatusCode: 4004 }));
  await carryOut(ae, TRIGGER);
  await clock.advance(3600 * SECOND);
  assert.deepEqual(inquiriesIn(sent), ['all']);
});

test('refused results count, and so do those within the entry of a sub-group', async () => {
  const { ae } = bed();
  await carryOut(ae, TRIGGER);
  const inner = { responseStatusCode: 2000, requestIdentifier: 'req1', content: aggregate('base/m2') };
  const refused = { responseStatusCode: 4103, requestIdentifier: 'req1', from: 'base/m1' };
  handle(ae, message('n1', { kind: 'aggregatedResponse', responses: [refused, inner] }));
  const results = ae.collections.get('req1')?.results;
  assert.deepEqual([...(results?.keys() ?? [])], ['base/m1', 'base/m2']);
  assert.equal(results?.get('base/m1')?.responseStatusCode, 4103);
});

test('members are known again with the CSE-ID before them, and not with another one', async () => {
  const { ae } = bed();
  const intent = { ...INTENT, members: ['base/m1', '/cse2/base/m2'] };
  await carryOut(ae, { ...TRIGGER, intent });
  const named = ['/cse1/base/m1', '//sp.example/cse3/base/m2', '', 'nobody'];
  handle(ae, message('n1', aggregate(...named)));
  assert.deepEqual([...(ae.collections.get('req1')?.results.keys() ?? [])], ['base/m1']);
  handle(ae, message('n2', aggregate('//sp.example/cse2/base/m2')));
  assert.equal(ae.collections.size, 0);
});

test('a question that is refused or reaches nobody is over', async () => {
  for (const said of [{ responseStatusCode: 4103 }, undefined]) {
    const { ae, clock, sent } = bed(() => said);
    const blocking = {
      ...defaultAeProcedures,
      askGroup: () => ({ operation: 'retrieve', to: 'x' }) as const,
    };
    await carryOut({ ...ae, procedures: blocking }, TRIGGER);
    assert.equal(ae.collections.size, 0);
    await clock.advance(3600 * SECOND);
    assert.equal(sent.length, 1);
  }
});

test('a CSE that answers with the results at once has answered', async () => {
  const { ae } = bed(() => ({ content: aggregate('base/m1', 'base/m2', 'base/m3') }));
  const blocking = { ...defaultAeProcedures, askGroup: () => ({ operation: 'retrieve', to: 'x' }) as const };
  await carryOut({ ...ae, procedures: blocking }, TRIGGER);
  assert.equal(ae.collections.size, 0);
});
