import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DM2Command } from '../protocol/model/dm2-command';
import { deployDM2Client } from './deploy-dm2-client';
import { deployDM2Server } from './deploy-dm2-server';
import { deployPush } from './deploy-push';
import { DEFAULT_DM2_CLIENT_CONFIG } from './dm2-client/default-dm2-client-config';
import { DEFAULT_DM2_SERVER_CONFIG } from './dm2-server/default-dm2-server-config';
import { DEFAULT_PUSH_CONFIG } from './push/default-push-config';
import { countingIds } from './runtime/counting-ids';
import { seededRandom } from './runtime/seeded-random';
import { VirtualClock } from './runtime/virtual-clock';

const DEVICE = 'IMEI:493005100592800';
const DEVINFO = 'urn:oma:mo:oma-dm-devinfo:1.2';
const LAMP = 'urn:flowproof:mo:lamp:1.0';
const SERVER = 'http://127.0.0.1:4001';
const PUSH = 'http://127.0.0.1:4002';
const CLIENT = 'http://127.0.0.1:4003';
const NAMES: { readonly [origin: string]: string } = {
  [SERVER]: 'server',
  [PUSH]: 'push',
  [CLIENT]: 'client',
};

const GET: DM2Command = { verb: 'GET', clientURI: `${DEVINFO}//FwV` };

interface CastOptions {
  /** What the message finds instead of whom it is for: `true` loses it. */
  readonly isLost?: (line: string, times: number) => boolean;
  readonly sendsBasicAtOnce?: boolean;
}

/** Server, push service and client of the reference, joined by their octets, in virtual time. */
function cast({ isLost = () => false, sendsBasicAtOnce = true }: CastOptions = {}) {
  const clock = new VirtualClock(1_795_210_245_000);
  const lines: string[] = [];
  const parties = new Map<string, (message: Request) => Promise<Response>>();
  const transmit = async (message: Request): Promise<Response> => {
    const { origin, pathname } = new URL(message.url);
    const line = `${message.method} ${NAMES[origin]}${pathname}`;
    const times = lines.filter((one) => one === line).length;
    lines.push(line);
    const endpoint = parties.get(origin);
    if (endpoint === undefined || isLost(line, times)) throw new Error(`nobody answers ${line}`);
    return endpoint(message);
  };
  const secret = { secret: Uint8Array.of(1, 2, 3), data: Uint8Array.of(4) };
  const runtime = { clock, ids: countingIds(), random: seededRandom(7) };
  const credentials = { user: 'device-1', password: 's3cret' };
  const server = deployDM2Server({
    config: {
      ...DEFAULT_DM2_SERVER_CONFIG,
      accounts: [{ ...credentials, deviceIDs: [DEVICE] }],
      devices: [{ deviceID: DEVICE, notification: { ...secret, address: `${CLIENT}/notifications` } }],
      pushService: { address: `${PUSH}/push`, user: 'dms', password: 'pusher' },
    },
    address: SERVER,
    runtime,
    transmit,
  });
  const push = deployPush({
    config: { ...DEFAULT_PUSH_CONFIG, accounts: [{ user: 'dms', password: 'pusher' }] },
    runtime,
    transmit,
  });
  const client = deployDM2Client({
    config: {
      ...DEFAULT_DM2_CLIENT_CONFIG,
      servers: [
        {
          serverID: 'dms.example',
          serverURI: `${SERVER}/dm`,
          credentials: { ...credentials, areSentAtOnce: sendsBasicAtOnce },
          notification: secret,
        },
      ],
    },
    runtime,
    transmit,
  });
  parties.set(SERVER, server.endpoint).set(PUSH, push.endpoint).set(CLIENT, client.endpoint);
  const manage = async (commands: readonly DM2Command[], notify = false): Promise<void> => {
    const { procedures } = server.server;
    const order = {
      procedure: 'manage',
      deviceID: DEVICE,
      commands,
      notify,
      requestsObjects: false,
    } as const;
    assert.equal(procedures.manageDevice(server.server, order), undefined);
    await clock.advance(0);
  };
  const trigger = async (): Promise<void> => {
    const body = JSON.stringify({ procedure: 'internalEvent', event: 'timer', serverURI: `${SERVER}/dm` });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await client.endpoint(new Request(`${CLIENT}/trigger`, { method: 'POST', headers, body }));
    assert.equal(answer.status, 204);
    await clock.advance(0);
  };
  const inspect = () => server.server.procedures.inspectDevice(server.server, DEVICE);
  return { clock, lines, server, push, manage, trigger, inspect };
}

