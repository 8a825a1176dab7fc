import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open } from '../../session/protected-data';
import {
  type Bed,
  bed,
  ESTABLISH,
  ESTABLISHED,
  INVITATION,
  KEY,
  OWN,
  type Reply,
} from './session-application-bed';

async function dataSent({ sent }: Bed): Promise<{ sequence: number; sender: string; text: string }[]> {
  const updates = sent.filter(({ method }) => method === 'PUT');
  const opened = await Promise.all(updates.map(({ body }) => open(KEY, String(body['m2m:cnt']?.prd))));
  return opened.map((result) => {
    assert.ok(result.ok);
    const { header, plaintext } = result.data;
    return { sequence: header.sequence, sender: header.sender, text: new TextDecoder().decode(plaintext) };
  });
}

describe('an application that takes part in sessions', () => {
  it('registers once at its own place, and says what it can do', async () => {
    const application = bed(ESTABLISHED);
    await application.tellIt(ESTABLISH);
    await application.tellIt({ procedure: 'offerSessions', ...OWN });
    assert.deepEqual(application.registrations, [
      {
        method: 'POST',
        url: '/base',
        type: '2',
        body: {
          'm2m:ae': {
            rn: 'app',
            api: 'Nflowproof',
            rr: true,
            srv: ['3'],
            lbl: ['service-sessions'],
            poa: ['http://ae.example/notifications'],
          },
        },
      },
    ]);
  });
});

describe('an application that begins a session', () => {
  it('asks its own collection for it, names itself and the target, and says where to tell it', async () => {
    const application = bed(ESTABLISHED);
    assert.equal(await application.tellIt({ ...ESTABLISH, description: 'reader' }), 204);
    assert.deepEqual(application.sent[0], {
      method: 'POST',
      url: '/base/app/sessions',
      type: '9002',
      body: {
        'fp:ses': {
          rn: 's1',
          tep: '/cse2/Cae2',
          iep: { eid: '/cse1/Capp', nu: 'http://ae.example/notifications', dsc: 'reader' },
        },
      },
    });
  });

  it('protects every update with the key and a number above the last', async () => {
    const application = bed(ESTABLISHED, { code: 2004 }, { code: 5103 });
    await application.tellIt(ESTABLISH);
    for (const data of ['20', '21', '22']) {
      await application.tellIt({ procedure: 'updateInSession', resource: '/cse2/base/ae2/c1', data });
    }
    const [, first] = application.sent;
    assert.equal(first?.url, '/~/cse2/base/ae2/c1');
    assert.deepEqual(Object.keys(first?.body['m2m:cnt'] ?? {}), ['sid', 'prd']);
    assert.equal(first?.body['m2m:cnt']?.sid, 'id-1');
    const sender = '/cse1/Capp';
    assert.deepEqual(await dataSent(application), [
      { sequence: 1, sender, text: '20' },
      { sequence: 2, sender, text: '21' },
      { sequence: 3, sender, text: '22' },
    ]);
  });

  it('sets a policy at its registrar', async () => {
    const application = bed(ESTABLISHED);
    await application.tellIt(ESTABLISH);
    const entries = ['* 0-29 2-4 * * * *'];
    const policy = {
      procedure: 'setSessionPolicy',
      delivery: 'storeAndForward',
      entries,
      appliesTo: ['/cse1'],
    };
    await application.tellIt(policy);
    assert.deepEqual(application.sent[1], {
      method: 'POST',
      url: '/~/cse1/base/app/sessions/s1/sessionPolicies',
      type: '9005',
      body: { 'fp:spo': { dlv: 2, se: { sce: ['* 0-29 2-4 * * * *'] }, apt: ['/cse1'] } },
    });
  });

  it('ends it with one DELETE, and uses it no more', async () => {
    const application = bed(ESTABLISHED, { code: 2002 });
    await application.tellIt(ESTABLISH);
    await application.tellIt({ procedure: 'endSession' });
    assert.deepEqual(
      application.sent.map(({ method, url }) => `${method} ${url}`),
      ['POST /base/app/sessions', 'DELETE /~/cse1/base/app/sessions/s1'],
    );
    await application.tellIt({ procedure: 'updateInSession', resource: '/cse2/base/ae2/c1', data: '1' });
    await application.tellIt({ procedure: 'endSession' });
    assert.equal(application.sent.length, 2);
  });

  it('keeps it while nobody has confirmed that it is gone', async () => {
    const application = bed(ESTABLISHED, { code: 5103 }, { code: 2002 });
    await application.tellIt(ESTABLISH);
    await application.tellIt({ procedure: 'endSession' });
    await application.tellIt({ procedure: 'endSession' });
    assert.equal(application.sent.length, 3);
  });

  const noSessions: readonly [string, Reply][] = [
    ['a refusal', { code: 5214 }],
    ['no key', { code: 2001, body: { 'fp:ses': { ri: 'id-1', sid: 'id-1' } } }],
    ['a key of 128 bits', { code: 2001, body: { 'fp:ses': { sid: 'id-1', scr: 'AAECAwQFBgcICQoLDA0ODw' } } }],
    ['no identifier', { code: 2001, body: { 'fp:ses': { rn: 's1', scr: KEY } } }],
  ];
  for (const [name, reply] of noSessions) {
    it(`has no session after ${name}`, async () => {
      const application = bed(reply);
      await application.tellIt(ESTABLISH);
      await application.tellIt({ procedure: 'readInSession', resource: '/cse2/base/ae2/c1' });
      assert.equal(application.sent.length, 1);
    });
  }
});

