import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuse } from '../../protocol/model/refusal';
import type { DigestProof, ReceivedCredentials } from '../dm2/received-credentials';
import type { DevicePackage, ServerReply } from './device-message';
import { basic, DEVICE, DM2ServerBed, get, OTHER, shape } from './dm2-server-bed';

const INITIATION: DevicePackage = {
  kind: 'initiation',
  initiation: { start: { reason: 'client-initiated' }, alerts: [] },
};

interface Asking {
  readonly deviceID?: string;
  readonly credentials?: ReceivedCredentials;
}

let wasRead = false;

function ask(bed: DM2ServerBed, { deviceID = DEVICE, credentials }: Asking): Promise<ServerReply> {
  wasRead = false;
  const read = async (): Promise<DevicePackage> => {
    wasRead = true;
    return INITIATION;
  };
  const message = { deviceID, read, ...(credentials && { credentials }) };
  return bed.server.procedures.receiveMessage(bed.server, message);
}

function digest(nonce: string, nonceCount: number, differing: Partial<DigestProof> = {}): DigestProof {
  const isMadeWith = (password: string): boolean => password === 's3cret';
  const proof = { scheme: 'digest', user: 'device-1', realm: 'dm', nonce, nonceCount } as const;
  return { ...proof, isForThisAddress: true, isMadeWith, ...differing };
}

async function nonceFrom(bed: DM2ServerBed): Promise<string> {
  const reply = await ask(bed, {});
  const challenge = reply.kind === 'refused' ? reply.challenges?.[0] : undefined;
  if (challenge?.scheme !== 'digest') throw new Error('Expected a challenge with a nonce.');
  return challenge.nonce;
}

function isStale(reply: ServerReply): boolean {
  if (reply.kind !== 'refused') return false;
  return (reply.challenges ?? []).some(
    (challenge) => challenge.scheme === 'digest' && challenge.stale === true,
  );
}

test('without credentials, or with wrong ones, all schemes are asked for, and no body is read', async () => {
  const bed = new DM2ServerBed();
  for (const credentials of [undefined, basic('device-1', 'wrong'), basic('nobody', '')]) {
    const reply = await ask(bed, credentials === undefined ? {} : { credentials });
    assert.equal(shape(reply), 401);
    assert.deepEqual(
      reply.kind === 'refused' &&
        reply.challenges?.map((one) => (one.scheme === 'digest' ? one.algorithm : one.scheme)),
      ['SHA-256', 'MD5', 'basic'],
    );
    assert.equal(wasRead, false);
  }
});

test('a device of somebody else and one that nobody has are refused alike', async () => {
  const bed = new DM2ServerBed();
  bed.manage([get('FwV')], false, OTHER);
  const credentials = basic('device-1', 's3cret');
  for (const deviceID of [OTHER, 'IMEI:nobody']) {
    const reply = await ask(bed, { deviceID, credentials });
    assert.equal(shape(reply), 403);
    assert.equal(wasRead, false);
  }
  assert.deepEqual(bed.inspect(OTHER).sessions, []);
});

test('a device that is bound to credentials but not configured is refused', async () => {
  const bed = new DM2ServerBed();
  const reply = await ask(bed, { deviceID: 'IMEI:unheard-of', credentials: basic('device-2', 'other') });
  assert.equal(shape(reply), 403);
});

test('a refused message supersedes nothing', async () => {
  const bed = new DM2ServerBed();
  bed.manage([get('FwV')]);
  await bed.open();
  await ask(bed, { credentials: basic('device-1', 'wrong') });
  const read = async () => refuse(400, 'no JSON');
  const credentials = basic('device-1', 's3cret');
  const { procedures } = bed.server;
  const reply = await procedures.receiveMessage(bed.server, { deviceID: DEVICE, credentials, read });
  assert.equal(shape(reply), 400);
  assert.deepEqual(
    bed.inspect().sessions.map(({ state }) => state),
    ['open'],
  );
});

test('a nonce is good again with a higher count, and with no other', async () => {
  const bed = new DM2ServerBed();
  const nonce = await nonceFrom(bed);
  assert.deepEqual(shape(await ask(bed, { credentials: digest(nonce, 1) })), ['END']);
  assert.equal(shape(await ask(bed, { credentials: digest(nonce, 1) })), 401);
  assert.deepEqual(shape(await ask(bed, { credentials: digest(nonce, 5) })), ['END']);
  const seen = await ask(bed, { credentials: digest(nonce, 4) });
  assert.equal(shape(seen), 401);
  assert.equal(isStale(seen), false);
});

test('a nonce that is too old is said to be stale', async () => {
  const bed = new DM2ServerBed();
  const nonce = await nonceFrom(bed);
  await bed.clock.advance(300_000);
  assert.deepEqual(shape(await ask(bed, { credentials: digest(nonce, 1) })), ['END']);
  await bed.clock.advance(1);
  const reply = await ask(bed, { credentials: digest(nonce, 2) });
  assert.equal(shape(reply), 401);
  assert.equal(isStale(reply), true);
});

test('a digest of another realm, message or password counts for nothing', async () => {
  const bed = new DM2ServerBed();
  const nonce = await nonceFrom(bed);
  const wrong: Partial<DigestProof>[] = [
    { realm: 'other' },
    { isForThisAddress: false },
    { isMadeWith: () => false },
    { user: 'device-2' },
  ];
  for (const differing of wrong) {
    const reply = await ask(bed, { credentials: digest(nonce, 1, differing) });
    assert.equal(shape(reply), 401);
    assert.equal(isStale(reply), false);
  }
  assert.deepEqual(shape(await ask(bed, { credentials: digest(nonce, 1) })), ['END']);
});

test('nonces that nobody uses do not pile up', async () => {
  const bed = new DM2ServerBed({ limits: { nonces: 3 } });
  const first = await nonceFrom(bed);
  for (let count = 0; count < 3; count += 1) await nonceFrom(bed);
  assert.equal(bed.server.nonces.size, 3);
  assert.equal(isStale(await ask(bed, { credentials: digest(first, 1) })), true);
});
