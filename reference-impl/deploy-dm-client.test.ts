import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../protocol/model/syncml-command';
import { join } from './device-with-server-bed';

const MINUTE = 60_000;

function get(uri: string): SyncMLCommand {
  return { kind: 'Get', commandID: '', items: [{ target: { uri } }] };
}

function add(uri: string, data: string): SyncMLCommand {
  return { kind: 'Add', commandID: '', items: [{ target: { uri }, meta: { format: 'chr' }, data }] };
}

/** What became of each command: its codes, and the values that were found. */
function became({ notes }: ReturnType<typeof join>): string[] {
  return notes.answered.map(({ command, statuses, results }) => {
    const values = results.flatMap(({ items }) => items.map(({ data }) => String(data)));
    return [command.kind, ...statuses.map(({ code }) => code), ...values].join(' ');
  });
}

describe('a device and its server', () => {
  for (const type of ['basic', 'md5', 'hmac'] as const)
    for (const serialization of ['xml', 'wbxml'] as const)
      it(`find to each other from nothing, with ${type} in ${serialization}, and again with the nonces of last time`, async () => {
        const joined = join({
          type,
          serialization,
          packages: [[add('./Test/a', 'x<&>y'), get('./Test/a')], [get('./DevInfo/Man')]],
        });
        assert.equal(await joined.wake(1, new Uint8Array(4)), true);
        await joined.clock.advance(MINUTE);
        assert.deepEqual(became(joined), ['Add 200', 'Get 200 x<&>y', 'Get 200 Flowproof']);
        assert.deepEqual(joined.notes.ends, ['finished']);
        const requests = joined.statuses.length;
        assert.equal(await joined.wake(2), true);
        await joined.clock.advance(MINUTE);
        assert.deepEqual(became(joined).slice(3), ['Add 418', 'Get 200 x<&>y', 'Get 200 Flowproof']);
        assert.deepEqual(joined.notes.ends, ['finished', 'finished']);
        assert.ok(joined.statuses.length - requests <= 4, 'no challenge is needed any more');
      });

  it('tell each other what DevInfo says', async () => {
    const joined = join();
    await joined.trigger({ event: 'timer' });
    await joined.clock.advance(MINUTE);
    assert.deepEqual(Object.fromEntries(joined.notes.informed[0] ?? []), {
      './DevInfo/DevId': 'urn:imei:1',
      './DevInfo/Man': 'Flowproof',
      './DevInfo/Mod': 'device',
      './DevInfo/DmV': '1.2',
      './DevInfo/Lang': 'en',
    });
  });

  it('divide what is too large for a message, both ways', async () => {
    const long = 'päck '.repeat(2_000);
    const joined = join({
      packages: [
        [add('./Test/long', long), get('./DevInfo/Man')],
        [get('./Test/long'), get('./DevInfo/Mod')],
      ],
      serverLimits: { messageSize: 3_000 },
      config: {
        limits: {
          ...join().deployment.device.config.limits,
          asDevice: {
            messageSize: 3_000,
            objectSize: 100_000,
            messages: 100,
            answerTime: 30_000,
            waitingSessions: 4,
          },
        },
      },
    });
    await joined.trigger({ event: 'timer' });
    await joined.clock.advance(MINUTE);
    assert.deepEqual(became(joined), ['Add 200', 'Get 200 Flowproof', `Get 200 ${long}`, 'Get 200 device']);
    assert.ok(joined.statuses.length > 8);
    assert.ok(joined.statuses.every((status) => status === 200));
  });

  it('keep to the rights of a server: secrets cannot be read, and DevInfo stays', async () => {
    const joined = join({
      packages: [
        [
          get('./DMAcc/Server1/AppAuth/Client/AAuthSecret'),
          get('./DMAcc/Server1/AppAuth/Client/AAuthType'),
          { kind: 'Delete', commandID: '', items: [{ target: { uri: './DevInfo/Man' } }] },
          get('./DevDetail/LrgObj'),
          get('./DMAcc/Server1/AppAddr/Address/Port/Port/PortNbr'),
        ],
      ],
    });
    await joined.trigger({ event: 'timer' });
    await joined.clock.advance(MINUTE);
    assert.deepEqual(became(joined), [
      'Get 405',
      'Get 200 DIGEST',
      'Delete 405',
      'Get 200 true',
      'Get 200 80',
    ]);
  });

  it('ask the user nothing', async () => {
    const alert: SyncMLCommand = {
      kind: 'Alert',
      commandID: '',
      code: 1101,
      items: [{ data: '' }, { data: 'Sure?' }],
    };
    const joined = join({ packages: [[alert, get('./DevInfo/Man')]] });
    await joined.trigger({ event: 'timer' });
    await joined.clock.advance(MINUTE);
    assert.deepEqual(became(joined), ['Alert 406', 'Get 200 Flowproof']);
  });
});

