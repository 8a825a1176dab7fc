import type { Attributes } from '../../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import { SessionState } from '../../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../../protocol/tables/onem2m/resource-type-numbers';
import { protect } from '../../../session/protected-data';
import { memoryRecords } from '../../../store/memory-records';
import type { CseConfig } from '../../cse-config';
import { registerCse } from '../../group/group-bed';
import type { CsePorts } from '../../ports';
import type { CseProcedures } from '../../procedures';
import {
  FROM_ADMINISTRATOR,
  type Peer,
  resource,
  type SentRequest,
  type TestBed,
  testBed,
} from '../../test-bed';
import { ownResource } from '../session-resource';
import { keepKey, sessionWith } from '../session-state';

/** A CSE in the middle of a use: AE1 is registered here, AE2 at /cse2. Time begins on Friday, 20 November 2026, 10:15. */
export const SESSION = 'sid-0123456789abcdefghi';
export const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
export const AE1 = '/cse1/Cae1';
export const AE2 = '/cse2/Cae2';
/** A container of AE1, here; and one of AE2, at /cse2. */
export const HERE = 'cse-base/ae1/c1';
export const THERE = '/cse2/cse-base/ae2/container1';
/** Where AE1 is told of the session. */
export const NOTIFICATIONS = 'http://localhost/session/notifications';

export type Asked = Partial<RequestPrimitive> & Pick<RequestPrimitive, 'operation' | 'to'>;

export interface UseBed extends TestBed {
  /** What went to the next hop. */
  passed(): readonly SentRequest[];
  /** What AE1 was told. */
  told(): readonly SentRequest[];
}

export interface UseBedOptions {
  readonly peer?: Peer;
  readonly config?: Partial<CseConfig>;
  readonly procedures?: Partial<CseProcedures>;
  readonly ports?: Partial<CsePorts>;
}

/** Answers UPDATED to what is passed on, OK to what is told. */
export const willing: Peer = ({ request }) => ({
  responseStatusCode: request.operation === 'notify' ? 2000 : 2004,
  requestIdentifier: request.requestIdentifier,
});

/** A bed with the session made, and no policy. */
export async function useBed(options: UseBedOptions = {}): Promise<UseBed> {
  const bed = bareUseBed(options);
  await registerCse(bed, 'cse2');
  const application = { resourceName: 'ae1', 'App-ID': 'N.meter', requestReachability: true };
  await bed.make('cse-base', ResourceType.AE, { ...application, supportedReleaseVersions: ['3'] }, 'Cae1');
  await bed.make('cse-base/ae1', ResourceType.container, { resourceName: 'c1' }, 'Cae1');
  putSession(bed);
  return bed;
}

/** The same over storage that has all of it already. */
export function bareUseBed({ peer = willing, config, procedures, ports }: UseBedOptions = {}): UseBed {
  const bed = testBed({
    peer,
    ports: { records: memoryRecords(), ...ports },
    ...(config && { config }),
    ...(procedures && { procedures }),
  });
  return {
    ...bed,
    passed: () => bed.sent.filter(({ pointOfAccess }) => pointOfAccess === 'mem:cse2'),
    told: () => bed.sent.filter(({ pointOfAccess }) => pointOfAccess === NOTIFICATIONS),
  };
}

function putSession({ cse }: TestBed): void {
  const parent = cse.resolve('cse-base/ae1')?.resource;
  if (parent === undefined) throw new Error('The bed has no AE1.');
  const own = { resourceType: ResourceType.session, resourceID: SESSION, resourceName: 's1', createdBy: AE1 };
  cse.store.put(ownResource(cse, parent, own, { sessionState: SessionState.established }));
  keepKey(cse, SESSION, KEY);
  const endpoint = ResourceType.sessionEndpoint;
  putChild(cse, endpoint, 'initiatingEndpoint', {
    endpointID: AE1,
    endpointAddress: '/cse1/cse-base/ae1',
    notificationURI: NOTIFICATIONS,
  });
  putChild(cse, endpoint, 'targetEndpoint', { endpointID: AE2, endpointAddress: '/cse2/cse-base/ae2' });
  const hop = { nextHopCSE: '/cse2', nextHopAddress: `/cse2/${SESSION}`, leadsTo: AE2 };
  putChild(cse, ResourceType.nextHop, 'hop', hop);
}

/** A child of the session. */
export function putChild(
  cse: TestBed['cse'],
  resourceType: number,
  name: string,
  attributes: Attributes,
): void {
  const session = sessionWith(cse, SESSION);
  if (session === undefined) throw new Error('The bed has no session.');
  const own = { resourceType, resourceID: `${name}-1`, resourceName: name, createdBy: AE1 };
  cse.store.put(ownResource(cse, session, own, attributes));
}

/** Store and forward in a window, made as if AE1 had set it. */
export function putPolicy(bed: TestBed, entry: string, more: Attributes = {}): void {
  const scheduleElement = { scheduleEntry: [entry] };
  putChild(bed.cse, ResourceType.sessionPolicy, `p-${entry.replace(/\W/g, '')}`, {
    delivery: 2,
    scheduleElement,
    ...more,
  });
}

/** Hands a session-based request to the CSE. */
export function use(bed: TestBed, asked: Asked): Promise<ResponsePrimitive> {
  return bed.cse.procedures.useSession(bed.cse, { ...FROM_ADMINISTRATOR, from: 'Cae1', ...asked }, SESSION);
}

let vectors = 0;

/** Protected data of a sender, sound unless told otherwise. */
export function sealed(sender: string, sequence: number, key = KEY, sessionID = SESSION): Promise<string> {
  vectors += 1;
  const vector = Uint8Array.from({ length: 12 }, (_, at) => (at === 0 ? vectors % 256 : at));
  const plaintext = new TextEncoder().encode(`reading ${sequence}`);
  return protect(key, { header: { sessionID, sender, sequence }, plaintext }, vector);
}

/** An update with protected data as its content. */
export function update(to: string, protectedData: string, requestIdentifier: string): Asked {
  const content = resource(ResourceType.container, { sessionID: SESSION, protectedData });
  return { operation: 'update', to, content, requestIdentifier };
}