describe('an application that is invited', () => {
  const offer = { procedure: 'offerSessions', ...OWN };

  it('subscribes to its collection of sessions', async () => {
    const application = bed({ code: 2001 });
    assert.equal(await application.tellIt(offer), 204);
    assert.deepEqual(application.sent[0], {
      method: 'POST',
      url: '/base/app/sessions/subscriptions',
      type: '23',
      body: { 'm2m:sub': { nu: ['http://ae.example/notifications'] } },
    });
  });

  it('accepts with a description of itself', async () => {
    const application = bed();
    await application.tellIt(offer);
    const { code, body } = await application.notify(INVITATION);
    assert.equal(code, '2000');
    assert.equal(JSON.parse(body)['fp:sep'].eid, '/cse1/Capp');
  });

  it('refuses where it was told to, and where it was not asked to offer anything', async () => {
    const application = bed();
    assert.equal((await application.notify(INVITATION)).code, '4103');
    await application.tellIt({ ...offer, accept: false });
    assert.equal((await application.notify(INVITATION)).code, '4103');
  });

  const { scr: _key, ...withoutKey } = INVITATION;
  const { iep: _partner, ...withoutPartner } = INVITATION;
  const incomplete: readonly [string, object][] = [
    ['without a key', withoutKey],
    ['with a key of 255 bits', { ...INVITATION, scr: `${KEY.slice(0, -1)}9` }],
    ['with a key of 128 bits', { ...INVITATION, scr: 'AAECAwQFBgcICQoLDA0ODw' }],
    ['without a partner', withoutPartner],
  ];
  for (const [name, invitation] of incomplete) {
    it(`refuses an invitation ${name}, and has no session`, async () => {
      const application = bed();
      await application.tellIt(offer);
      assert.equal((await application.notify(invitation)).code, '4000');
      await application.tellIt({ procedure: 'endSession' });
      assert.equal(application.sent.length, 1);
    });
  }

  it('reads in the session what it is told was updated', async () => {
    const application = bed();
    await application.tellIt(offer);
    await application.notify(INVITATION);
    const { code } = await application.notify({ typ: 2, sid: 'id-2', rsr: '/cse1/base/app/c1' });
    assert.equal(code, '2000');
    assert.equal(application.sent[1]?.method, 'GET');
    assert.equal(application.sent[1]?.url, '/~/cse1/base/app/c1?sessionID=id-2');
  });

  it('forgets the session when it is told of the end, also of one that it does not know', async () => {
    const application = bed();
    await application.tellIt(offer);
    await application.notify(INVITATION);
    assert.equal((await application.notify({ typ: 3, sid: 'id-9' })).code, '2000');
    assert.equal((await application.notify({ typ: 3, sid: 'id-2' })).code, '2000');
    await application.notify({ typ: 2, sid: 'id-2', rsr: '/cse1/base/app/c1' });
    await application.tellIt({ procedure: 'endSession' });
    assert.equal(application.sent.length, 1);
  });
});

describe('a trigger about sessions', () => {
  const wrong: readonly [string, object][] = [
    ['without a collection', { procedure: 'establishSession', registrar: '/cse1', target: '/cse2/Cae2' }],
    ['without a target', { procedure: 'establishSession', ...OWN }],
    ['with a delivery that nobody knows', { procedure: 'setSessionPolicy', delivery: 'soon' }],
    [
      'with entries that are no texts',
      { procedure: 'setSessionPolicy', delivery: 'immediate', entries: [1] },
    ],
    ['without data', { procedure: 'updateInSession', resource: 'base/c1' }],
    ['with an answer that is neither yes nor no', { procedure: 'offerSessions', ...OWN, accept: 'maybe' }],
  ];
  for (const [name, intent] of wrong) {
    it(`${name} is refused, and nothing is sent`, async () => {
      const application = bed();
      assert.equal(await application.tellIt(intent), 400);
      assert.equal(application.sent.length, 0);
    });
  }
});