const FWV = { clientURI: `${DEVINFO}/1/FwV`, name: 'FwV', value: '4.0.4' };

describe('server, push service and client, joined by octets', () => {
  test('go through B.1', async () => {
    const { manage, trigger, lines, inspect } = cast();
    await manage([GET, { verb: 'DELETE', clientURI: `${LAMP}/attic/` }]);
    await trigger();
    assert.deepEqual(lines, ['POST server/dm', 'POST server/dm/s-1/1']);
    const [session, ...more] = inspect()?.sessions ?? [];
    assert.deepEqual(more, []);
    assert.equal(session?.state, 'finished');
    assert.deepEqual(session?.start, { reason: 'client-initiated' });
    assert.deepEqual(
      session?.commands.map(({ result }) => result),
      [{ status: 200, data: [FWV] }, { status: 404 }],
    );
  });

  test('go through B.2', async () => {
    const { manage, lines, inspect, server } = cast();
    await manage([GET], true);
    const [sent] = server.server.notifications.values();
    assert.deepEqual(lines.toSorted(), [
      'POST client/notifications',
      'POST push/push',
      'POST server/dm',
      `POST server/dm/${inspect()?.sessions[0]?.sessionID}/1`,
      `POST server/push-reports/${sent?.order.reportToken}`,
    ]);
    assert.equal(lines[0], 'POST push/push');
    assert.equal(lines[1], 'POST client/notifications');
    const session = inspect()?.sessions[0];
    const { notificationID = -1 } = sent?.order.notification ?? {};
    assert.deepEqual(session?.start, { reason: 'server-initiated', notificationID });
    assert.equal(session?.state, 'finished');
    assert.deepEqual(session?.commands[0]?.result, { status: 200, data: [FWV] });
    assert.equal(sent?.state, 'delivered');
  });

  test('go through B.1 with Digest', async () => {
    const { manage, trigger, lines, inspect } = cast({ sendsBasicAtOnce: false });
    await manage([GET]);
    await trigger();
    assert.equal(lines[0], 'POST server/dm');
    assert.equal(lines[1], 'POST server/dm');
    assert.equal(lines.length, 3);
    assert.equal(inspect()?.sessions[0]?.state, 'finished');
  });

  test('move large data through the objects of the server', async () => {
    const { manage, trigger, inspect, lines } = cast();
    await manage([
      { verb: 'HPUT', serverURI: `${SERVER}/objects/hall`, clientURIs: [`${LAMP}/hall/Level`] },
      { verb: 'HGET', serverURI: `${SERVER}/objects/hall`, clientURI: `${LAMP}/desk/Level` },
    ]);
    await trigger();
    assert.deepEqual(lines, [
      'POST server/dm',
      'PUT server/objects/hall',
      'GET server/objects/hall',
      'POST server/dm/s-1/1',
    ]);
    assert.deepEqual(
      inspect()?.sessions[0]?.commands.map(({ result }) => result?.status),
      [200, 200],
    );
  });

  test('get over a push service, a notification and an answer that are lost', async () => {
    const isLost = (line: string, times: number): boolean =>
      times === 0 && (line.startsWith('POST push') || line.startsWith('POST client') || /\/1$/u.test(line));
    const { manage, clock, inspect, server, lines } = cast({ isLost });
    await manage([GET], true);
    await clock.advance(60_000);
    assert.equal(inspect()?.sessions[0]?.state, 'finished');
    assert.equal(inspect()?.sessions.length, 1);
    assert.equal([...server.server.notifications.values()][0]?.state, 'delivered');
    assert.equal(lines.filter((line) => line === 'POST push/push').length, 2);
    assert.equal(lines.filter((line) => line === 'POST client/notifications').length, 2);
  });

  test('leave the commands waiting where the device cannot be notified', async () => {
    const { manage, clock, inspect, server } = cast({ isLost: (line) => line.startsWith('POST client') });
    await manage([GET], true);
    await clock.advance(60_000);
    assert.equal([...server.server.notifications.values()][0]?.state, 'undeliverable');
    assert.deepEqual(inspect(), { deviceID: DEVICE, awaiting: [GET], sessions: [] });
  });
});
