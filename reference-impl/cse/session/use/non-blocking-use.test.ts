import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { closableClock } from '../../../runtime/closable-clock';
import { countingIds } from '../../../runtime/counting-ids';
import { VirtualClock } from '../../../runtime/virtual-clock';
import { openLmdbStorage } from '../../../store/lmdb-storage';
import { memoryRecords } from '../../../store/memory-records';
import { memoryStore } from '../../../store/memory-store';
import { requestAddress } from '../../interactive/interactive-bed';
import type { CsePorts } from '../../ports';
import { attributesOf, START, type TestBed } from '../../test-bed';
import { dropStored } from './settle-turn';
import { AE1, bareUseBed, putPolicy, SESSION, sealed, THERE, update, use, useBed, willing } from './use-bed';

const MINUTE = 60_000;
const SOON = '* 20-29 * * * * *';
const TARGET = 'http://localhost/results';
const LATER = { responseType: { value: 2, notificationURIs: [TARGET] } };
const COME_BACK = { responseType: { value: 1 } };

function resultsOf(bed: TestBed): readonly unknown[] {
  return bed.sent
    .filter(({ pointOfAccess }) => pointOfAccess === TARGET)
    .map(({ request: { content } }) => {
      if (content?.kind !== 'response') return content;
      const { responseStatusCode, requestIdentifier } = content.response;
      return [responseStatusCode, requestIdentifier];
    });
}

/** Lives of one CSE over the same storage: a kill ends all timers, and no answer is heard any more. */
function lives() {
  const virtual = new VirtualClock(START);
  const kept = { store: memoryStore(), records: memoryRecords(), ids: countingIds() };
  let clock = closableClock(virtual);
  return {
    virtual,
    ports(): Partial<CsePorts> {
      clock.close();
      clock = closableClock(virtual);
      return { ...kept, clock };
    },
  };
}

it('accepts what nobody waits for, tells of the result, and shows no identifier of the session', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  const data = await sealed(AE1, 1);
  const accepted = await use(bed, { ...update(THERE, data, 'q1'), ...LATER });
  assert.equal(accepted.responseStatusCode, 1002);
  const inquiry = await bed.ask({ operation: 'retrieve', to: requestAddress(accepted), from: 'Cae1' });
  assert.equal(attributesOf(inquiry).requestStatus, 3);
  assert.ok(!JSON.stringify(attributesOf(inquiry)).includes(SESSION));
  await bed.clock.advance(5 * MINUTE - 1);
  assert.deepEqual(bed.passed(), []);
  await bed.clock.advance(MINUTE);
  assert.deepEqual(resultsOf(bed), [[2004, 'q1']]);
  const [sent] = bed.passed();
  assert.equal(sent?.request.responseType, undefined);
  assert.equal(sent?.request.resultExpirationTimestamp, '20261120T111500,000');
});

it('keeps the result for who comes back for it, also of an immediate one', async () => {
  const bed = await useBed();
  const accepted = await use(bed, { ...update(THERE, await sealed(AE1, 1), 'q1'), ...COME_BACK });
  assert.equal(accepted.responseStatusCode, 1001);
  await bed.clock.advance(MINUTE);
  const inquiry = await bed.ask({ operation: 'retrieve', to: requestAddress(accepted), from: 'Cae1' });
  assert.equal(attributesOf(inquiry).requestStatus, 1);
});

it('accepts the same request once more, and tells once', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  const asked = { ...update(THERE, await sealed(AE1, 1), 'q1'), ...LATER };
  const one = await use(bed, asked);
  assert.deepEqual(await use(bed, asked), one);
  await bed.clock.advance(6 * MINUTE);
  assert.deepEqual(resultsOf(bed), [[2004, 'q1']]);
});

it('refuses at once what its window comes too late for', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  const asked = { ...update(THERE, await sealed(AE1, 1), 'q1'), ...LATER };
  const answer = await use(bed, { ...asked, resultExpirationTimestamp: String(MINUTE) });
  assert.equal(answer.responseStatusCode, 4008);
});

it('stores until its end, however short results are kept, and keeps the result from then on', async () => {
  const bed = await useBed({ config: { maximumResultPersistence: 3_000 } });
  putPolicy(bed, SOON);
  const asked = { ...update(THERE, await sealed(AE1, 1), 'q1'), ...COME_BACK };
  const accepted = await use(bed, { ...asked, resultExpirationTimestamp: String(10 * MINUTE) });
  assert.equal(accepted.responseStatusCode, 1001);
  const inquire = async () => bed.ask({ operation: 'retrieve', to: requestAddress(accepted), from: 'Cae1' });
  await bed.clock.advance(9 * MINUTE);
  assert.equal(bed.passed()[0]?.request.resultExpirationTimestamp, '20261120T102500,000');
  assert.equal(attributesOf(await inquire()).requestStatus, 1);
  await bed.clock.advance(MINUTE + 2_999);
  assert.equal(attributesOf(await inquire()).requestStatus, 1);
  await bed.clock.advance(1);
  assert.equal((await inquire()).responseStatusCode, 4004);
});

