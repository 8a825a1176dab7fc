import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PushReport, PushRequest } from '../../protocol/model/dm2-push';
import { refuse } from '../../protocol/model/refusal';
import type { ReceivedCredentials } from '../dm2/received-credentials';
import { VirtualClock } from '../runtime/virtual-clock';
import { defaultPushProcedures } from './default-procedures';
import { DEFAULT_PUSH_CONFIG } from './default-push-config';
import type { PushConfig } from './push-config';
import type { PushService } from './push-service';

/** 2026-11-20T21:30:45Z. */
const START = 1_795_210_245_000;

const REQUEST: PushRequest = {
  pushID: 'push-4719',
  address: 'http://127.0.0.1:4003/notifications',
  content: Uint8Array.of(0x13, 0x00, 0x1b),
  reportTo: 'http://127.0.0.1:4001/push-reports/8c1f',
};

type Answers = readonly (number | 'silence')[];

/** A push service in virtual time; what it tells device and server, and when, is written down. */
class Bed {
  readonly clock = new VirtualClock(START);
  readonly deliveries: { readonly at: number; readonly content: Uint8Array }[] = [];
  readonly reports: { readonly at: number; readonly address: string; readonly report: PushReport }[] = [];
  readonly service: PushService;

  /** The last answer is given from then on. */
  constructor(device: Answers, server: Answers = [204], config: Partial<PushConfig> = {}) {
    const answer = (answers: Answers, index: number): Promise<number | undefined> => {
      const status = answers[index] ?? answers.at(-1);
      return status === 'silence' ? new Promise(() => {}) : Promise.resolve(status);
    };
    this.service = {
      config: { ...DEFAULT_PUSH_CONFIG, ...config },
      procedures: defaultPushProcedures,
      jobs: new Map(),
      ports: {
        clock: this.clock,
        deliver: (_, content) => {
          this.deliveries.push({ at: this.clock.now() - START, content });
          return answer(device, this.deliveries.length - 1);
        },
        report: (address, report) => {
          this.reports.push({ at: this.clock.now() - START, address, report });
          return answer(server, this.reports.length - 1);
        },
      },
    };
  }

  /** The status of the answer. */
  async ask(request: Partial<PushRequest> = {}, credentials?: ReceivedCredentials): Promise<number> {
    const read = async (): Promise<PushRequest> => ({ ...REQUEST, ...request });
    const { procedures } = this.service;
    const reply = await procedures.receiveRequest(this.service, {
      read,
      ...(credentials && { credentials }),
    });
    return reply.kind === 'taken' ? 202 : reply.refusal.status;
  }

  get told(): readonly PushReport[] {
    return this.reports.map(({ report }) => report);
  }
}

describe('a push request', () => {
  test('is answered before it is delivered, then delivered and reported', async () => {
    const bed = new Bed([204]);
    assert.equal(await bed.ask(), 202);
    await bed.clock.advance(60_000);
    assert.deepEqual(bed.deliveries, [{ at: 0, content: REQUEST.content }]);
    assert.deepEqual(bed.reports, [
      {
        at: 0,
        address: 'http://127.0.0.1:4001/push-reports/8c1f',
        report: { pushID: 'push-4719', outcome: 'delivered', attempts: 1, status: 204 },
      },
    ]);
  });

  test('that comes again is delivered once, also after it was done', async () => {
    const bed = new Bed([204]);
    assert.deepEqual([await bed.ask(), await bed.ask()], [202, 202]);
    await bed.clock.advance(60_000);
    assert.equal(await bed.ask(), 202);
    await bed.clock.advance(60_000);
    assert.equal(bed.deliveries.length, 1);
    assert.equal(bed.reports.length, 1);
  });

  test('under the PushID of another is refused', async () => {
    const bed = new Bed([204]);
    await bed.ask();
    assert.equal(await bed.ask({ content: Uint8Array.of(1) }), 409);
    assert.equal(await bed.ask({ address: 'http://127.0.0.1:4004/notifications' }), 409);
    assert.equal(await bed.ask({ deliverBefore: 1_795_210_545 }), 409);
    await bed.clock.advance(60_000);
    assert.equal(bed.deliveries.length, 1);
  });

  test('to or about a host that is not allowed is refused, and goes nowhere', async () => {
    const bed = new Bed([204], [204], { allowedHosts: ['127.0.0.1:4003', 'push.example', '[::1]'] });
    assert.equal(await bed.ask({ address: 'http://192.0.2.1/' }), 403);
    assert.equal(await bed.ask({ address: 'http://127.0.0.1:4004/notifications' }), 403);
    assert.equal(await bed.ask({ address: 'http://127.0.0.1.evil.example:4003/' }), 403);
    assert.equal(await bed.ask(), 403);
    await bed.clock.advance(60_000);
    assert.deepEqual([bed.deliveries, bed.reports], [[], []]);
    assert.equal(await bed.ask({ address: 'http://[::1]:9/', reportTo: 'http://push.example/x' }), 202);
  });

  test('without ReportTo is reported to nobody', async () => {
    const bed = new Bed([204]);
    const { reportTo: _, ...request } = REQUEST;
    const read = async (): Promise<PushRequest> => request;
    await bed.service.procedures.receiveRequest(bed.service, { read });
    await bed.clock.advance(60_000);
    assert.equal(bed.deliveries.length, 1);
    assert.deepEqual(bed.reports, []);
  });

  test('beyond what can be in work is turned away, until something is done', async () => {
    const limits = { ...DEFAULT_PUSH_CONFIG.limits, queue: 1 };
    const bed = new Bed(['silence', 204], [204], { limits });
    assert.equal(await bed.ask(), 202);
    assert.equal(await bed.ask({ pushID: 'push-4720' }), 503);
    await bed.clock.advance(60_000);
    assert.equal(await bed.ask({ pushID: 'push-4720' }), 202);
  });

  test('that was done is forgotten when there are too many, the oldest first', async () => {
    const limits = { ...DEFAULT_PUSH_CONFIG.limits, rememberedRequests: 2 };
    const bed = new Bed([204], [204], { limits });
    for (const pushID of ['a', 'b', 'c']) {
      await bed.ask({ pushID });
      await bed.clock.advance(1_000);
    }
    assert.deepEqual([...bed.service.jobs.keys()], ['b', 'c']);
  });

  test('needs the credentials that the service wants', async () => {
    const accounts = [{ user: 'dms', password: 'pusher' }];
    const bed = new Bed([204], [204], { accounts });
    const basic = (user: string, password: string): ReceivedCredentials => ({
      scheme: 'basic',
      user,
      isMadeWith: (expected) => expected === password,
    });
    assert.equal(await bed.ask(), 401);
    assert.equal(await bed.ask({}, basic('dms', 'wrong')), 401);
    assert.equal(await bed.ask({}, basic('nobody', 'pusher')), 401);
    assert.equal(await bed.ask({}, basic('dms', 'pusher')), 202);
  });

  test('that cannot be read is refused with its reason', async () => {
    const bed = new Bed([204]);
    const read = async () => refuse(400, 'push/Content: expected base64');
    const reply = await bed.service.procedures.receiveRequest(bed.service, { read });
    assert.deepEqual(reply.kind === 'refused' && reply.refusal.status, 400);
  });
});

