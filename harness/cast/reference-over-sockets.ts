import assert from 'node:assert/strict';
import {
  decodeHttpRequest,
  decodeHttpResponse,
  encodeHttpRequest,
  encodeHttpResponse,
} from '../../protocol/codec/onem2m-http';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import type { Surroundings } from '../../reference-impl/cse/interactive/interactive-world';
import {
  FROM_ADMINISTRATOR,
  makeBy,
  type Peer,
  START,
  type TestBed,
} from '../../reference-impl/cse/test-bed';
import { deployCse } from '../../reference-impl/deploy';
import type { Transmit } from '../../reference-impl/http-outbound';
import { countingIds } from '../../reference-impl/runtime/counting-ids';
import { seededRandom } from '../../reference-impl/runtime/seeded-random';
import { VirtualClock } from '../../reference-impl/runtime/virtual-clock';
import { memoryStorage } from '../../reference-impl/store/memory-storage';
import { createHttpLink } from '../links/http';
import { lateListener } from '../links/late-listener';
import type { Endpoint, Link } from '../links/link';
import { misbehave } from '../links/misbehaviour';
import { watchUnderWay } from '../links/under-way';

/** No exchange ends because the machine is busy: whoever is silent here is silent in virtual time. */
const PATIENT = { answerMilliseconds: 600_000, silenceMilliseconds: 600_000 };

/**
 * A reference CSE behind its HTTP link, with two notification targets and the CSE of its members behind sockets of
 * their own. Time is virtual, and stands still while a message is on its way.
 */
export async function surroundBySockets(): Promise<Surroundings> {
  const { link, atRest } = watchUnderWay(createHttpLink({ limits: PATIENT }));
  const clock = new VirtualClock(START, atRest);
  const wires = new WeakMap<RequestPrimitive, string>();
  let peer: Peer = () => undefined;
  let end = (): void => {};
  const listen = async (name: string, path: string): Promise<string> => {
    const own = await lateListener(link, name);
    const address = own.address + path;
    own.serve(peerEndpoint(wires, (request) => peer({ pointOfAccess: address, request })));
    return address;
  };
  const targets = [await listen('nt1', '/results'), await listen('nt2', '/results')] as const;
  const memberCse = await listen('cse2', '');
  const cse = await lateListener(link, 'cse');
  const kept = { ids: countingIds(), storage: memoryStorage() };

  return {
    clock,
    targets,
    memberCse,
    begin(others, config) {
      end();
      peer = others;
      const { transmit, kill } = untilKilled(link);
      const deployment = deployCse({
        config: { ...DEFAULT_CONFIG, ...config, pointOfAccess: [cse.address] },
        runtime: { clock, ids: kept.ids, random: seededRandom(1) },
        transmit,
        storage: kept.storage,
      });
      cse.serve(deployment.endpoint);
      end = () => {
        kill();
        deployment.close();
      };
      const ask = askAt(link, cse.address);
      return { ask, make: makeBy(ask) };
    },
    wireOf: async ({ request }) => wires.get(request) ?? '',
    async close() {
      end();
      await link.close();
    },
  };
}

/** After the kill nothing leaves, and no answer arrives. */
function untilKilled(link: Link): { readonly transmit: Transmit; kill(): void } {
  let alive = true;
  const transmit: Transmit = (request) => {
    return new Promise((resolve, reject) => {
      if (!alive) return;
      link.send(request).then(
        (response) => alive && resolve(response),
        (error) => alive && reject(error),
      );
    });
  };
  const kill = (): void => {
    alive = false;
  };
  return { transmit, kill };
}

/** Where the peer has no answer, the connection breaks. */
function peerEndpoint(
  wires: WeakMap<RequestPrimitive, string>,
  answer: (request: RequestPrimitive) => ReturnType<Peer>,
): Endpoint {
  return async (request) => {
    const { method, url, headers } = request;
    const wire = JSON.stringify([method, url, [...headers], await request.clone().text()]);
    const decoded = await decodeHttpRequest(request);
    assert.ok(decoded.ok, 'the reference sent what cannot be read');
    wires.set(decoded.value, wire);
    const response = await answer(decoded.value);
    if (response === undefined) return misbehave(new Response(null), 'close-without-answer');
    return encodeHttpResponse(response);
  };
}

function askAt(link: Link, address: string): TestBed['ask'] {
  return async (request) => {
    const response = await link.send(encodeHttpRequest(address, { ...FROM_ADMINISTRATOR, ...request }));
    const decoded = await decodeHttpResponse(response);
    assert.ok(decoded.ok, 'the reference answered what cannot be read');
    return decoded.value;
  };
}
