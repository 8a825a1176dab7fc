import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeApplicationTrigger } from './application-trigger';

/** Triggers about sessions, as docs/profiles/application-trigger.md has them. */
const POINT_OF_ACCESS = 'http://127.0.0.1:43121';
const OWN_PLACE = { registrar: '/cse-1', sessions: 'cse-base/app-1/sessions' };

function decoded(intent: object) {
  const body = JSON.stringify({ pointOfAccess: POINT_OF_ACCESS, intent });
  const headers = { 'Content-Type': 'application/json' };
  return decodeApplicationTrigger(new Request('http://127.0.0.1:1/t', { method: 'POST', headers, body }));
}

const READ: readonly { what: string; intent: object; as?: object }[] = [
  { what: 'an offer', intent: { procedure: 'offerSessions', ...OWN_PLACE, accept: false } },
  {
    what: 'an offer that does not say so accepts',
    intent: { procedure: 'offerSessions', ...OWN_PLACE },
    as: { procedure: 'offerSessions', ...OWN_PLACE, accept: true },
  },
  {
    what: 'an establishment with all that it can have',
    intent: { procedure: 'establishSession', ...OWN_PLACE, target: '/cse-2/B', name: 's', description: 'd' },
  },
  {
    what: 'an establishment without name and description',
    intent: { procedure: 'establishSession', ...OWN_PLACE, target: '/cse-2/B' },
  },
  {
    what: 'a policy',
    intent: {
      procedure: 'setSessionPolicy',
      delivery: 'storeAndForward',
      entries: ['* 0-5 2,6,10 * * * *'],
      appliesTo: ['/cse-2'],
    },
  },
  {
    what: 'a policy of immediate delivery, for all hops',
    intent: { procedure: 'setSessionPolicy', delivery: 'immediate' },
    as: { procedure: 'setSessionPolicy', delivery: 'immediate', entries: [], appliesTo: [] },
  },
  { what: 'an update', intent: { procedure: 'updateInSession', resource: '/cse-2/b/c', data: 'x' } },
  { what: 'a reading', intent: { procedure: 'readInSession', resource: '/cse-2/b/c' } },
  { what: 'an end', intent: { procedure: 'endSession' } },
];

for (const { what, intent, as = intent } of READ) {
  test(`${what} is read`, async () => {
    assert.deepEqual(await decoded(intent), {
      ok: true,
      value: { pointOfAccess: POINT_OF_ACCESS, intent: as },
    });
  });
}

const REFUSED: readonly { what: string; intent: object; member: string }[] = [
  {
    what: 'an offer that accepts by text',
    intent: { procedure: 'offerSessions', ...OWN_PLACE, accept: 'yes' },
    member: 'accept',
  },
  {
    what: 'an offer that accepts nothing',
    intent: { procedure: 'offerSessions', ...OWN_PLACE, accept: null },
    member: 'accept',
  },
  {
    what: 'an offer from nowhere',
    intent: { procedure: 'offerSessions', sessions: 'a/s' },
    member: 'registrar',
  },
  {
    what: 'an offer without its collection',
    intent: { procedure: 'offerSessions', registrar: '/c' },
    member: 'sessions',
  },
  {
    what: 'an establishment without target',
    intent: { procedure: 'establishSession', ...OWN_PLACE },
    member: 'target',
  },
  {
    what: 'an establishment with an empty name',
    intent: { procedure: 'establishSession', ...OWN_PLACE, target: 'b', name: '' },
    member: 'name',
  },
  {
    what: 'a description that is no text',
    intent: { procedure: 'establishSession', ...OWN_PLACE, target: 'b', description: 1 },
    member: 'description',
  },
  {
    what: 'another delivery',
    intent: { procedure: 'setSessionPolicy', delivery: 'late' },
    member: 'delivery',
  },
  { what: 'no delivery', intent: { procedure: 'setSessionPolicy' }, member: 'delivery' },
  {
    what: 'an entry that is no list',
    intent: { procedure: 'setSessionPolicy', delivery: 'immediate', entries: '* * * * * * *' },
    member: 'entries',
  },
  {
    what: 'a hop that is no text',
    intent: { procedure: 'setSessionPolicy', delivery: 'immediate', appliesTo: [1] },
    member: 'appliesTo[0]',
  },
  {
    what: 'an update of nothing',
    intent: { procedure: 'updateInSession', data: 'x' },
    member: 'resource',
  },
  {
    what: 'an update with nothing',
    intent: { procedure: 'updateInSession', resource: 'a' },
    member: 'data',
  },
  { what: 'a reading of nothing', intent: { procedure: 'readInSession' }, member: 'resource' },
  { what: 'a procedure that every object has', intent: { procedure: 'toString' }, member: 'procedure' },
  { what: 'a procedure in a list', intent: { procedure: ['endSession'] }, member: 'procedure' },
];

for (const { what, intent, member } of REFUSED) {
  test(`refused with its place: ${what}`, async () => {
    const read = await decoded(intent);
    assert.deepEqual(read.ok ? 'read' : [read.fault.reason, read.fault.where], [
      'wrong-type',
      `trigger/intent/${member}`,
    ]);
  });
}
