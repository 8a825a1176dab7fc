import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { createHttpLink } from './http';
import { createInProcessLink } from './in-process';
import { type Link, LinkFailure } from './link';
import { linkContract } from './link.contract';
import { misbehave } from './misbehaviour';
import { createWiretap, type WiretapOptions } from './wiretap';

/** A wiretap whose time goes on by one millisecond each time it is read. */
function tapOf(options: Partial<WiretapOptions> = {}) {
  let time = 1_000;
  const now = () => {
    time += 1;
    return time;
  };
  return createWiretap({ now, ...options });
}

linkContract('tapped in-process', {
  create: () => tapOf().tap(createInProcessLink(), 'tester'),
  absent: 'http://absent.in-process/',
});
linkContract('tapped http', {
  create: () => tapOf().tap(createHttpLink(), 'tester'),
  absent: 'http://127.0.0.1:2/',
});

describe('the wiretap', () => {
  const open: Link[] = [];
  afterEach(() => Promise.all(open.splice(0).map((link) => link.close())));

  function network(): Link {
    const link = createInProcessLink();
    open.push(link);
    return link;
  }

  it('records what was said, by whom, to whom and when', async () => {
    const link = network();
    const wiretap = tapOf();
    const ae = wiretap.tap(link, 'AE1');
    const { address } = await wiretap.tap(link, 'CSE1').listen('cse1', async () => {
      return new Response('{"a":1}', { status: 201, headers: { 'X-M2M-RSC': '2001' } });
    });
    await ae.send(
      new Request(`${address}/cse1?rcn=1`, { method: 'POST', headers: { 'X-M2M-RI': 'r' }, body: 'hi' }),
    );
    const recorded = wiretap.exchanges().map(({ id, at, from, to, request, response, endedAt }) => {
      return { id, at, from, to, request, response, endedAt };
    });
    assert.deepEqual(recorded, [
      {
        id: 1,
        at: 1001,
        from: 'AE1',
        to: 'CSE1',
        request: {
          method: 'POST',
          url: 'http://cse1.in-process/cse1?rcn=1',
          headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-m2m-ri': 'r' },
          body: 'hi',
          bodyEncoding: 'utf-8',
          bodyBytes: 2,
          truncated: false,
        },
        response: {
          status: 201,
          headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-m2m-rsc': '2001' },
          body: '{"a":1}',
          bodyEncoding: 'utf-8',
          bodyBytes: 7,
          truncated: false,
        },
        endedAt: 1002,
      },
    ]);
  });

  it('shows no mark of its own to the endpoint', async () => {
    const link = network();
    const wiretap = tapOf();
    let seen: readonly string[] = ['unset'];
    const { address } = await wiretap.tap(link, 'CSE1').listen('cse1', async ({ headers }) => {
      seen = [...headers.keys()];
      return new Response();
    });
    await wiretap.tap(link, 'AE1').send(new Request(address, { headers: { 'x-m2m-ri': 'r' } }));
    assert.deepEqual(seen, ['x-m2m-ri']);
  });

  it('sends no mark of its own to an address outside the tap', async () => {
    const link = network();
    const wiretap = tapOf();
    const { address } = await link.listen('vendor', async ({ headers }) =>
      Response.json([...headers.keys()]),
    );
    wiretap.name(`${address}/cse-in`, 'target');
    assert.deepEqual(await (await wiretap.tap(link, 'AE1').send(new Request(address))).json(), []);
    assert.deepEqual(
      wiretap.exchanges().map(({ from, to }) => [from, to]),
      [['AE1', 'target']],
    );
  });

  it('records what comes from outside the tap, even if it wears a mark', async () => {
    const link = network();
    const wiretap = tapOf({ senderOf: ({ headers }) => headers.get('x-m2m-origin') ?? undefined });
    const { address } = await wiretap.tap(link, 'CSE2').listen('cse2', async () => new Response());
    await link.send(
      new Request(address, { headers: { 'x-m2m-origin': '/id-in', 'x-flowproof-exchange': '1' } }),
    );
    await link.send(new Request(address));
    assert.deepEqual(
      wiretap.exchanges().map(({ id, from, to }) => [id, from, to]),
      [
        [1, '/id-in', 'CSE2'],
        [2, 'outside', 'CSE2'],
      ],
    );
  });

  it('keeps the order in which requests started, not that in which they ended', async () => {
    const link = network();
    const wiretap = tapOf();
    const cse2 = wiretap.tap(link, 'CSE2');
    const cse1 = wiretap.tap(link, 'CSE1');
    const member = await cse2.listen('cse2', async () => new Response());
    const group = await cse1.listen('cse1', async () => cse1.send(new Request(member.address)));
    await wiretap.tap(link, 'AE1').send(new Request(group.address));
    const sequence = wiretap
      .exchanges()
      .map(({ id, from, to, at, endedAt }) => ({ id, from, to, at, endedAt }));
    assert.deepEqual(sequence, [
      { id: 1, from: 'AE1', to: 'CSE1', at: 1001, endedAt: 1004 },
      { id: 2, from: 'CSE1', to: 'CSE2', at: 1002, endedAt: 1003 },
    ]);
  });

  it('records a failure with its kind and passes it on', async () => {
    const wiretap = tapOf();
    const failure = await wiretap
      .tap(network(), 'AE1')
      .send(new Request('http://absent.in-process/x'))
      .catch((error: unknown) => error);
    assert.ok(failure instanceof LinkFailure);
    const [exchange] = wiretap.exchanges();
    assert.equal(exchange?.to, 'http://absent.in-process');
    assert.equal(
      exchange?.failure,
      'unreachable: http://absent.in-process/x: nobody listens at this address',
    );
    assert.equal(exchange?.response, undefined);
  });

  it('says of an answer that was withheld on purpose that it was', async () => {
    const link = network();
    const wiretap = tapOf();
    const { address } = await wiretap.tap(link, 'AE1').listen('ae1', async () => {
      return misbehave(new Response('never sent'), 'close-without-answer');
    });
    await assert.rejects(link.send(new Request(address)), { kind: 'broken' });
    const [exchange] = wiretap.exchanges();
    assert.equal(exchange?.failure, 'misbehaved on purpose: close-without-answer');
    assert.equal(exchange?.response, undefined);
  });

  it('shows an exchange that has not ended without response, failure and end', async () => {
    const link = network();
    const wiretap = tapOf();
    const { address } = await link.listen('cse1', async () => misbehave(new Response(), 'never'));
    const sending = wiretap.tap(link, 'AE1').send(new Request(address));
    const [exchange] = wiretap.exchanges();
    assert.equal(exchange?.request.method, 'GET');
    assert.deepEqual(
      [exchange?.response, exchange?.failure, exchange?.endedAt],
      [undefined, undefined, undefined],
    );
    await link.close();
    await assert.rejects(sending);
  });

  it('keeps the beginning of a long body and says how long it was', async () => {
    const link = network();
    const wiretap = tapOf({ bodyBytes: 4 });
    const { address } = await link.listen('cse1', async () => new Response('äöü'));
    await wiretap.tap(link, 'AE1').send(new Request(address, { method: 'POST', body: 'abcdef' }));
    const [exchange] = wiretap.exchanges();
    assert.deepEqual(pick(exchange?.request), ['abcd', 'utf-8', 6, true]);
    assert.deepEqual(pick(exchange?.response), ['äö', 'utf-8', 6, true]);
  });

  it('leaves out the half of a character at which a body was cut', async () => {
    const link = network();
    const wiretap = tapOf({ bodyBytes: 3 });
    const { address } = await link.listen('cse1', async () => new Response('äöü'));
    await wiretap.tap(link, 'AE1').send(new Request(address));
    assert.deepEqual(pick(wiretap.exchanges()[0]?.response), ['ä', 'utf-8', 6, true]);
  });

  it('stops keeping bodies when the total is used up', async () => {
    const link = network();
    const wiretap = tapOf({ totalBodyBytes: 5 });
    const { address } = await link.listen('cse1', async () => new Response('efgh'));
    await wiretap.tap(link, 'AE1').send(new Request(address, { method: 'POST', body: 'abcd' }));
    assert.deepEqual(pick(wiretap.exchanges()[0]?.response), ['e', 'utf-8', 4, true]);
  });

  it('keeps bytes that are no text as base64', async () => {
    const link = network();
    const wiretap = tapOf();
    const { address } = await link.listen('cse1', async () => new Response(Uint8Array.from([0xff, 0x00])));
    await wiretap.tap(link, 'AE1').send(new Request(address));
    assert.deepEqual(pick(wiretap.exchanges()[0]?.response), ['/wA=', 'base64', 2, false]);
  });

  it('records no secret, while the peer gets it', async () => {
    const link = network();
    const wiretap = tapOf({ redaction: { values: ['hunter2'] } });
    const { address } = await link.listen(
      'cse1',
      async (request) => new Response(request.headers.get('authorization')),
    );
    const answer = await wiretap.tap(link, 'AE1').send(
      new Request(`${address}/?tkns=abc&rcn=1`, {
        method: 'POST',
        headers: {
          authorization: 'Bearer xyz',
          'x-m2m-vsi': 'a hunter2 b',
          'x-syncml-hmac': 'algorithm=MD5, username="Bruce2", mac=7WjdTINdgy34setKE3f2Bw==',
        },
        body: '{"tkns": ["abc"], "password":"p\\"q", "x": "hunter2"}<m:tkns a="b">abc</m:tkns>',
      }),
    );
    assert.equal(await answer.text(), 'Bearer xyz');
    const request = wiretap.exchanges()[0]?.request;
    assert.equal(request?.url, 'http://cse1.in-process/?tkns=[redacted]&rcn=1');
    assert.equal(request?.headers.authorization, '[redacted]');
    assert.equal(request?.headers['x-m2m-vsi'], 'a [redacted] b');
    assert.equal(request?.headers['x-syncml-hmac'], 'algorithm=MD5, username="Bruce2", mac=[redacted]');
    assert.equal(
      request?.body,
      '{"tkns": "[redacted]", "password":"[redacted]", "x": "[redacted]"}<m:tkns a="b">[redacted]</m:tkns>',
    );
  });

  it('forgets on request and goes on numbering', async () => {
    const link = network();
    const wiretap = tapOf();
    const { address } = await link.listen('cse1', async () => new Response());
    const ae = wiretap.tap(link, 'AE1');
    await ae.send(new Request(address));
    wiretap.clear();
    await ae.send(new Request(address));
    assert.deepEqual(
      wiretap.exchanges().map(({ id }) => id),
      [2],
    );
  });
});

type Kept = { body: string; bodyEncoding: string; bodyBytes: number; truncated: boolean };

function pick(message: Kept | undefined): unknown {
  return [message?.body, message?.bodyEncoding, message?.bodyBytes, message?.truncated];
}
