import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleExchange, sampleResponse } from '../sample/sample-exchange';
import { operationOf, responseCode, shortPath } from './message-line';

function operation(method: string, headers: { readonly [name: string]: string }): string {
  return operationOf(sampleExchange({ id: 1, from: 'a', to: 'b', method, headers }).request);
}

test('oneM2M operations are named as the standard names them', () => {
  const headers = { 'x-m2m-ri': 'r1' };
  assert.equal(operation('GET', headers), 'RETRIEVE');
  assert.equal(operation('put', headers), 'UPDATE');
  assert.equal(operation('DELETE', headers), 'DELETE');
  assert.equal(operation('POST', { ...headers, 'Content-Type': 'application/json;ty=9' }), 'CREATE');
  assert.equal(operation('POST', { ...headers, 'content-type': 'application/json' }), 'NOTIFY');
});

test('A request that is not oneM2M keeps its HTTP method', () => {
  assert.equal(operation('POST', { 'content-type': 'application/vnd.syncml.dm+xml' }), 'POST');
});

test('A path stands without its host', () => {
  assert.equal(shortPath('http://cse1.in-process/~/id-in/a?gstn=2'), '/~/id-in/a?gstn=2');
  assert.equal(shortPath('http://cse1.in-process'), '/');
});

test('A response code has its name, and the HTTP status where it does not fit', () => {
  assert.equal(responseCode(sampleResponse(400, 4000)), '4000 BAD_REQUEST');
  assert.equal(responseCode(sampleResponse(200, 4000)), '4000 BAD_REQUEST (HTTP 200)');
  assert.equal(responseCode(sampleResponse(400, 4999)), '4999 (HTTP 400)');
  assert.equal(responseCode({ ...sampleResponse(200, 2000), headers: {} }), 'HTTP 200');
});
