import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOfContent } from '../model/content-value';
import type { PrimitiveContent } from '../model/primitive-content';
import type { ResponsePrimitive } from '../model/response-primitive';
import { decodeHttpResponse, encodeHttpResponse } from './onem2m-http';

const RESULT: PrimitiveContent = {
  kind: 'aggregatedResponse',
  responses: [
    {
      responseStatusCode: 2000,
      requestIdentifier: 'q1',
      from: '/cse2/m1',
      content: { kind: 'resource', resource: { element: 'm2m:cnt', attributes: { resourceName: 'm1' } } },
    },
  ],
};

const RESPONSE: ResponsePrimitive = {
  responseStatusCode: 2000,
  requestIdentifier: 'r1',
  content: {
    kind: 'resource',
    resource: {
      element: 'm2m:req',
      attributes: {
        resourceName: 'req-1',
        requestStatus: 5,
        primitiveContent: valueOfContent({
          kind: 'resource',
          resource: { element: 'm2m:cin', attributes: { content: 'x' } },
        }),
        operationResult: {
          responseStatusCode: 2000,
          requestIdentifier: 'q1',
          primitiveContent: valueOfContent(RESULT),
        },
      },
    },
  },
};

test('the contents that a <request> holds are written like any content', async () => {
  const body = await encodeHttpResponse(RESPONSE).json();
  assert.deepEqual(body, {
    'm2m:req': {
      rn: 'req-1',
      rs: 5,
      pc: { 'm2m:cin': { con: 'x' } },
      ors: {
        rsc: 2000,
        rqi: 'q1',
        pc: {
          'm2m:agr': {
            'm2m:rsp': [{ rsc: 2000, rqi: 'q1', fr: '/cse2/m1', pc: { 'm2m:cnt': { rn: 'm1' } } }],
          },
        },
      },
    },
  });
});

for (const mediaType of ['json', 'xml'] as const) {
  test(`and read again from ${mediaType}`, async () => {
    const decoded = await decodeHttpResponse(encodeHttpResponse(RESPONSE, { mediaType }));
    assert.deepEqual(decoded.ok && decoded.value, RESPONSE);
  });
}
