import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hmacCredential, type NonceSecret } from '../../protocol/codec/syncml/digests';
import type { Credential } from '../../protocol/model/syncml-item';
import type { Nonces } from './account';
import type { Judgement } from './authentication';
import { BASIC, BRUCE, begin, credential, exampleNonces, octets, RIGHT } from './authentication-bed';
import { askedBy, authenticationTypeOf } from './challenge';
import { defaultAuthenticationProcedures as procedures } from './default-authentication-procedures';
import type { ReceivedMessage } from './envelope';
import { initialNonces, nonceText } from './nonces';

function message(more: { credential?: Credential; name?: string; mac?: ReceivedMessage['mac'] } = {}) {
  const received: ReceivedMessage = {
    message: {
      header: {
        versionDTD: '1.2',
        versionProtocol: 'DM/1.2',
        sessionID: '1',
        messageID: 1,
        target: { uri: 'http://srv.example/dm' },
        source: { uri: 'urn:dev', ...(more.name !== undefined && { name: more.name }) },
        ...(more.credential !== undefined && { credential: more.credential }),
      },
      commands: [],
      final: true,
    },
    ...(more.mac !== undefined && { mac: more.mac }),
  };
  return received;
}

function signed(body: string, by: NonceSecret): ReceivedMessage {
  const isMadeWith = (secret: NonceSecret): boolean =>
    hmacCredential(secret, octets(body)) === hmacCredential(by, octets(body));
  return message({ mac: { userName: by.name, isMadeWith } });
}

function nonceIn({ challenge }: Judgement): string | undefined {
  return challenge?.meta.nextNonce;
}

describe('MD5 credentials of a peer (DM_Protocol 2.4.1)', () => {
  it('that are right are good for the session, and bring the nonce of the next one', () => {
    const nonces = exampleNonces();
    const authentication = begin('md5', 'server', nonces);
    const judgement = procedures.judge(
      authentication,
      message({ credential: credential(RIGHT), name: 'Bruce2' }),
    );
    assert.equal(judgement.code, 212);
    assert.equal(judgement.challenge?.meta.type, 'syncml:auth-md5');
    assert.equal(judgement.challenge?.meta.format, 'b64');
    assert.equal(Buffer.from(nonceIn(judgement) ?? '', 'base64').length, 16);
    procedures.keepNonces(authentication);
    assert.equal(nonceText(nonces.client), nonceIn(judgement));
  });

  it('are not needed any more once they were right', () => {
    const authentication = begin('md5', 'server', exampleNonces());
    procedures.judge(authentication, message({ credential: credential(RIGHT) }));
    const next = procedures.judge(authentication, message());
    assert.deepEqual(next, { verdict: 'accepted', code: 212, isLast: false });
  });

  it('are not good a second time: a replay has the old nonce', () => {
    const nonces = exampleNonces();
    const first = begin('md5', 'server', nonces);
    procedures.judge(first, message({ credential: credential(RIGHT) }));
    procedures.keepNonces(first);
    const replayed = procedures.judge(
      begin('md5', 'server', nonces),
      message({ credential: credential(RIGHT) }),
    );
    assert.deepEqual([replayed.verdict, replayed.code], ['wrong', 401]);
  });

  it('are asked for by 407 where there are none, and the session ends where there are none again', () => {
    const authentication = begin('md5', 'server', exampleNonces());
    const first = procedures.judge(authentication, message());
    assert.deepEqual([first.code, first.isLast, first.challenge?.meta.type], [407, false, 'syncml:auth-md5']);
    const second = procedures.judge(authentication, message());
    assert.deepEqual([second.code, second.isLast, second.challenge], [407, true, undefined]);
  });

  it('that are wrong get exactly one more challenge, with another nonce', () => {
    const authentication = begin('md5', 'server', exampleNonces());
    const wrong = message({ credential: credential({ ...RIGHT, data: 'AAAAAAAAAAAAAAAAAAAAAA==' }) });
    const first = procedures.judge(authentication, wrong);
    assert.deepEqual([first.code, first.isLast], [401, false]);
    assert.notEqual(nonceIn(first), 'Tm9uY2U=');
    const second = procedures.judge(authentication, wrong);
    assert.deepEqual([second.code, second.isLast, second.challenge], [401, true, undefined]);
  });

  it('after missing ones may still be stale once', () => {
    const authentication = begin('md5', 'server', exampleNonces());
    const missing = procedures.judge(authentication, message());
    const stale = procedures.judge(authentication, message({ credential: credential(RIGHT) }));
    assert.deepEqual([stale.code, stale.isLast], [401, false]);
    assert.notEqual(nonceIn(stale), nonceIn(missing));
    assert.equal(procedures.judge(authentication, message({ credential: credential(RIGHT) })).isLast, true);
  });

  it('of another type are asked for anew when they come unasked, and end the session afterwards', () => {
    const authentication = begin('md5', 'server', exampleNonces());
    const first = procedures.judge(authentication, message({ credential: credential(BASIC) }));
    assert.deepEqual([first.code, first.isLast, first.challenge?.meta.type], [401, false, 'syncml:auth-md5']);
    const second = procedures.judge(authentication, message({ credential: credential(BASIC) }));
    assert.deepEqual([second.code, second.isLast], [401, true]);
  });

  it('in the name of somebody else are wrong', () => {
    const other = message({ credential: credential(RIGHT), name: 'Eve' });
    assert.equal(procedures.judge(begin('md5', 'server', exampleNonces()), other).code, 401);
  });

  it('do not change the stored nonce while they are wrong', () => {
    const nonces = exampleNonces();
    procedures.judge(begin('md5', 'server', nonces), message());
    assert.deepEqual(nonces, exampleNonces());
  });
});

