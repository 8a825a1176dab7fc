import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hmacCredential, md5Credential, type NonceSecret } from '../../protocol/codec/syncml/digests';
import type { OutgoingMessage, ReceivedMessage } from './envelope';
import {
  credential,
  fromDevice,
  get,
  inWords,
  octets,
  RIGHT_BASIC,
  RIGHT_MD5,
  START,
  serverBed,
  status,
  TOKEN,
} from './server-session-bed';

const BRUCE = { name: 'Bruce2', password: 'OhBehave' };
const ALERT = '<Alert><CmdID>2</CmdID><Data>1226</Data><Item><Meta><Type>urn:x</Type></Meta></Item></Alert>';
const BODY = START + ALERT;

function nonceIn({ message }: OutgoingMessage): Uint8Array {
  const [first] = message.commands;
  assert.ok(first?.kind === 'Status');
  return Buffer.from(first.challenge?.meta.nextNonce ?? '', 'base64');
}

function md5(nonce: Uint8Array): string {
  return credential('syncml:auth-md5', md5Credential({ ...BRUCE, nonce }));
}

describe('a device that has not proved who it is (DM_Protocol 2.4)', () => {
  it('gets a challenge and a refusal of every command; nothing is done until it answers', async () => {
    const bed = serverBed({ packages: [[get('./A')]] });
    const first = await bed.send({ id: 1, body: BODY });
    assert.deepEqual(inWords(first), [
      'Status 1/0 SyncHdr 407 syncml:auth-md5',
      'Status 1/1 Alert 407',
      'Status 1/2 Alert 407',
      'Final',
    ]);
    assert.deepEqual([bed.alerts.length, bed.answers.length], [0, 0]);
    const second = await bed.say({ id: 2, body: BODY, credential: md5(nonceIn(first)) });
    assert.deepEqual(second, [
      'Status 2/0 SyncHdr 212 syncml:auth-md5',
      'Status 2/1 Alert 200',
      'Status 2/2 Alert 200',
      'Get 4 ./A',
      'Final',
    ]);
    assert.deepEqual([bed.alerts.length, bed.answers.length], [1, 1]);
  });

  it('with a stale nonce gets one more challenge; wrong again ends the session', async () => {
    const bed = serverBed();
    const stale = credential('syncml:auth-md5', md5Credential({ ...BRUCE, nonce: octets('old') }));
    assert.equal(
      (await bed.say({ id: 1, body: BODY, credential: stale }))[0],
      'Status 1/0 SyncHdr 401 syncml:auth-md5',
    );
    assert.deepEqual(await bed.say({ id: 2, body: BODY, credential: stale }), [
      'Status 2/0 SyncHdr 401',
      'Status 2/1 Alert 401',
      'Status 2/2 Alert 401',
      'Final',
    ]);
    assert.deepEqual([bed.ends, bed.alerts.length], [['not-authenticated'], 0]);
  });

  it('that answers with another type than it was asked for ends the session', async () => {
    const bed = serverBed();
    const first = await bed.say({ id: 1, body: BODY, credential: RIGHT_BASIC });
    assert.equal(first[0], 'Status 1/0 SyncHdr 401 syncml:auth-md5');
    const second = await bed.say({ id: 2, body: BODY, credential: RIGHT_BASIC });
    assert.equal(second[0], 'Status 2/0 SyncHdr 401');
    assert.deepEqual([bed.ends, bed.alerts.length], [['not-authenticated'], 0]);
  });

  it('can neither break the session off nor answer commands', async () => {
    const bed = serverBed({ type: 'hmac', packages: [[get('./A')]] });
    await bed.sessions.receive(signed(1, BODY, { ...BRUCE, nonce: octets('Nonce') }));
    const body = `${status(1, 4, 'Get', 200)}<Alert><CmdID>9</CmdID><Data>1223</Data></Alert>`;
    assert.equal((await bed.say({ id: 2, body }))[0], 'Status 2/0 SyncHdr 407');
    assert.deepEqual(bed.ends, ['not-authenticated']);
    assert.deepEqual(bed.unfinished[0]?.[0]?.statuses, []);
  });

  it('once proven keeps its nonce for the next session', async () => {
    const bed = serverBed();
    const answer = await bed.send({ id: 1, body: BODY, credential: RIGHT_MD5 });
    assert.deepEqual(Buffer.from(bed.nonces.client), Buffer.from(nonceIn(answer)));
    const next = await bed.say({ id: 1, body: BODY, credential: md5(nonceIn(answer)), sessionID: '2' });
    assert.equal(next[0], 'Status 1/0 SyncHdr 212 syncml:auth-md5');
  });
});

