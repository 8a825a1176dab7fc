import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deviceEventTriggers } from './device-event-trigger';
import type { DeviceEvent } from './dm-client/device-event';
import type { FanOutRequest } from './dm-server/fan-out-job';
import { fanOutTriggers } from './fan-out-trigger';
import { triggerEndpoint } from './trigger-endpoint';

const WANTED = {
  procedure: 'fanOut',
  gateway: 'urn:example:gateway',
  group: './GwConfig/Groups/pumps',
  commands: '<Get/>',
};

function post(body: string, type = 'application/json'): Request {
  return new Request('http://role.example/trigger', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  });
}

function serverThat(answers: boolean) {
  const asked: FanOutRequest[] = [];
  const endpoint = triggerEndpoint(fanOutTriggers((request) => asked.push(request) > 0 && answers));
  const send = async (request: Request): Promise<readonly [status: number, text: string]> => {
    const { status, text } = await endpoint(request).then(async (answer) => ({
      status: answer.status,
      text: await answer.text(),
    }));
    return [status, text];
  };
  return { asked, send };
}

describe('a trigger of the server', () => {
  it('is taken without a word, and says what is to be done', async () => {
    const { asked, send } = serverThat(true);
    assert.deepEqual(await send(post(JSON.stringify(WANTED), 'application/json; charset=utf-8')), [204, '']);
    assert.deepEqual(asked, [
      { gateway: 'urn:example:gateway', group: './GwConfig/Groups/pumps', commands: '<Get/>' },
    ]);
  });

  it('that the server can do nothing about is a conflict', async () => {
    const [status, text] = await serverThat(false).send(post(JSON.stringify(WANTED)));
    assert.equal(status, 409);
    assert.match(text, /^urn:example:gateway is no gateway of this server/);
  });

  const refused: readonly (readonly [what: string, request: () => Request, status: number, text: RegExp])[] =
    [
      ['that is no POST', () => new Request('http://role.example/trigger'), 405, /POST/],
      ['of another media type', () => post('{}', 'text/plain'), 415, /application\/json/],
      ['in another charset', () => post('{}', 'application/json; charset=utf-16'), 415, /application\/json/],
      ['without a body', () => post(''), 400, /not JSON/],
      ['that is no object', () => post('[]'), 400, /expected an object/],
      ['without a procedure', () => post('{}'), 400, /trigger\/procedure/],
      ['of another procedure', () => post('{"procedure":"dance"}'), 400, /expected fanOut, found "dance"/],
      [
        'without a gateway',
        () => post(JSON.stringify({ ...WANTED, gateway: undefined })),
        400,
        /trigger\/gateway/,
      ],
      [
        'with a number for a text',
        () => post(JSON.stringify({ ...WANTED, group: 7 })),
        400,
        /trigger\/group/,
      ],
      ['that nests without end', () => post('['.repeat(10_000)), 400, /levels/],
      ['that is too large', () => post(`"${'x'.repeat(2 ** 20)}"`), 413, /1048576|limit|at most/],
    ];
  for (const [what, request, status, text] of refused) {
    it(`${what} is refused, and the server hears nothing of it`, async () => {
      const { asked, send } = serverThat(true);
      const [found, said] = await send(request());
      assert.equal(found, status, said);
      assert.match(said, text);
      assert.deepEqual(asked, []);
    });
  }
});

describe('a trigger of the device', () => {
  it('says what happened, to which server, and what is told of it', async () => {
    const happened: DeviceEvent[] = [];
    const endpoint = triggerEndpoint(deviceEventTriggers((event) => happened.push(event) > 0));
    const alert = { type: 'Reversed-Domain-Name: com.example.low', mark: 'warning' };
    const event = { event: 'level', server: 'com.example.server', alert };
    assert.equal((await endpoint(post(JSON.stringify({ ...event, other: 1 })))).status, 204);
    assert.deepEqual(happened, [event]);
  });

  it('with an alert without a type is refused', async () => {
    const endpoint = triggerEndpoint(deviceEventTriggers(() => true));
    assert.equal((await endpoint(post('{"event":"level","alert":{}}'))).status, 400);
  });

  it('that the device can do nothing about is a conflict', async () => {
    const endpoint = triggerEndpoint(deviceEventTriggers(() => false));
    assert.equal((await endpoint(post('{"event":"abort"}'))).status, 409);
  });
});
