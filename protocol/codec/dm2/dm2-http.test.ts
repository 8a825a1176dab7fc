import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DM2Command } from '../../model/dm2-command';
import { isRefusal } from '../../model/refusal';
import { type DevicePackage, encodeDeviceMessage, readDeviceID, readDevicePackage } from './device-message';
import { acceptsMediaType, isObjectsMediaType, mediaRanges, mediaTypeOf } from './media-types';
import { decodeServerAnswer, encodeServerAnswer } from './server-answer';

const URL_OF_SERVER = 'http://127.0.0.1:4001/dm';
const DEVICE = 'IMEI:493005100592800';
const BEGIN: DevicePackage = {
  kind: 'initiation',
  initiation: { start: { reason: 'client-initiated' }, alerts: [] },
};
const BODY = '{"Alert":[{"AlertType":"urn:oma:at:dm:2.0:ClientInitiatedMgmt"}]}';

function posted(headers: { readonly [name: string]: string }, body = BODY): Request {
  return new Request(URL_OF_SERVER, { method: 'POST', headers, body });
}

async function statusOf(request: Request, bytes?: number): Promise<number> {
  const limits = bytes === undefined ? undefined : { bytes, depth: 32, entries: 100, headerLength: 100 };
  const read = await readDevicePackage(request, limits);
  return isRefusal(read) ? read.status : 200;
}

describe('package 1 and 3 over HTTP (dm2.md 3.1)', () => {
  it('are requests with the headers of the profile', async () => {
    const headers = { Authorization: 'Basic ZGV2aWNlLTE6czNjcmV0' };
    const request = encodeDeviceMessage({ url: URL_OF_SERVER, deviceID: DEVICE, headers }, BEGIN);
    assert.equal(request.method, 'POST');
    assert.equal(request.redirect, 'manual');
    assert.deepEqual(Object.fromEntries(request.headers), {
      accept: 'application/vnd.oma.dm.request+json, application/vnd.oma.dm.mo+json',
      authorization: 'Basic ZGV2aWNlLTE6czNjcmV0',
      'content-type': 'application/vnd.oma.dm.initiation+json',
      'omadm-devid': 'IMEI:493005100592800',
    });
    assert.equal(await request.text(), BODY);
  });

  it('are read as what they are', async () => {
    const address = { url: URL_OF_SERVER, deviceID: DEVICE };
    const response: DevicePackage = {
      kind: 'response',
      response: { results: [{ status: 200 }], alerts: [] },
    };
    assert.equal(readDeviceID(encodeDeviceMessage(address, BEGIN)), DEVICE);
    assert.deepEqual(await readDevicePackage(encodeDeviceMessage(address, BEGIN)), BEGIN);
    assert.deepEqual(await readDevicePackage(encodeDeviceMessage(address, response)), response);
  });

  it('come from one device, by POST', () => {
    const status = (request: Request): number | string => {
      const read = readDeviceID(request);
      return isRefusal(read) ? read.status : read;
    };
    assert.equal(status(new Request(URL_OF_SERVER)), 405);
    assert.equal(status(posted({})), 400);
    assert.equal(status(posted({ 'OMADM-DevID': '' })), 400);
    assert.equal(status(posted({ 'OMADM-DevID': 'a b' })), 400);
    assert.equal(status(posted({ 'OMADM-DevID': 'x'.repeat(256) })), 400);
    const twice = new Headers([
      ['OMADM-DevID', 'a'],
      ['OMADM-DevID', 'b'],
    ]);
    assert.equal(status(new Request(URL_OF_SERVER, { method: 'POST', headers: twice })), 400);
    assert.throws(() => encodeDeviceMessage({ url: URL_OF_SERVER, deviceID: 'a b' }, BEGIN), {
      name: 'UnencodableError',
    });
  });

  it('are refused with the status of the reason (dm2.md 3.7)', async () => {
    const type = 'application/vnd.oma.dm.initiation+json';
    assert.equal(await statusOf(posted({ 'Content-Type': type })), 200);
    assert.equal(await statusOf(posted({ 'Content-Type': `${type.toUpperCase()}; charset="UTF-8"` })), 200);
    assert.equal(await statusOf(posted({ 'Content-Type': type, Accept: 'application/*' })), 200);
    assert.equal(await statusOf(posted({ 'Content-Type': 'application/json' })), 415);
    assert.equal(await statusOf(posted({ 'Content-Type': `${type}; charset=latin1` })), 415);
    assert.equal(await statusOf(posted({ 'Content-Type': 'application/vnd.oma.dm.request+json' })), 415);
    assert.equal(await statusOf(posted({ 'Content-Type': type, Accept: 'application/json' })), 406);
    const never = 'application/vnd.oma.dm.request+json;q=0, */*';
    assert.equal(await statusOf(posted({ 'Content-Type': type, Accept: never })), 406);
    assert.equal(await statusOf(posted({ 'Content-Type': type }, '{}')), 400);
    assert.equal(await statusOf(posted({ 'Content-Type': type }, '')), 400);
    assert.equal(await statusOf(posted({ 'Content-Type': type }), BODY.length), 200);
    assert.equal(await statusOf(posted({ 'Content-Type': type }), BODY.length - 1), 413);
    const response = 'application/vnd.oma.dm.response+json';
    assert.equal(await statusOf(posted({ 'Content-Type': response })), 400);
  });

  it('a body that breaks off is a bad request, not a crash', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
    const headers = { 'Content-Type': 'application/vnd.oma.dm.initiation+json' };
    const request = new Request(URL_OF_SERVER, { method: 'POST', headers, body, duplex: 'half' });
    assert.equal(await statusOf(request), 400);
  });
});

