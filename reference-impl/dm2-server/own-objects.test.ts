import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '../../protocol/model/refusal';
import { DM2ServerBed } from './dm2-server-bed';
import type { StoredObject } from './dm2-server-config';
import type { ObjectQuestion } from './procedures';

const ROOT = 'http://127.0.0.1:4001/objects/';
const TEXT: StoredObject = { mediaType: 'text/plain', content: new TextEncoder().encode('hall') };

function ask(bed: DM2ServerBed, question: ObjectQuestion): StoredObject | number {
  const answer = bed.server.procedures.answerObject(bed.server, question);
  return isRefusal(answer) ? answer.status : answer;
}

test('a device may do what it was told with an object, and nothing else', () => {
  const bed = new DM2ServerBed({ config: { objects: { menu: TEXT, secret: TEXT } } });
  assert.equal(ask(bed, { name: 'menu', method: 'GET' }), 404);
  bed.manage([
    { verb: 'HGET', serverURI: `${ROOT}menu`, clientURI: 'urn:flowproof:mo:lamp:1.0/hall/Name' },
    { verb: 'HGET', serverURI: 'http://elsewhere.example/objects/secret' },
  ]);
  assert.deepEqual(ask(bed, { name: 'menu', method: 'GET' }), TEXT);
  assert.equal(ask(bed, { name: 'menu', method: 'PUT', object: TEXT }), 404);
  assert.equal(ask(bed, { name: 'secret', method: 'GET' }), 404);
});

test('what a device sent is there for one that is told to fetch it', () => {
  const bed = new DM2ServerBed();
  bed.manage([
    { verb: 'HPUT', serverURI: `${ROOT}in`, clientURIs: ['a/b/c'] },
    { verb: 'HGET', serverURI: `${ROOT}in` },
  ]);
  assert.equal(ask(bed, { name: 'in', method: 'GET' }), 404);
  assert.deepEqual(ask(bed, { name: 'in', method: 'PUT', object: TEXT }), TEXT);
  assert.equal(ask(bed, { name: 'in', method: 'POST', object: TEXT }), 404);
  assert.deepEqual(ask(bed, { name: 'in', method: 'GET' }), TEXT);
});

test('the repository takes no more objects than its limit', () => {
  const bed = new DM2ServerBed({ limits: { objects: 2 }, config: { objects: { one: TEXT, two: TEXT } } });
  bed.manage([
    { verb: 'SUB', serverURI: `${ROOT}two`, clientURI: 'a/b/c' },
    { verb: 'HPOST', serverURI: `${ROOT}three`, clientURIs: ['a/b/c'] },
  ]);
  assert.deepEqual(ask(bed, { name: 'two', method: 'PUT', object: TEXT }), TEXT);
  assert.equal(ask(bed, { name: 'three', method: 'POST', object: TEXT }), 507);
});
