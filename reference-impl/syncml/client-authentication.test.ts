import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { md5Credential } from '../../protocol/codec/syncml/digests';
import type { Challenge } from '../../protocol/model/syncml-item';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import type { Account } from './account';
import { ACCOUNT, alert, bed, get, outline, replace, type Saying, status } from './client-session-bed';

const MD5: Account = {
  ...ACCOUNT,
  client: { type: 'md5', name: 'Bruce2', password: 'OhBehave' },
  server: { type: 'md5', name: 'server', password: 'mellon' },
};

function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Asks for credentials of a device that are made with the octets of `Nonce`. */
const CHALLENGE: Challenge = { meta: { type: 'syncml:auth-md5', format: 'b64', nextNonce: 'Tm9uY2U=' } };

function serverProof(nonce: string) {
  const data = md5Credential({ name: 'server', password: 'mellon', nonce: octets(nonce) });
  return { credential: { meta: { type: 'syncml:auth-md5', format: 'b64' }, data } };
}

const NOTHING = { credential: undefined } as const;

function without(saying: ReturnType<Saying>): Saying {
  return () => saying;
}

describe('a server that wants credentials', () => {
  it('gets alert and DevInfo again, in the same session, with what it asked for', async () => {
    const nonces = { client: octets('stale'), server: octets('S0') };
    const { run, sent, to } = bed(
      [
        () => ({
          header: { ...serverProof('S0'), responseURI: 'http://server.example/dm?session=7' },
          commands: [
            status(1, 401, { challenge: CHALLENGE }),
            status(1, 401, { command: 'Alert', reference: '1' }),
            status(1, 401, { command: 'Replace', reference: '2' }),
          ],
        }),
        () => ({ header: { credential: undefined }, commands: [status(2, 212)] }),
      ],
      { account: MD5, nonces },
    );
    assert.equal((await run()).end, 'finished');
    assert.deepEqual(sent.map(outline), [
      'Alert:1201 Replace Final',
      'SyncHdr0@1=212 Alert:1201 Replace Final',
    ]);
    assert.equal(sent[1]?.header.sessionID, '1A2B');
    assert.equal(sent[1]?.header.messageID, 2);
    assert.equal(sent[1]?.header.source.name, 'Bruce2');
    assert.equal(sent[1]?.header.credential?.data, 'Zz6EivR3yeaaENcRN6lpAQ==');
    assert.deepEqual(to, ['http://server.example/dm', 'http://server.example/dm?session=7']);
    assert.deepEqual(Buffer.from(nonces.client).toString(), 'Nonce');
  });

  it('gets pending alerts again too', async () => {
    const told = { code: 1226, items: [] };
    const { run, sent } = bed(
      [
        () => ({
          commands: [
            status(1, 407, { challenge: BASIC }),
            status(1, 407, { command: 'Alert', reference: '2' }),
          ],
        }),
        () => ({ commands: [status(2, 212), status(2, 200, { command: 'Alert', reference: '3' })] }),
      ],
      { alerts: [told] },
    );
    const outcome = await run();
    assert.equal(sent.map(outline)[1], 'SyncHdr0@1=212 Alert:1201 Alert:1226 Replace Final');
    assert.deepEqual(outcome.alerts, [{ alert: told, statuses: [200], isConfirmed: true }]);
  });

  const BASIC: Challenge = { meta: { type: 'syncml:auth-basic', format: 'b64' } };

  it('is given up where it refuses without asking', async () => {
    const { run, sent } = bed([() => ({ commands: [status(1, 401)] })]);
    assert.equal((await run()).end, 'not-authenticated');
    assert.equal(sent.length, 1);
  });

  it('is given up where it refuses again and again', async () => {
    const refusing: Saying = ({ header }) => ({
      commands: [status(header.messageID, 401, { challenge: BASIC })],
    });
    const { run, sent } = bed(Array<Saying>(9).fill(refusing));
    assert.equal((await run()).end, 'not-authenticated');
    assert.equal(sent.length, 3);
  });
});