function signed(id: number, body: string, by: NonceSecret): ReceivedMessage {
  const octetsOfBody = octets(body);
  const mac = hmacCredential(by, octetsOfBody);
  return {
    ...fromDevice({ id, body }),
    mac: { userName: by.name, isMadeWith: (secret) => hmacCredential(secret, octetsOfBody) === mac },
  };
}

describe('signed headers (DM_Security 5.1.4)', () => {
  it('get 200 and a new nonce in every message', async () => {
    const bed = serverBed({ type: 'hmac', packages: [[get('./A')], [get('./B')]] });
    const first = await bed.sessions.receive(signed(1, BODY, { ...BRUCE, nonce: octets('Nonce') }));
    assert.ok(first);
    assert.equal(inWords(first)[0], 'Status 1/0 SyncHdr 200 syncml:auth-MAC');
    const answer = signed(2, status(1, 4, 'Get', 200), { ...BRUCE, nonce: nonceIn(first) });
    const second = await bed.sessions.receive(answer, TOKEN);
    assert.ok(second);
    assert.deepEqual(inWords(second), ['Status 2/0 SyncHdr 200 syncml:auth-MAC', 'Get 2 ./B', 'Final']);
    assert.notDeepEqual(nonceIn(second), nonceIn(first));
  });
});

function challenge(code: number, messageID: number): string {
  return `<Status><CmdID>s${messageID}</CmdID><MsgRef>${messageID}</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd>
    <Chal><Meta><Format>b64</Format><Type>syncml:auth-md5</Type><NextNonce>Tm9uY2U=</NextNonce></Meta></Chal>
    <Data>${code}</Data></Status>`;
}

describe('a server that the device does not believe yet (DM_Protocol 2.4)', () => {
  const first = { id: 1, body: START, credential: RIGHT_MD5 };
  // Name srv, password secret, nonce Nonce.
  const expected = '9yovc5DqSGE76iUX6cQhQg==';

  it('proves itself as it is asked to, and says its commands again', async () => {
    const bed = serverBed({ serverType: 'md5', packages: [[get('./A')]] });
    assert.equal((await bed.say(first))[2], 'Get 3 ./A');
    const body = challenge(401, 1) + status(1, 1, 'Status', 401) + status(1, 3, 'Get', 401);
    const again = await bed.send({ id: 2, body });
    assert.equal(again.message.header.credential?.data, expected);
    assert.deepEqual(inWords(again), ['Status 2/0 SyncHdr 212', 'Get 2 ./A', 'Final']);
    await bed.say({ id: 3, body: status(2, 0, 'SyncHdr', 212) + status(2, 2, 'Get', 404) });
    assert.deepEqual(
      bed.answers[1]?.[0]?.statuses.map(({ code }) => code),
      [404],
    );
    assert.deepEqual(Buffer.from(bed.nonces.server).toString(), 'Nonce');
  });

  it('needs no credentials once they were good for the session', async () => {
    const bed = serverBed({ serverType: 'md5', packages: [[get('./A')], [get('./B')]] });
    assert.ok((await bed.send(first)).message.header.credential);
    const body = status(1, 0, 'SyncHdr', 212) + status(1, 3, 'Get', 200);
    assert.equal((await bed.send({ id: 2, body })).message.header.credential, undefined);
  });

  it('gives up where nothing helps', async () => {
    const bed = serverBed({ serverType: 'md5', packages: [[get('./A')]] });
    await bed.say(first);
    await bed.say({ id: 2, body: challenge(401, 1) });
    await bed.say({ id: 3, body: challenge(401, 2) });
    assert.deepEqual(await bed.say({ id: 4, body: challenge(401, 3) }), ['Status 4/0 SyncHdr 212', 'Final']);
    assert.deepEqual(bed.ends, ['not-authenticated']);
    assert.equal(bed.answers.length, 1);
  });

  it('is aborted where the device cannot do anything with the message', async () => {
    const bed = serverBed({ packages: [[get('./A')]] });
    await bed.say(first);
    assert.deepEqual(await bed.say({ id: 2, body: status(1, 0, 'SyncHdr', 500) }), [
      'Status 2/0 SyncHdr 212',
      'Final',
    ]);
    assert.deepEqual(bed.ends, ['aborted']);
  });
});