describe('basic credentials of a peer (DM_Security 5.1.3)', () => {
  it('are good for the session; nothing has a nonce', () => {
    const authentication = begin('basic', 'server', exampleNonces());
    const missing = procedures.judge(authentication, message());
    assert.deepEqual(missing.challenge, { meta: { type: 'syncml:auth-basic', format: 'b64' } });
    const right = procedures.judge(authentication, message({ credential: credential(BASIC) }));
    assert.deepEqual(right, { verdict: 'accepted', code: 212, isLast: false });
  });

  it('need no type', () => {
    const bare = message({ credential: { data: BASIC.data } });
    assert.equal(procedures.judge(begin('basic', 'server', exampleNonces()), bare).code, 212);
  });
});

describe('a signed header of a peer (DM_Security 5.1.4)', () => {
  const nonce = octets('Nonce');

  it('is good for its message only: 200, and the nonce of the next one', () => {
    const authentication = begin('hmac', 'server', exampleNonces());
    const first = procedures.judge(authentication, signed('hello', { ...BRUCE, nonce }));
    assert.deepEqual(
      [first.verdict, first.code, first.challenge?.meta.type],
      ['accepted', 200, 'syncml:auth-MAC'],
    );
    const next = Buffer.from(nonceIn(first) ?? '', 'base64');
    const second = procedures.judge(authentication, signed('hello', { ...BRUCE, nonce: next }));
    assert.equal(second.verdict, 'accepted');
    assert.notEqual(nonceIn(second), nonceIn(first));
  });

  it('with the nonce of the message before is wrong', () => {
    const authentication = begin('hmac', 'server', exampleNonces());
    procedures.judge(authentication, signed('hello', { ...BRUCE, nonce }));
    assert.equal(procedures.judge(authentication, signed('hello', { ...BRUCE, nonce })).code, 401);
  });

  it('that is missing where there was one before is a failure', () => {
    const authentication = begin('hmac', 'server', exampleNonces());
    procedures.judge(authentication, signed('hello', { ...BRUCE, nonce }));
    const judgement = procedures.judge(authentication, message());
    assert.deepEqual([judgement.verdict, judgement.code, judgement.isLast], ['missing', 407, true]);
  });

  it('by another user is wrong', () => {
    const received = signed('hello', { ...BRUCE, nonce });
    const other = { ...received, mac: { userName: 'Eve', isMadeWith: () => true } };
    assert.equal(procedures.judge(begin('hmac', 'server', exampleNonces()), other).code, 401);
  });
});

describe('the default nonce (DM_Notification 6.1)', () => {
  // MD5 over the key of Bruce2 and four zero octets.
  const withDefault = { type: 'syncml:auth-md5', data: 'cnPI6nO9RgujiHU0y58kNA==' };

  it('is taken once after a package 0 that was made with it', () => {
    const nonces: Nonces = { ...exampleNonces(), defaultNonce: new Uint8Array(4) };
    const first = begin('md5', 'server', nonces);
    assert.equal(procedures.judge(first, message({ credential: credential(withDefault) })).code, 212);
    procedures.keepNonces(first);
    const second = begin('md5', 'server', nonces);
    assert.equal(procedures.judge(second, message({ credential: credential(withDefault) })).code, 401);
  });

  it('is not taken otherwise', () => {
    const authentication = begin('md5', 'server', exampleNonces());
    assert.equal(
      procedures.judge(authentication, message({ credential: credential(withDefault) })).code,
      401,
    );
  });

  it('is what a side proves itself with in that case', () => {
    const nonces: Nonces = { ...exampleNonces(), defaultNonce: new Uint8Array(4) };
    const proof = procedures.proofOf(begin('md5', 'client', nonces));
    assert.equal(proof.credential?.data, 'cnPI6nO9RgujiHU0y58kNA==');
  });
});

it('challenges of unknown types ask for nothing; letter case does not matter', () => {
  assert.equal(askedBy({ meta: { type: 'syncml:auth-sha256' } }), undefined);
  assert.equal(authenticationTypeOf('SYNCML:AUTH-md5'), 'md5');
});

it('nothing was provisioned: nonces are empty', () => {
  assert.deepEqual(initialNonces(), { client: new Uint8Array(), server: new Uint8Array() });
});
