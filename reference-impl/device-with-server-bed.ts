import type { AlertCommand, SyncMLCommand } from '../protocol/model/syncml-command';
import type { SyncMLNotification } from '../protocol/model/syncml-notification';
import { deployDmClient } from './deploy-dm-client';
import { DEFAULT_DEVICE_CONFIG } from './dm-client/default-device-config';
import type { DeviceConfig } from './dm-client/device-config';
import { notificationOutbound } from './notification-outbound';
import { countingIds } from './runtime/counting-ids';
import { seededRandom } from './runtime/seeded-random';
import { VirtualClock } from './runtime/virtual-clock';
import type { Account, AuthenticationType, Nonces } from './syncml/account';
import { defaultAuthenticationProcedures } from './syncml/default-authentication-procedures';
import { defaultServerSessionProcedures } from './syncml/default-server-session-procedures';
import type { ServerLimits } from './syncml/server-session-state';
import { type AccountState, ServerSessions } from './syncml/server-sessions';
import type { AnsweredCommand, SessionEnd } from './syncml/server-work';
import { syncmlEndpoint } from './syncml-endpoint';
import { syncmlSize } from './syncml-size';

/** The reference device and the server side of sessions, joined by octets in virtual time. */

export interface ServerNotes {
  readonly alerts: AlertCommand[];
  readonly answered: AnsweredCommand[];
  readonly ends: SessionEnd[];
  /** DevInfo as each session said it. */
  readonly informed: ReadonlyMap<string, string>[];
}

export interface JoinedOptions {
  readonly type?: AuthenticationType;
  readonly serialization?: 'xml' | 'wbxml';
  /** What each session hands out, package by package. */
  readonly packages?: readonly (readonly SyncMLCommand[])[];
  readonly serverLimits?: Partial<ServerLimits>;
  readonly config?: Partial<DeviceConfig>;
  /** The server is not there for so many requests. */
  readonly requestsLost?: number;
}

const DEVICE = 'http://device.example';
const SERVER = 'http://server.example/dm';

export function accountOf(type: AuthenticationType): Account {
  return {
    serverID: 'com.example.server',
    serverAddress: SERVER,
    deviceID: 'urn:imei:1',
    client: { type, name: 'device', password: 'sesame' },
    server: { type, name: 'server', password: 'mellon' },
  };
}

export function join({ type = 'md5', serialization = 'xml', ...options }: JoinedOptions = {}) {
  const clock = new VirtualClock();
  const account = accountOf(type);
  const nonces: Nonces = { client: new Uint8Array(), server: new Uint8Array() };
  const notes: ServerNotes = { alerts: [], answered: [], ends: [], informed: [] };
  const sessions = serverOf({ account, nonces }, { clock, notes, options });
  const server = syncmlEndpoint((received, token) => sessions.receive(received, token));
  let lost = options.requestsLost ?? 0;
  const statuses: number[] = [];
  const deployment = deployDmClient({
    config: {
      ...DEFAULT_DEVICE_CONFIG,
      deviceID: account.deviceID,
      servers: [account],
      serialization,
      ...options.config,
    },
    runtime: { clock, random: seededRandom(2) },
    transmit: async (request) => {
      lost -= 1;
      if (lost >= 0) throw new Error('connection refused');
      const response = await server(request);
      statuses.push(response.status);
      return response;
    },
  });
  const notify = notificationOutbound((request) => deployment.endpoint(request));
  return {
    ...{ clock, notes, nonces, statuses, deployment },
    wake: (sessionID: number, nonce: Uint8Array = nonces.server) =>
      notify(`${DEVICE}/notification`, notificationOf(sessionID), {
        password: account.server.password,
        nonce,
      }),
    trigger: (body: unknown) =>
      deployment.endpoint(
        new Request(`${DEVICE}/trigger`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  };
}

function notificationOf(sessionID: number): SyncMLNotification {
  return {
    version: 11,
    uiMode: 'background',
    initiator: 'server',
    sessionID,
    serverID: 'com.example.server',
  };
}

interface ServerParts {
  readonly clock: VirtualClock;
  readonly notes: ServerNotes;
  readonly options: JoinedOptions;
}

function serverOf(known: AccountState, { clock, notes, options }: ServerParts): ServerSessions {
  return new ServerSessions({
    serverID: known.account.serverID,
    address: SERVER,
    limits: {
      sessions: 8,
      messages: 500,
      idleTime: 60_000,
      messageSize: 65_536,
      objectSize: 1_048_576,
      ...options.serverLimits,
    },
    ports: { clock, ids: countingIds(), random: seededRandom(1), sizeOf: syncmlSize },
    procedures: defaultServerSessionProcedures,
    authenticationProcedures: defaultAuthenticationProcedures,
    accountOf: (deviceID) => (deviceID === known.account.deviceID ? known : undefined),
    workFor: ({ deviceInformation }) => {
      const packages = [...(options.packages ?? [])];
      notes.informed.push(deviceInformation);
      return {
        alerted: async (alert) => {
          notes.alerts.push(alert);
          return 200;
        },
        next: async (answers) => {
          notes.answered.push(...answers);
          return packages.shift() ?? [];
        },
        ended: (how) => void notes.ends.push(how),
      };
    },
  });
}
