import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApplicationTrigger } from '../model/application-intent';
import { decodeApplicationTrigger, encodeApplicationTrigger } from './application-trigger';

const URL = 'http://127.0.0.1:1/trigger';

function posted(body: string, mediaType = 'application/json'): Request {
  return new Request(URL, { method: 'POST', headers: { 'Content-Type': mediaType }, body });
}

test('a trigger as the profile page shows it is read', async () => {
  const body = `{
    "pointOfAccess": "http://127.0.0.1:8080",
    "intent": {
      "procedure": "createGroup", "parent": "base/app", "name": "pumps",
      "members": ["base/m1"], "everyMemberOf": ["base/sub"],
      "kinds": [{"resourceType": 3}, {"containerDefinition": "org.x"}, {"mgmtDefinition": 1006}]
    }
  }`;
  const decoded = await decodeApplicationTrigger(posted(body));
  assert.deepEqual(decoded, {
    ok: true,
    value: {
      pointOfAccess: 'http://127.0.0.1:8080',
      intent: {
        procedure: 'createGroup',
        parent: 'base/app',
        name: 'pumps',
        kinds: [{ resourceType: 3 }, { containerDefinition: 'org.x' }, { mgmtDefinition: 1006 }],
        members: ['base/m1'],
        groupsAsSuch: [],
        everyMemberOf: ['base/sub'],
      },
    },
  });
});

test('what is written can be read', async () => {
  const lists = { members: ['a/b'], groupsAsSuch: ['a/c'], everyMemberOf: [] };
  const intent = { procedure: 'changeMembers', group: 'a/g', ...lists } as const;
  const trigger: ApplicationTrigger = { pointOfAccess: 'https://cse.example:1', intent };
  const decoded = await decodeApplicationTrigger(encodeApplicationTrigger(URL, trigger));
  assert.deepEqual(decoded, { ok: true, value: trigger });
});

test('a question to a group is read', async () => {
  const body = `{
    "pointOfAccess": "http://127.0.0.1:8080",
    "intent": {
      "procedure": "askGroup", "group": "base/app/meters", "operation": "retrieve",
      "members": ["base/app/m1", "base/app/m2"], "inquireAfter": 10000
    }
  }`;
  assert.deepEqual(await decodeApplicationTrigger(posted(body)), {
    ok: true,
    value: {
      pointOfAccess: 'http://127.0.0.1:8080',
      intent: {
        procedure: 'askGroup',
        group: 'base/app/meters',
        operation: 'retrieve',
        members: ['base/app/m1', 'base/app/m2'],
        inquireAfter: 10_000,
      },
    },
  });
});

const QUESTION = '"procedure":"askGroup","group":"a/g"';
const CHANGE = '"procedure":"changeMembers","group":"a/g"';
const POINT_OF_ACCESS = '"pointOfAccess":"http://h"';

const REFUSED: readonly { what: string; body: string; mediaType?: string; reason: string; where: string }[] =
  [
    { what: 'no JSON', body: '{', reason: 'syntax', where: 'trigger' },
    {
      what: 'a form',
      body: '{}',
      mediaType: 'text/plain',
      reason: 'unsupported-media-type',
      where: 'trigger',
    },
    {
      what: 'what a web page may send, with JSON behind it',
      body: `{${POINT_OF_ACCESS},"intent":{${CHANGE}}}`,
      mediaType: 'text/plain;application/json',
      reason: 'unsupported-media-type',
      where: 'trigger',
    },
    {
      what: 'a longer name of a media type',
      body: `{${POINT_OF_ACCESS},"intent":{${CHANGE}}}`,
      mediaType: 'application/jsonx',
      reason: 'unsupported-media-type',
      where: 'trigger',
    },
    {
      what: 'an address within another text',
      body: `{"pointOfAccess":"see http://h","intent":{${CHANGE}}}`,
      reason: 'wrong-type',
      where: 'trigger/pointOfAccess',
    },
    {
      what: 'an address without host',
      body: `{"pointOfAccess":"http://?a","intent":{${CHANGE}}}`,
      reason: 'wrong-type',
      where: 'trigger/pointOfAccess',
    },
    {
      what: 'a patience of a fraction',
      body: `{${POINT_OF_ACCESS},"intent":{${QUESTION},"operation":"retrieve","inquireAfter":1.5}}`,
      reason: 'wrong-type',
      where: 'trigger/intent/inquireAfter',
    },
    {
      what: 'a patience as text',
      body: `{${POINT_OF_ACCESS},"intent":{${QUESTION},"operation":"retrieve","inquireAfter":"5"}}`,
      reason: 'wrong-type',
      where: 'trigger/intent/inquireAfter',
    },
    {
      what: 'a kind that is text where a number belongs',
      body: `{${POINT_OF_ACCESS},"intent":{"procedure":"createGroup","parent":"a","name":"b","kinds":[{"mgmtDefinition":"1"}]}}`,
      reason: 'wrong-shape',
      where: 'trigger/intent/kinds[0]',
    },
    { what: 'a list', body: '[]', reason: 'wrong-type', where: 'trigger' },
    { what: 'no intent', body: `{${POINT_OF_ACCESS}}`, reason: 'wrong-type', where: 'trigger/intent' },
    {
      what: 'no point of access',
      body: `{"intent":{${CHANGE}}}`,
      reason: 'wrong-type',
      where: 'trigger/pointOfAccess',
    },
    {
      what: 'a point of access that is no http address',
      body: `{"pointOfAccess":"file:///etc","intent":{${CHANGE}}}`,
      reason: 'wrong-type',
      where: 'trigger/pointOfAccess',
    },
    {
      what: 'another procedure',
      body: `{${POINT_OF_ACCESS},"intent":{"procedure":"deleteGroup"}}`,
      reason: 'wrong-type',
      where: 'trigger/intent/procedure',
    },
    {
      what: 'a member that is no text',
      body: `{${POINT_OF_ACCESS},"intent":{${CHANGE},"members":["a",1]}}`,
      reason: 'wrong-type',
      where: 'trigger/intent/members[1]',
    },
    {
      what: 'a question that would need content',
      body: `{${POINT_OF_ACCESS},"intent":{${QUESTION},"operation":"create","inquireAfter":1}}`,
      reason: 'wrong-type',
      where: 'trigger/intent/operation',
    },
    {
      what: 'a question without patience',
      body: `{${POINT_OF_ACCESS},"intent":{${QUESTION},"operation":"retrieve","inquireAfter":0}}`,
      reason: 'wrong-type',
      where: 'trigger/intent/inquireAfter',
    },
    {
      what: 'a kind of two kinds',
      body: `{${POINT_OF_ACCESS},"intent":{"procedure":"createGroup","parent":"a","name":"b","kinds":[{"resourceType":3,"mgmtDefinition":1}]}}`,
      reason: 'wrong-shape',
      where: 'trigger/intent/kinds[0]',
    },
  ];

for (const { what, body, mediaType, reason, where } of REFUSED) {
  test(`refused with its place: ${what}`, async () => {
    const decoded = await decodeApplicationTrigger(posted(body, mediaType));
    assert.equal(decoded.ok, false);
    if (!decoded.ok) assert.deepEqual([decoded.fault.reason, decoded.fault.where], [reason, where]);
  });
}

test('the media type may have parameters, with blanks before them', async () => {
  const body = `{${POINT_OF_ACCESS},"intent":{${CHANGE}}}`;
  for (const mediaType of ['application/json;charset=utf-8', 'Application/JSON ; charset=utf-8']) {
    assert.equal((await decodeApplicationTrigger(posted(body, mediaType))).ok, true, mediaType);
  }
});