describe('a server that has to prove itself', () => {
  it('is challenged for each of its commands, and nothing is done before it does', async () => {
    const nonces = { client: octets('C0'), server: octets('S0') };
    let before: string | undefined;
    const { run, sent, nodeValue } = bed(
      [
        () => ({
          header: NOTHING,
          commands: [status(1, 212), replace('1', './Pump', 'off'), alert('2', 1100)],
        }),
        ({ commands }) => {
          before = nodeValue('Pump');
          const [header] = commands;
          const nonce = header?.kind === 'Status' ? header.challenge?.meta.nextNonce : undefined;
          const proof = md5Credential({
            name: 'server',
            password: 'mellon',
            nonce: Buffer.from(nonce ?? '', 'base64'),
          });
          return {
            header: { credential: { meta: { type: 'syncml:auth-md5', format: 'b64' }, data: proof } },
            commands: [status(2, 212), replace('1', './Pump', 'off')],
          };
        },
        () => ({ header: NOTHING, commands: [status(3, 212)] }),
      ],
      { account: MD5, nonces },
    );
    assert.equal((await run()).end, 'finished');
    assert.equal(before, 'on');
    assert.equal(nodeValue('Pump'), 'off');
    assert.deepEqual(sent.map(outline).slice(1), [
      'SyncHdr0@1=407 Replace1@1=407 Alert2@1=407 Final',
      'SyncHdr0@2=212 Replace1@2=200 Final',
    ]);
  });

  it('may fail once with a stale nonce; the second failure is the last word', async () => {
    const wrong: Saying = ({ header }) => ({
      header: serverProof('never'),
      commands: [status(header.messageID, 212), replace('1', './Pump', 'off')],
    });
    const { run, sent, nodeValue } = bed(Array<Saying>(9).fill(wrong), { account: MD5 });
    assert.equal((await run()).end, 'not-authenticated');
    assert.deepEqual(sent.map(outline), [
      'Alert:1201 Replace Final',
      'SyncHdr0@1=401 Replace1@1=401 Final',
      'SyncHdr0@2=401 Replace1@2=401 Final',
    ]);
    const challenges = sent.map(
      ({ commands: [first] }) => first?.kind === 'Status' && first.challenge !== undefined,
    );
    assert.deepEqual(challenges, [false, true, false]);
    assert.equal(nodeValue('Pump'), 'on');
  });

  it('gets no bare challenge where it wants nothing', async () => {
    const { run, sent } = bed([without({ header: NOTHING, commands: [status(1, 212)] })], { account: MD5 });
    assert.equal((await run()).end, 'not-authenticated');
    assert.equal(sent.length, 1);
  });

  it('gets the challenge beside package 1 where both have to prove themselves', async () => {
    const { run, sent } = bed(
      [
        without({ header: NOTHING, commands: [status(1, 407, { challenge: CHALLENGE })] }),
        without({ header: NOTHING, commands: [status(2, 212)] }),
      ],
      { account: MD5 },
    );
    await run();
    assert.equal(sent.map(outline)[1], 'SyncHdr0@1=407 Alert:1201 Replace Final');
  });

  it('has said its next nonce only where the client has told it', async () => {
    const nonces = { client: octets('C0'), server: octets('S0') };
    const silent = bed([without({ header: serverProof('S0'), commands: [status(1, 212)] })], {
      account: MD5,
      nonces,
    });
    await silent.run();
    assert.equal(Buffer.from(nonces.server).toString(), 'S0');
    const answered = bed(
      [
        without({ header: serverProof('S0'), commands: [status(1, 212), get('1', './Pump')] }),
        without({ header: NOTHING, commands: [status(2, 212)] }),
      ],
      { account: MD5, nonces },
    );
    await answered.run();
    const [header] = answered.sent[1]?.commands ?? [];
    const told = header?.kind === 'Status' ? header.challenge?.meta.nextNonce : undefined;
    assert.equal(Buffer.from(nonces.server).toString('base64'), told);
    assert.notEqual(Buffer.from(nonces.server).toString(), 'S0');
  });

  it('does not change the nonces where it never proves itself', async () => {
    const nonces = { client: octets('C0'), server: octets('S0') };
    const forged = without({
      header: NOTHING,
      commands: [status(1, 401, { challenge: CHALLENGE }), get('1', './Pump')],
    });
    await bed(Array<Saying>(9).fill(forged), { account: MD5, nonces }).run();
    assert.deepEqual(nonces, { client: octets('C0'), server: octets('S0') });
  });
});

describe('signed headers', () => {
  const HMAC: Account = {
    ...ACCOUNT,
    client: { type: 'hmac', name: 'device', password: 'sesame' },
    server: { type: 'hmac', name: 'server', password: 'mellon' },
  };
  const signed = (nonce: string) => ({
    userName: 'server',
    isMadeWith: (secret: { nonce: Uint8Array }) => Buffer.from(secret.nonce).toString('base64') === nonce,
  });
  const nonceIn = (message: SyncMLMessage | undefined): string => {
    const [first] = message?.commands ?? [];
    return (first?.kind === 'Status' && first.challenge?.meta.nextNonce) || '';
  };
  const NEXT: Challenge = { meta: { type: 'syncml:auth-MAC', format: 'b64', nextNonce: 'QzE=' } };

  it('come with every message, with a new nonce each time, and never stand for the session', async () => {
    const { run, sent, outgoing } = bed(
      [
        () => ({
          header: NOTHING,
          mac: signed('UzA='),
          commands: [status(1, 200, { challenge: NEXT }), get('1', './Pump')],
        }),
        (message) => ({
          header: NOTHING,
          mac: signed(nonceIn(message)),
          commands: [status(2, 200), get('1', './Pump')],
        }),
        (message) => ({ header: NOTHING, mac: signed(nonceIn(message)), commands: [status(3, 200)] }),
      ],
      { account: HMAC, nonces: { client: octets('C0'), server: octets('S0') } },
    );
    assert.equal((await run()).end, 'finished');
    assert.deepEqual(sent.map(outline).slice(1), [
      'SyncHdr0@1=200 Get1@1=200 Results1 Final',
      'SyncHdr0@2=200 Get1@2=200 Results1 Final',
    ]);
    assert.deepEqual(
      outgoing.map(({ mac }) => mac && Buffer.from(mac.nonce).toString()),
      ['C0', 'C1', 'C1'],
    );
    assert.equal(sent[0]?.header.credential, undefined);
    assert.notEqual(nonceIn(sent[1]), nonceIn(sent[2]));
  });

  it('that stop in the middle stop the server: what was found for it is not told', async () => {
    const { run, sent, nodeValue } = bed(
      [
        () => ({ header: NOTHING, mac: signed('UzA='), commands: [status(1, 200), get('1', './Pump')] }),
        () => ({ header: NOTHING, commands: [status(2, 200), replace('1', './Pump', 'off')] }),
      ],
      { account: HMAC, nonces: { client: octets('C0'), server: octets('S0') } },
    );
    assert.equal((await run()).end, 'not-authenticated');
    assert.equal(sent.map(outline)[2], 'SyncHdr0@2=407 Replace1@2=407 Final');
    assert.equal(nodeValue('Pump'), 'on');
  });
});
