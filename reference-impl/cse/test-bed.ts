import assert from 'node:assert/strict';
import type { Attributes } from '../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { resourceTypeByNumber } from '../../protocol/tables/onem2m/resource-types';
import { countingIds } from '../runtime/counting-ids';
import { seededRandom } from '../runtime/seeded-random';
import { VirtualClock } from '../runtime/virtual-clock';
import { createCse } from './create-cse';
import type { Cse } from './cse';
import type { CseConfig } from './cse-config';
import { DEFAULT_CONFIG } from './default-config';
import { defaultProcedures } from './default-procedures';
import type { CsePorts } from './ports';
import type { CseProcedures } from './procedures';

/** 2026-11-20T10:15:00,000 UTC. */
export const START = Date.UTC(2026, 10, 20, 10, 15);

/** What a request has that says nothing else. */
export const FROM_ADMINISTRATOR = {
  from: 'CAdmin',
  requestIdentifier: 'r1',
  releaseVersionIndicator: '3',
} as const;

export interface SentRequest {
  readonly pointOfAccess: string;
  readonly request: RequestPrimitive;
}

/** What a peer does with a request that the CSE sends out; `undefined`: nobody answers. */
export type Peer = (
  sent: SentRequest,
) => ResponsePrimitive | undefined | Promise<ResponsePrimitive | undefined>;

export interface TestBed {
  readonly cse: Cse;
  readonly clock: VirtualClock;
  /** Everything that left the CSE, in order. */
  readonly sent: SentRequest[];
  /** Hands a request to the CSE, by default from the administrator, in release 3. */
  ask(
    request: Partial<RequestPrimitive> & Pick<RequestPrimitive, 'operation' | 'to'>,
  ): Promise<ResponsePrimitive>;
  /** Creates a resource, which must succeed, and answers its attributes. */
  make(to: string, resourceType: number, attributes: Attributes, from?: string): Promise<Attributes>;
}

export interface TestBedOptions {
  readonly config?: Partial<CseConfig>;
  readonly procedures?: Partial<CseProcedures>;
  readonly peer?: Peer;
  readonly ports?: Partial<CsePorts>;
}

/** A CSE in virtual time with scripted peers, for the tests of its procedures. */
export function testBed({
  config,
  procedures,
  peer = () => undefined,
  ports: others,
}: TestBedOptions = {}): TestBed {
  const clock = new VirtualClock(START);
  const sent: SentRequest[] = [];
  const outbound = {
    async send(pointOfAccess: string, request: RequestPrimitive) {
      sent.push({ pointOfAccess, request });
      return peer({ pointOfAccess, request });
    },
  };
  const ports = { clock, ids: countingIds(), random: seededRandom(1), outbound, ...others };
  const cse = createCse({ ...DEFAULT_CONFIG, ...config }, ports, { ...defaultProcedures, ...procedures });
  const ask: TestBed['ask'] = (request) => cse.handle({ ...FROM_ADMINISTRATOR, ...request });
  return { cse, clock, sent, ask, make: makeBy(ask) };
}

/** Creates by way of `ask`. */
export function makeBy(ask: TestBed['ask']): TestBed['make'] {
  return async (to, resourceType, attributes, from = 'CAdmin') => {
    const content = resource(resourceType, attributes);
    const response = await ask({ operation: 'create', to, from, resourceType, content });
    assert.equal(response.responseStatusCode, 2001, JSON.stringify(response.content));
    return attributesOf(response);
  };
}

/** The content of a create or update of a resource of this type. */
export function resource(resourceType: number, attributes: Attributes, element?: string) {
  const name = element ?? resourceTypeByNumber(resourceType)?.element ?? '';
  return { kind: 'resource', resource: { element: name, attributes } } as const;
}

export function attributesOf(response: ResponsePrimitive): Attributes {
  return response.content?.kind === 'resource' ? response.content.resource.attributes : {};
}

/** A peer that answers every request with this code. */
export function answering(responseStatusCode: number): Peer {
  return ({ request }) => ({ responseStatusCode, requestIdentifier: request.requestIdentifier });
}