it('keeps the result no longer than is asked, and than it does', async () => {
  const bed = await useBed({ config: { maximumResultPersistence: 15 * MINUTE } });
  putPolicy(bed, SOON);
  const keptUntil = async (resultPersistence: string, sequence: number) => {
    const data = await sealed(AE1, sequence);
    const asked = { ...update(THERE, data, `q${sequence}`), ...COME_BACK, resultPersistence };
    const to = requestAddress(await use(bed, { ...asked, resultExpirationTimestamp: String(10 * MINUTE) }));
    return attributesOf(await bed.ask({ operation: 'retrieve', to, from: 'Cae1' })).expirationTime;
  };
  assert.equal(await keptUntil(String(20 * MINUTE), 1), '20261120T103500,000');
  assert.equal(await keptUntil(String(30 * MINUTE), 2), '20261120T104000,000');
});

it('tells that the session has ended', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  await use(bed, { ...update(THERE, await sealed(AE1, 1), 'q1'), ...LATER });
  await bed.clock.advance(MINUTE);
  dropStored(bed.cse, SESSION);
  await bed.clock.advance(MINUTE);
  assert.deepEqual(resultsOf(bed), [[4004, 'q1']]);
});

it('goes on after a kill: in the window, in order, with the result told', async () => {
  const { virtual, ports } = lives();
  const first = await useBed({ ports: ports() });
  putPolicy(first, SOON);
  await use(first, { ...update(THERE, await sealed(AE1, 1), 'q1'), ...LATER });
  void use(first, {
    ...update(THERE, await sealed(AE1, 2), 'q2'),
    resultExpirationTimestamp: String(20 * MINUTE),
  });
  await virtual.advance(MINUTE);

  const second = bareUseBed({ ports: ports() });
  await virtual.advance(4 * MINUTE - 1);
  assert.deepEqual(second.passed(), []);
  await virtual.advance(MINUTE);
  assert.deepEqual(first.passed(), []);
  assert.deepEqual(
    second.passed().map(({ request }) => request.requestIdentifier),
    ['q1', 'q2'],
  );
  assert.deepEqual(resultsOf(second), [[2004, 'q1']]);
  assert.deepEqual(second.cse.ports.records?.all('session-stored-request'), []);
});

it('asks again after a kill what was under way', async () => {
  const { virtual, ports } = lives();
  const first = await useBed({
    ports: ports(),
    peer: (sent) => (sent.request.operation === 'notify' ? willing(sent) : new Promise(() => {})),
  });
  putPolicy(first, SOON);
  await use(first, { ...update(THERE, await sealed(AE1, 1), 'q1'), ...LATER });
  await virtual.advance(6 * MINUTE);
  assert.equal(first.passed().length > 0, true);

  const second = bareUseBed({ ports: ports() });
  await virtual.advance(MINUTE);
  assert.deepEqual(
    second.passed().map(({ request }) => request.requestIdentifier),
    ['q1'],
  );
  assert.deepEqual(resultsOf(second), [[2004, 'q1']]);
});

it('answers after a kill what has ended meanwhile, and who asks again joins what is stored', async () => {
  const { virtual, ports } = lives();
  const first = await useBed({ ports: ports() });
  putPolicy(first, SOON);
  const asked = {
    ...update(THERE, await sealed(AE1, 1), 'q1'),
    resultExpirationTimestamp: '20261120T103500',
  };
  void use(first, asked);
  await use(first, {
    ...update(THERE, await sealed(AE1, 2), 'q2'),
    ...LATER,
    resultExpirationTimestamp: String(7 * MINUTE),
  });
  await virtual.advance(MINUTE);
  ports();
  await virtual.advance(7 * MINUTE);

  const second = bareUseBed({ ports: ports() });
  const answer = await virtual.untilSettled(use(second, asked));
  assert.equal(answer.responseStatusCode, 2004);
  await virtual.advance(MINUTE);
  assert.deepEqual(resultsOf(second), [[4008, 'q2']]);
  assert.deepEqual(
    second.passed().map(({ request }) => request.requestIdentifier),
    ['q1'],
  );
});

it('goes on from a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-'));
  const open = () => openLmdbStorage({ file: join(folder, 'store'), owner: '/cse1' });
  try {
    const virtual = new VirtualClock(START);
    const ids = countingIds();
    const before = await open();
    const clock = closableClock(virtual);
    const first = await useBed({ ports: { store: before.resources, records: before.records, clock, ids } });
    putPolicy(first, SOON);
    const data = await sealed(AE1, 1);
    await use(first, { ...update(THERE, data, 'q1'), ...LATER });
    clock.close();
    await before.close();

    const after = await open();
    const ports = { store: after.resources, records: after.records, clock: virtual, ids };
    const second = bareUseBed({ ports });
    await virtual.advance(6 * MINUTE);
    const sent = second
      .passed()
      .map(({ request: { requestIdentifier, content } }) => [requestIdentifier, content]);
    assert.deepEqual(sent, [['q1', update(THERE, data, 'q1').content]]);
    assert.deepEqual(resultsOf(second), [[2004, 'q1']]);
    await after.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