describe('an event of the device', () => {
  it('is told beside the first alert', async () => {
    const joined = join();
    const response = await joined.trigger({
      event: 'alarm',
      alert: {
        type: 'Reversed-Domain-Name: com.example.alarm',
        source: './Test',
        data: 'hot',
        mark: 'warning',
      },
    });
    assert.equal(response.status, 204);
    await joined.clock.advance(MINUTE);
    assert.deepEqual(
      joined.notes.alerts.map(({ code, items }) => ({ code, items })),
      [
        {
          code: 1226,
          items: [
            {
              source: { uri: './Test' },
              meta: { type: 'Reversed-Domain-Name: com.example.alarm', format: 'chr', mark: 'warning' },
              data: 'hot',
            },
          ],
        },
      ],
    );
  });

  it('is told again where the server was not there, a while later and once in the end', async () => {
    const joined = join({ requestsLost: 2 });
    await joined.trigger({ event: 'alarm', alert: { type: 'Reversed-Domain-Name: com.example.alarm' } });
    await joined.clock.advance(59_999);
    assert.equal(joined.notes.alerts.length, 0);
    await joined.clock.advance(10 * MINUTE);
    assert.equal(joined.notes.alerts.length, 1);
  });

  it('may end the session that is open', async () => {
    const joined = join({ packages: [[add('./Test/a', 'x')]] });
    await joined.trigger({ event: 'timer' });
    assert.equal(joined.deployment.happen({ event: 'abort' }), true);
    await joined.clock.advance(MINUTE);
    assert.deepEqual(joined.notes.ends, ['aborted']);
    assert.deepEqual(became(joined), []);
  });

  for (const [what, body, status] of [
    ['names no server of the device', { event: 'timer', server: 'com.example.other' }, 409],
    ['aborts what is not there', { event: 'abort' }, 409],
    ['says nothing', {}, 400],
    ['has an alert without a type', { event: 'alarm', alert: {} }, 400],
  ] as const)
    it(`is refused where it ${what}`, async () => {
      assert.equal((await join().trigger(body)).status, status);
    });

  it('comes as JSON by POST', async () => {
    const { endpoint } = join().deployment;
    const at = 'http://device.example/trigger';
    assert.equal((await endpoint(new Request(at))).status, 405);
    assert.equal((await endpoint(new Request(at, { method: 'POST', body: '{}' }))).status, 415);
  });
});

describe('an operation', () => {
  const exec = (name: string): SyncMLCommand => ({
    kind: 'Exec',
    commandID: '',
    correlator: 'c-1',
    items: [{ target: { uri: `./Operations/${name}` } }],
  });

  it('that takes no time is done at once', async () => {
    const joined = join({ packages: [[exec('Restart')]] });
    await joined.trigger({ event: 'timer' });
    await joined.clock.advance(MINUTE);
    assert.deepEqual(became(joined), ['Exec 200']);
    assert.equal(joined.notes.alerts.length, 0);
  });

  it('that takes its time is accepted, and its end is told with the correlator', async () => {
    const joined = join({ packages: [[exec('SelfTest')]] });
    await joined.trigger({ event: 'timer' });
    await joined.clock.advance(9_000);
    assert.deepEqual(became(joined), ['Exec 202']);
    assert.equal(joined.notes.alerts.length, 0);
    await joined.clock.advance(2_000);
    const [alert] = joined.notes.alerts;
    assert.equal(alert?.correlator, 'c-1');
    assert.deepEqual(alert?.items[0]?.source, { uri: './Operations/SelfTest' });
  });
});