describe('package 2 over HTTP (dm2.md 3.1, 4.1)', () => {
  const commands: readonly DM2Command[] = [{ verb: 'GET', clientURI: 'm//a' }];

  it('is an answer that names where package 3 goes', async () => {
    const answer = { request: { commands }, next: '/dm/s-77aa0c/1', objectTypes: ['text/plain'] };
    const response = encodeServerAnswer(answer);
    assert.equal(response.status, 200);
    assert.deepEqual(Object.fromEntries(response.headers), {
      'cache-control': 'no-store',
      'content-type': 'application/vnd.oma.dm.request+json',
      link: '</dm/s-77aa0c/1>; rel="next"',
      'omadm-accept': 'text/plain',
    });
    assert.deepEqual(await decodeServerAnswer(response, URL_OF_SERVER), {
      ok: true,
      value: { ...answer, next: 'http://127.0.0.1:4001/dm/s-77aa0c/1' },
    });
  });

  async function nextOf(link: string): Promise<string | undefined> {
    const headers = { 'Content-Type': 'application/vnd.oma.dm.request+json', Link: link };
    const read = await decodeServerAnswer(new Response('{"CMD":[["END"]]}', { headers }), URL_OF_SERVER);
    assert.ok(read.ok);
    return read.value.next;
  }

  it('may have links of other kinds, and links elsewhere, which are passed over', async () => {
    assert.equal(await nextOf('<s/2>; rel=next'), 'http://127.0.0.1:4001/s/2');
    assert.equal(
      await nextOf('</help>; rel="help", </dm/2>; title="x"; rel="up next"'),
      'http://127.0.0.1:4001/dm/2',
    );
    assert.equal(await nextOf('</dm/2>; rel="nextish"'), undefined);
    assert.equal(await nextOf('<http://127.0.0.1:4002/dm>; rel="next"'), undefined);
    assert.equal(await nextOf('<https://127.0.0.1:4001/dm>; rel="next"'), undefined);
    assert.equal(await nextOf('</dm; rel="next"'), undefined);
    assert.equal(await nextOf('</dm/2>;rel="next"'), 'http://127.0.0.1:4001/dm/2');
    assert.equal(await nextOf('</dm/2>;  rel = next ; title=x'), 'http://127.0.0.1:4001/dm/2');
    assert.equal(await nextOf('</dm/2>; rel = "next last one"'), 'http://127.0.0.1:4001/dm/2');
    assert.equal(await nextOf('</dm/2>; rel=next, </help>; rel=help'), 'http://127.0.0.1:4001/dm/2');
    assert.equal(await nextOf('</dm/2>; rel=nextish'), undefined);
    assert.equal(await nextOf('</dm/2>; xrel=next'), undefined);
    assert.equal(await nextOf('<http://[>; rel="next", </dm/3>; rel="next"'), 'http://127.0.0.1:4001/dm/3');
  });

  it('is refused under another media type or with another shape', async () => {
    const reason = async (contentType: string, body: string): Promise<string> => {
      const response = new Response(body, { headers: { 'Content-Type': contentType } });
      const read = await decodeServerAnswer(response, URL_OF_SERVER);
      return read.ok ? 'read' : read.fault.reason;
    };
    const type = 'application/vnd.oma.dm.request+json';
    assert.equal(await reason('application/json', '{"CMD":[["END"]]}'), 'unsupported-media-type');
    assert.equal(await reason(type, '{"CMD":["END"]}'), 'wrong-type');
    assert.equal(await reason(type, ''), 'syntax');
  });

  it('may say nothing but its commands', async () => {
    const response = encodeServerAnswer({ request: { commands } });
    assert.deepEqual(Object.fromEntries(response.headers), {
      'cache-control': 'no-store',
      'content-type': 'application/vnd.oma.dm.request+json',
    });
    assert.deepEqual(await decodeServerAnswer(response, URL_OF_SERVER), {
      ok: true,
      value: { request: { commands } },
    });
  });

  it('names no link that a header cannot carry', () => {
    const request = { commands };
    assert.throws(() => encodeServerAnswer({ request, next: '/a>b' }), { name: 'UnencodableError' });
    assert.throws(() => encodeServerAnswer({ request, next: '/a\r\nb' }), { name: 'UnencodableError' });
  });
});

