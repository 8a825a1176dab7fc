import { encodeNotification } from '../protocol/codec/dm2/notification';
import type { DM2Notification } from '../protocol/model/dm2-notification';
import { deployDM2Client } from './deploy-dm2-client';
import { DEFAULT_DM2_CLIENT_CONFIG } from './dm2-client/default-dm2-client-config';
import type { DM2ClientConfig, ServerAccount } from './dm2-client/dm2-client-config';
import type { DM2ClientProcedures } from './dm2-client/dm2-client-procedures';
import { seededRandom } from './runtime/seeded-random';
import { VirtualClock } from './runtime/virtual-clock';

/** The reference client of DM 2.0 before a server and repositories that a test scripts by octets, in virtual time. */

export const SERVER = 'http://127.0.0.1:4001/dm';
export const DATA = 'http://data.example';
export const LAMP = 'urn:flowproof:mo:lamp:1.0';
export const DEVINFO = 'urn:oma:mo:oma-dm-devinfo:1.2';
const DEVICE = 'http://device.example:4003';

/** 2026-11-20T21:30:45Z, when the notification of the profile was made. */
export const NOW = 1_795_210_245_000;

/** One message that the client sent. */
export interface SentMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly at: number;
}

/** Answers with its commands, or with what the function makes of the message. */
export type Answer =
  | readonly (readonly string[])[]
  | ((message: SentMessage) => Response | Promise<Response>);

export interface ClientBedOptions {
  /** What the server answers, one message after the other, then END. */
  readonly answers?: readonly Answer[];
  /** What is in repositories, by address. */
  readonly repository?: { readonly [url: string]: (message: SentMessage) => Response | Promise<Response> };
  readonly account?: Partial<ServerAccount>;
  readonly config?: Partial<DM2ClientConfig>;
  readonly limits?: Partial<DM2ClientConfig['limits']>;
  readonly procedures?: DM2ClientProcedures;
}

export const ACCOUNT: ServerAccount = {
  serverID: 'dms.example',
  serverURI: SERVER,
  credentials: { user: 'device-1', password: 's3cret', areSentAtOnce: true },
  notification: { secret: Buffer.from('OhBehave'), data: Buffer.from('Nonce') },
};

export function dm2ClientBed(options: ClientBedOptions = {}) {
  const clock = new VirtualClock(NOW);
  const sent: SentMessage[] = [];
  const shown: string[] = [];
  const answers = [...(options.answers ?? [])];
  const deployment = deployDM2Client({
    config: configOf(options),
    runtime: { clock, random: seededRandom(7) },
    transmit: async (request) => {
      const message = await noted(request, clock);
      sent.push(message);
      const stored = options.repository?.[message.url];
      if (stored !== undefined) return stored(message);
      if (new URL(message.url).origin === DATA) return new Response(null, { status: 404 });
      return answered(answers.shift() ?? [['END']], message);
    },
    show: (uri) => shown.push(uri) > 0,
    ...(options.procedures && { procedures: options.procedures }),
  });
  return {
    ...{ clock, sent, shown, deployment, answers },
    /** A session of its own with these commands; answers what is reported of them. */
    manage: async (...commands: readonly (readonly string[])[]) => {
      answers.unshift(commands);
      const before = sent.length;
      await deployment.endpoint(triggerOf({}));
      await clock.advance(20_000);
      const report = sent.slice(before).find(({ body }) => body.startsWith('{"Status"'));
      return report === undefined ? undefined : JSON.parse(report.body).Status;
    },
    trigger: async (body: object = {}) => {
      const response = await deployment.endpoint(triggerOf(body));
      await clock.advance(0);
      return response.status;
    },
    notify: async (notification: Partial<DM2Notification>) => {
      const response = await deployment.endpoint(notificationOf(octetsOf(notification)));
      await clock.advance(0);
      return response.status;
    },
    notifyOctets: (octets: Uint8Array) => deployment.endpoint(notificationOf(octets)),
    /** Method and address of each message, in the order in which they were sent. */
    outline: () => sent.map(({ method, url }) => `${method} ${url}`),
  };
}

function configOf({ account, config, limits }: ClientBedOptions): DM2ClientConfig {
  return {
    ...DEFAULT_DM2_CLIENT_CONFIG,
    servers: [{ ...ACCOUNT, ...account }],
    allowedHosts: ['data.example'],
    ...config,
    limits: { ...DEFAULT_DM2_CLIENT_CONFIG.limits, ...limits },
  };
}

async function noted(request: Request, clock: VirtualClock): Promise<SentMessage> {
  const { method, url, headers } = request;
  return { method, url, headers, body: await request.text(), at: clock.now() - NOW };
}

function answered(answer: Answer, message: SentMessage): Response | Promise<Response> {
  return typeof answer === 'function' ? answer(message) : package2(answer);
}

export function package2(commands: unknown, headers: { readonly [name: string]: string } = {}): Response {
  return new Response(JSON.stringify({ CMD: commands }), {
    headers: { 'Content-Type': 'application/vnd.oma.dm.request+json', ...headers },
  });
}

/** Management object data as a repository sends them: pairs of address and MOData. */
export function objects(...pairs: readonly (readonly [clientURI: string, data: unknown])[]): Response {
  const list = pairs.map(([ClientURI, MOData]) => ({ ClientURI, MOData }));
  return new Response(JSON.stringify(list), {
    headers: { 'Content-Type': 'application/vnd.oma.dm.mo+json' },
  });
}

export function refused(status: number, headers: { readonly [name: string]: string } = {}): () => Response {
  return () => new Response(null, { status, headers });
}

/** What never comes. */
export function silence(): Promise<Response> {
  return new Promise(() => {});
}

export function lost(): Promise<Response> {
  return Promise.reject(new Error('connection refused'));
}

function triggerOf(body: object): Request {
  return new Request(`${DEVICE}/trigger`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ procedure: 'internalEvent', event: 'timer', serverURI: SERVER, ...body }),
  });
}

export function octetsOf(notification: Partial<DM2Notification>): Uint8Array {
  const whole: DM2Notification = {
    serverID: 'dms.example',
    notificationID: 4719,
    timestamp: NOW / 1_000,
    requestsObjects: false,
    ...notification,
  };
  return encodeNotification(whole, ACCOUNT.notification);
}

function notificationOf(octets: Uint8Array): Request {
  return new Request(`${DEVICE}/notifications`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/vnd.oma.dm.notification' },
    body: new Blob([Buffer.from(octets)]),
  });
}
