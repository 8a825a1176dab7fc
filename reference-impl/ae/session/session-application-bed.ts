import { type AeDeployment, deployAe } from '../../deploy-ae';
import { countingIds } from '../../runtime/counting-ids';
import { seededRandom } from '../../runtime/seeded-random';
import { VirtualClock } from '../../runtime/virtual-clock';

export const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
const REGISTRAR = 'http://cse1.example';
export const OWN = { registrar: '/cse1', sessions: 'base/app/sessions' };

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly type: string;
  readonly body: { readonly [element: string]: { readonly [member: string]: unknown } };
}

export type Reply = { readonly status?: number; readonly code: number; readonly body?: unknown };

export interface Bed extends AeDeployment {
  /** All but registrations. */
  readonly sent: Sent[];
  readonly registrations: Sent[];
  tellIt(intent: object): Promise<number>;
  notify(event: object): Promise<{ code: string | null; body: string }>;
}

/** The application of a registrar that gives these answers, one after the other, and then 2000. */
export function bed(...replies: Reply[]): Bed {
  const sent: Sent[] = [];
  const registrations: Sent[] = [];
  const transmit = async (request: Request): Promise<Response> => {
    const text = await request.text();
    const type = /ty=(\d+)/.exec(request.headers.get('Content-Type') ?? '')?.[1] ?? '';
    const path = request.url.slice(REGISTRAR.length);
    const body = text === '' ? {} : JSON.parse(text);
    if (type === '2') registrations.push({ method: request.method, url: path, type, body });
    else sent.push({ method: request.method, url: path, type, body });
    const { code, body: said } = (type === '2' ? undefined : replies.shift()) ?? { code: 2000 };
    const headers = {
      'X-M2M-RSC': String(code),
      'X-M2M-RI': request.headers.get('X-M2M-RI') ?? '',
      ...(said !== undefined && { 'Content-Type': 'application/json' }),
    };
    return new Response(said === undefined ? null : JSON.stringify(said), { status: 200, headers });
  };
  const runtime = { clock: new VirtualClock(), ids: countingIds(), random: seededRandom(1) };
  const deployment = deployAe({ runtime, transmit, originator: 'Capp', address: 'http://ae.example' });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    deployment.endpoint(
      new Request(`http://ae.example${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
  return {
    ...deployment,
    sent,
    registrations,
    tellIt: async (intent) => (await post('/trigger', { pointOfAccess: REGISTRAR, intent })).status,
    notify: async (event) => {
      const headers = { 'X-M2M-Origin': '/cse1', 'X-M2M-RI': 'n1', 'X-M2M-RVI': '3' };
      const body = { 'm2m:sgn': { nev: { rep: { 'fp:sen': event } } } };
      const answer = await post('/notifications', body, headers);
      return { code: answer.headers.get('X-M2M-RSC'), body: await answer.text() };
    },
  };
}

export const ESTABLISHED: Reply = {
  code: 2001,
  body: { 'fp:ses': { rn: 's1', ri: 'id-1', sid: 'id-1', scr: KEY, sad: '/cse1/base/app/sessions/s1' } },
};
export const ESTABLISH = { procedure: 'establishSession', ...OWN, target: '/cse2/Cae2', name: 's1' };
export const INVITATION = {
  typ: 1,
  sid: 'id-2',
  scr: KEY,
  iep: { eid: '/cse9/Cae9' },
  sad: '/cse1/base/app/sessions/s2',
};
