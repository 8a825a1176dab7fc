import { deployDM2Server } from './deploy-dm2-server';
import { DEFAULT_DM2_SERVER_CONFIG } from './dm2-server/default-dm2-server-config';
import { countingIds } from './runtime/counting-ids';
import { VirtualClock } from './runtime/virtual-clock';

export const DEVICE = 'IMEI:493005100592800';
export const ADDRESS = 'http://127.0.0.1:4001';
/** 2026-11-20T21:30:45Z, when the notification of the profile's example was made. */
export const START = 1_795_210_245_000;
export const INITIATION = 'application/vnd.oma.dm.initiation+json';
export const RESPONSE = 'application/vnd.oma.dm.response+json';
export const BASIC = 'Basic ZGV2aWNlLTE6czNjcmV0';
export const P1 = '{"Alert":[{"AlertType":"urn:oma:at:dm:2.0:ClientInitiatedMgmt"}]}';

export interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly body?: string;
  /** `undefined` leaves one out. */
  readonly headers?: { readonly [name: string]: string | undefined };
}

/** A server of one device, spoken to in HTTP written by hand. */
export function serverBed({ inspection = '/inspection' } = {}) {
  const clock = new VirtualClock(START);
  const pushed: Request[] = [];
  const text = (octets: string): Uint8Array => new TextEncoder().encode(octets);
  const deployment = deployDM2Server({
    config: {
      ...DEFAULT_DM2_SERVER_CONFIG,
      accounts: [{ user: 'device-1', password: 's3cret', deviceIDs: [DEVICE] }],
      devices: [
        {
          deviceID: DEVICE,
          notification: {
            address: 'http://127.0.0.1:4003/notifications',
            secret: text('OhBehave'),
            data: text('Nonce'),
            preferredConnection: 'any',
          },
        },
      ],
      pushService: { address: 'http://127.0.0.1:4002/push', user: 'dms', password: 'pusher' },
      objects: { menu: { mediaType: 'text/plain', content: text('Hall') } },
    },
    address: ADDRESS,
    inspection,
    runtime: { clock, ids: countingIds(), random: { below: () => 4718 } },
    transmit: async (request) => {
      pushed.push(request);
      return Response.json({ PushID: 'push-1' }, { status: 202 });
    },
  });
  const send = ({ path = '/dm', method = 'POST', body = P1, headers = {} }: Sent = {}): Promise<Response> => {
    const all = { 'Content-Type': INITIATION, 'OMADM-DevID': DEVICE, Authorization: BASIC, ...headers };
    const given = Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const request = new Request(ADDRESS + path, {
      method,
      headers: Object.fromEntries(given),
      ...(method !== 'GET' && { body }),
    });
    return deployment.endpoint(request);
  };
  const trigger = (commands: readonly (readonly string[])[], more = {}): Promise<Response> =>
    send({
      path: '/trigger',
      body: JSON.stringify({ procedure: 'manage', deviceID: DEVICE, commands, ...more }),
      headers: { 'Content-Type': 'application/json' },
    });
  return { clock, deployment, pushed, send, trigger };
}

export const FWV = ['GET', 'urn:oma:mo:oma-dm-devinfo:1.2//FwV'];

export const EVENT = { procedure: 'internalEvent', event: 'timer', serverURI: `${ADDRESS}/dm` };