it('media types and ranges of them', () => {
  assert.equal(mediaTypeOf(null), undefined);
  assert.equal(mediaTypeOf(' Text/Plain ; charset=utf-8'), 'text/plain');
  assert.equal(isObjectsMediaType('application/dmmo+json'), true);
  assert.equal(isObjectsMediaType('application/json'), false);
  assert.equal(mediaTypeOf(''), undefined);
  assert.equal(mediaTypeOf('; charset=utf-8'), undefined);
  assert.equal(mediaTypeOf('text/plain; format=flowed; charset=latin1'), undefined);
  assert.equal(isObjectsMediaType('application/vnd.oma.dm.mo+json'), true);
  assert.equal(acceptsMediaType(null, 'text/plain'), true);
  assert.equal(acceptsMediaType('', 'text/plain'), true);
  assert.equal(acceptsMediaType('  ', 'text/plain'), true);
  assert.equal(acceptsMediaType(',', 'text/plain'), false);
  assert.equal(acceptsMediaType('text/plain; level=1; q=0', 'text/plain'), false);
  assert.equal(acceptsMediaType('*/* ; Q=0.001', 'text/plain'), true);
  assert.deepEqual(mediaRanges(' a/b , ,c/d;q=1'), ['a/b', 'c/d']);
  assert.equal(acceptsMediaType('text/*;q=0.1', 'text/plain'), true);
  assert.equal(acceptsMediaType('text/*, text/plain;q=0', 'text/plain'), false);
  assert.deepEqual(mediaRanges('Text/Plain, a/b;q=0, application/octet-stream;q=0.5'), [
    'text/plain',
    'application/octet-stream',
  ]);
});
