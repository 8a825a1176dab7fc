import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answeringStatus,
  forPackages,
  forPushRequests,
  objectsIn,
  refusing,
  stoppedByLongBodies,
  takingAnyMethod,
} from './dm2-endpoint-messages';

const said = (text: string, status = 200) => new Response(text, { status });
const post = (url: string, body: string) => new Request(url, { method: 'POST', body });

test('packages are what goes to /dm or below it, and nothing else deviates', async () => {
  const endpoint = forPackages(() => async () => said('deviates'))(async () => said('sound'));
  const answer = async (path: string) => (await endpoint(new Request(`http://a.example${path}`))).text();
  assert.equal(await answer('/dm'), 'deviates');
  assert.equal(await answer('/dm/s-1/1'), 'deviates');
  assert.equal(await answer('/dmx'), 'sound');
  assert.equal(await answer('/push'), 'sound');
});

test('push requests are what goes to /push, and reports are none', async () => {
  const endpoint = forPushRequests(() => async () => said('deviates'))(async () => said('sound'));
  const answer = async (path: string) => (await endpoint(new Request(`http://a.example${path}`))).text();
  assert.equal(await answer('/push'), 'deviates');
  assert.equal(await answer('/push-reports/1'), 'sound');
});

test('what is refused is judged by its JSON, and the rest goes on with its body', async () => {
  const endpoint = refusing(
    415,
    (_message, json) => json?.Alert !== undefined,
  )(async (message) => said(await message.text()));
  assert.equal((await endpoint(post('http://a.example/dm', '{"Alert":[]}'))).status, 415);
  assert.equal(await (await endpoint(post('http://a.example/dm', '{"Status":[]}'))).text(), '{"Status":[]}');
  assert.equal(await (await endpoint(post('http://a.example/dm', 'no JSON'))).text(), 'no JSON');
});

test('a status stands for another one, and what it says stays', async () => {
  const endpoint = answeringStatus({ 413: 400 })(async (message) =>
    said('too long', message.url.endsWith('/long') ? 413 : 404),
  );
  const [long, other] = [
    await endpoint(new Request('http://a.example/long')),
    await endpoint(new Request('http://a.example/other')),
  ];
  assert.deepEqual([long.status, await long.text()], [400, 'too long']);
  assert.equal(other.status, 404);
});

test('any method becomes a POST with the same body', async () => {
  const endpoint = takingAnyMethod('/dm')(async (message) => {
    const { method, url } = message;
    return said(`${method} ${new URL(url).pathname} ${await message.text()}`);
  });
  const put = new Request('http://a.example/dm/s-1/1', { method: 'PUT', body: 'x' });
  assert.equal(await (await endpoint(put)).text(), 'POST /dm x');
  assert.equal(await (await endpoint(new Request('http://a.example/dm'))).text(), 'POST /dm ');
});

test('behind a body that is too long nobody is answered', async () => {
  const endpoint = stoppedByLongBodies(3)(async () => said('served'));
  const answerTo = (body: string) => endpoint(post('http://a.example/dm', body));
  const silence = () => new Promise((resolve) => setImmediate(() => setImmediate(() => resolve('silence'))));
  assert.equal(await (await answerTo('abc')).text(), 'served');
  assert.equal(await Promise.race([answerTo('abcd'), silence()]), 'silence');
  assert.equal(await Promise.race([answerTo('abc'), silence()]), 'silence');
});

test('the objects of what is no list are none', () => {
  assert.deepEqual(objectsIn([{ AlertType: 'a' }, 1]), [{ AlertType: 'a' }, {}]);
  assert.deepEqual(objectsIn({ AlertType: 'a' }), []);
});