describe('delivery', () => {
  test('is tried again with the same octets until the device has them', async () => {
    const bed = new Bed([503, 'silence', 200]);
    await bed.ask();
    await bed.clock.advance(60_000);
    assert.deepEqual(
      bed.deliveries.map(({ at }) => at),
      [0, 5_000, 20_000],
    );
    assert.deepEqual(bed.told, [{ pushID: 'push-4719', outcome: 'delivered', attempts: 3, status: 200 }]);
  });

  test('is given up after the limit', async () => {
    const bed = new Bed([408, 429, 500, 503]);
    await bed.ask();
    await bed.clock.advance(600_000);
    assert.deepEqual(
      bed.deliveries.map(({ at, content }) => [at, [...content]]),
      [0, 5_000, 10_000, 15_000].map((at) => [at, [0x13, 0x00, 0x1b]]),
    );
    assert.deepEqual(bed.told, [{ pushID: 'push-4719', outcome: 'undeliverable', attempts: 4, status: 503 }]);
  });

  test('to a device that never answers has no status', async () => {
    const bed = new Bed(['silence']);
    await bed.ask();
    await bed.clock.advance(600_000);
    assert.deepEqual(bed.told, [{ pushID: 'push-4719', outcome: 'undeliverable', attempts: 4 }]);
  });

  test('that is refused or sent elsewhere is not tried again', async () => {
    for (const status of [400, 404, 405, 413, 415, 301, 307]) {
      const bed = new Bed([status]);
      await bed.ask();
      await bed.clock.advance(60_000);
      assert.deepEqual(bed.told, [{ pushID: 'push-4719', outcome: 'refused', attempts: 1, status }]);
    }
  });

  test('never happens after its time', async () => {
    const late = new Bed([204]);
    assert.equal(await late.ask({ deliverBefore: 1_795_210_185 }), 202);
    await late.clock.advance(60_000);
    assert.deepEqual(late.deliveries, []);
    assert.deepEqual(late.told, [{ pushID: 'push-4719', outcome: 'expired', attempts: 0 }]);
  });

  test('is over when its time passes between two tries', async () => {
    const bed = new Bed([503]);
    await bed.ask({ deliverBefore: 1_795_210_252 });
    await bed.clock.advance(60_000);
    assert.deepEqual(
      bed.deliveries.map(({ at }) => at),
      [0, 5_000],
    );
    assert.deepEqual(
      bed.reports.map(({ at }) => at),
      [7_000],
    );
    assert.deepEqual(bed.told, [{ pushID: 'push-4719', outcome: 'expired', attempts: 2, status: 503 }]);
  });
});

describe('a report', () => {
  test('is repeated until it is acknowledged', async () => {
    const bed = new Bed([204], [500, 'silence', 200]);
    await bed.ask();
    await bed.clock.advance(600_000);
    assert.deepEqual(
      bed.reports.map(({ at }) => at),
      [0, 5_000, 20_000],
    );
    assert.equal(new Set(bed.told).size, 1);
  });

  test('is given up after the limit, or when it is refused', async () => {
    const deaf = new Bed([204], [503]);
    await deaf.ask();
    await deaf.clock.advance(600_000);
    assert.equal(deaf.reports.length, 4);
    const refusing = new Bed([204], [404]);
    await refusing.ask();
    await refusing.clock.advance(600_000);
    assert.equal(refusing.reports.length, 1);
    assert.equal(refusing.service.jobs.get('push-4719')?.isOver, true);
  });
});
