import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Endpoint, type Link, LinkFailure } from './link';
import { DEFAULT_LINK_LIMITS } from './link-limits';
import { misbehave } from './misbehaviour';

/** What every link keeps to, whatever carries its bytes. `absent` is an address of its kind where nobody listens. */
export interface LinkContract {
  readonly create: () => Link;
  readonly absent: string;
}

const NOT_UTF8 = Uint8Array.from([0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28, 0x0d, 0x0a]);

/** Registers the suite for one link. */
export function linkContract(kind: string, contract: LinkContract): void {
  describe(`the ${kind} link`, () => {
    let link: Link;
    beforeEach(() => {
      link = contract.create();
    });
    afterEach(() => link.close());

    /** Listens with `endpoint` and sends it one request. */
    async function exchange(endpoint: Endpoint, path = '/', init: RequestInit = {}): Promise<Response> {
      const { address } = await link.listen('peer', endpoint);
      return link.send(new Request(address + path, init));
    }

    async function failureOf(sending: Promise<Response>): Promise<LinkFailure> {
      const outcome = await sending.catch((error: unknown) => error);
      assert.ok(outcome instanceof LinkFailure, `expected a LinkFailure, got ${String(outcome)}`);
      return outcome;
    }

    it('delivers method, path, query, headers and body to the endpoint', async () => {
      let seen: readonly unknown[] = [];
      const answer = await exchange(
        async (request) => {
          const { pathname, search } = new URL(request.url);
          seen = [request.method, pathname, search, request.headers.get('X-M2M-RI'), await request.text()];
          return new Response(null, { status: 204 });
        },
        '/~/cse2/pump%20house?rcn=1&grtm=a+b',
        { method: 'POST', headers: { 'X-M2M-RI': 'r-1' }, body: '{"m2m:cnt":{}}' },
      );
      assert.equal(answer.status, 204);
      assert.deepEqual(seen, ['POST', '/~/cse2/pump%20house', '?rcn=1&grtm=a+b', 'r-1', '{"m2m:cnt":{}}']);
    });

    it('delivers status, headers and body to the sender', async () => {
      const answer = await exchange(
        async () => new Response('{"m2m:uri":"x"}', { status: 201, headers: { 'X-M2M-RSC': '2001' } }),
      );
      assert.equal(answer.status, 201);
      assert.equal(answer.headers.get('x-m2m-rsc'), '2001');
      assert.equal(await answer.text(), '{"m2m:uri":"x"}');
    });

    it('leaves the bytes of bodies as they are, also where they are no text', async () => {
      const echo: Endpoint = async (request) => new Response(await request.arrayBuffer());
      const answer = await exchange(echo, '/', { method: 'PUT', body: NOT_UTF8 });
      assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), NOT_UTF8);
    });

    it('opens each listener at an address of its own without trailing slash', async () => {
      const one = await link.listen('same', async () => new Response('one'));
      const two = await link.listen('same', async () => new Response('two'));
      assert.notEqual(one.address, two.address);
      assert.match(one.address, /^http:\/\/[^/]+$/);
      assert.equal(await (await link.send(new Request(one.address))).text(), 'one');
      assert.equal(await (await link.send(new Request(two.address))).text(), 'two');
    });

    it('rejects with unreachable where nobody listens', async () => {
      assert.equal((await failureOf(link.send(new Request(contract.absent)))).kind, 'unreachable');
    });

    it('answers 500 for an endpoint that throws, and tells nothing of the reason', async () => {
      const answer = await exchange(async () => {
        throw new Error('secret detail');
      });
      assert.equal(answer.status, 500);
      assert.doesNotMatch(await answer.text(), /secret|\.ts|at /);
    });

    it('answers 413 to a request body beyond the limit and goes on serving', async () => {
      const { address } = await link.listen('peer', async () => new Response('served'));
      const body = new Uint8Array(DEFAULT_LINK_LIMITS.bodyBytes + 1);
      const refused = await link.send(new Request(address, { method: 'POST', body }));
      assert.deepEqual([refused.status, refused.headers.get('X-M2M-RSC')], [413, null]);
      assert.equal(await (await link.send(new Request(address))).text(), 'served');
    });

    it('answers 413 to a oneM2M request with its identifier and BAD_REQUEST', async () => {
      const body = new Uint8Array(DEFAULT_LINK_LIMITS.bodyBytes + 1);
      const headers = { 'X-M2M-RI': 'r-1' };
      const refused = await exchange(async () => new Response(null), '/', { method: 'POST', headers, body });
      const codes = ['X-M2M-RSC', 'X-M2M-RI'].map((name) => refused.headers.get(name));
      assert.deepEqual([refused.status, ...codes], [413, '4000', 'r-1']);
      assert.match(await refused.text(), /^\{"m2m:dbg":"The body holds more than 1048576 bytes/);
    });

    it('takes bodies of exactly the limit, both ways', async () => {
      const body = new Uint8Array(DEFAULT_LINK_LIMITS.bodyBytes);
      const echo: Endpoint = async (request) => new Response(await request.arrayBuffer());
      const answer = await exchange(echo, '/', { method: 'POST', body });
      assert.equal((await answer.arrayBuffer()).byteLength, 1_048_576);
    });

    it('rejects an answer beyond the limit, also one without end', async () => {
      const endless = new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      });
      assert.equal((await failureOf(exchange(async () => new Response(endless)))).kind, 'too-large');
    });

    it('follows no redirect', async () => {
      const { address } = await link.listen('elsewhere', async () =>
        assert.fail('the redirect was followed'),
      );
      const answer = await exchange(
        async () => new Response(null, { status: 302, headers: { location: address } }),
      );
      assert.equal(answer.status, 302);
      assert.equal(answer.headers.get('location'), address);
    });

    it('keeps concurrent exchanges apart', async () => {
      const { address } = await link.listen(
        'peer',
        async (request) => new Response(new URL(request.url).pathname),
      );
      const paths = Array.from({ length: 50 }, (_, index) => `/m${index}`);
      const answers = await Promise.all(paths.map((path) => link.send(new Request(address + path))));
      assert.deepEqual(await Promise.all(answers.map((answer) => answer.text())), paths);
    });

    it('rejects with broken where the endpoint closes without an answer', async () => {
      const sending = exchange(async () => misbehave(new Response(), 'close-without-answer'));
      assert.equal((await failureOf(sending)).kind, 'broken');
    });

    it('rejects with broken where the answer is garbage', async () => {
      const sending = exchange(async () => misbehave(new Response(), 'garbage'));
      assert.equal((await failureOf(sending)).kind, 'broken');
    });

    it('takes the first of two answers, and the next exchange gets its own', async () => {
      let count = 0;
      const { address } = await link.listen('peer', async () => {
        count += 1;
        return count === 1 ? misbehave(new Response('first'), 'answer-twice') : new Response('second');
      });
      assert.equal(await (await link.send(new Request(address))).text(), 'first');
      assert.equal(await (await link.send(new Request(address))).text(), 'second');
    });

    it('rejects with timeout when the sender gives up on an answer that never comes', async () => {
      const { signal, reached, giveUp } = patience();
      const sending = exchange(
        async () => {
          reached();
          return misbehave(new Response(), 'never');
        },
        '/',
        { signal },
      );
      await giveUp;
      assert.equal((await failureOf(sending)).kind, 'timeout');
    });

    it('rejects with broken when the listener closes before it answers', async () => {
      const { reached, giveUp } = patience();
      const listener = await link.listen('peer', async () => {
        reached();
        return misbehave(new Response(), 'never');
      });
      const failure = failureOf(link.send(new Request(listener.address)));
      await giveUp;
      await listener.close();
      assert.equal((await failure).kind, 'broken');
    });

    it('closes a listener for good, however often it is asked to', async () => {
      const listener = await link.listen('peer', async () => new Response());
      await listener.close();
      await listener.close();
      assert.equal((await failureOf(link.send(new Request(listener.address)))).kind, 'unreachable');
    });

    it('closes with all its listeners, however often it is asked to', async () => {
      const { address } = await link.listen('peer', async () => new Response());
      await link.close();
      await link.close();
      assert.equal((await failureOf(link.send(new Request(address)))).kind, 'unreachable');
    });
  });
}

/** A signal that aborts as soon as the endpoint has been reached: giving up without any wait in real time. */
function patience() {
  const controller = new AbortController();
  let reached = () => undefined as undefined;
  const giveUp = new Promise<void>((resolve) => {
    reached = () => {
      resolve();
      return undefined;
    };
  }).then(() => controller.abort());
  return { signal: controller.signal, reached: () => reached(), giveUp };
}
