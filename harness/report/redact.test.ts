import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redactHeaders, redactRun, redactUrl } from './redact';
import { reportFiles } from './report-files';
import { sampleExchange, sampleResponse } from './sample/sample-exchange';
import { sampleRun } from './sample/sample-run';
import { sampleScenario } from './sample/sample-scenario';

const SECRET = 'hunter2-SECRET';

test('Headers that carry secrets lose their value, whatever their case', () => {
  const headers = {
    Authorization: 'Basic eDp5',
    'SET-COOKIE': 'a=b',
    'x-api-key': 'k',
    'x-m2m-origin': 'CAdmin',
  };
  assert.deepEqual(redactHeaders(headers), {
    Authorization: '[redacted]',
    'SET-COOKIE': '[redacted]',
    'x-api-key': '[redacted]',
    'x-m2m-origin': 'CAdmin',
  });
});

test('Addresses lose their user information and secret arguments and keep the rest', () => {
  assert.equal(
    redactUrl('https://user:pw@host/a?rcn=1&access_token=abc&lbl=x#f'),
    'https://[redacted]@host/a?rcn=1&access_token=[redacted]&lbl=x#f',
  );
  assert.equal(redactUrl('http://host/~/id-in/a@b'), 'http://host/~/id-in/a@b');
});

test('A run is redacted in its address, its requests and its answers', () => {
  const response = { ...sampleResponse(200, 2000), headers: { 'set-cookie': 'id=1' } };
  const exchange = sampleExchange({
    id: 1,
    from: 'AE1',
    to: 'CSE1',
    headers: { authorization: 'x' },
    response,
  });
  const run = redactRun(
    sampleRun({
      target: { name: 'hub', kind: 'external', link: 'http', address: 'http://me:pw@hub' },
      scenarios: [sampleScenario({ exchanges: [exchange] })],
    }),
  );
  const redacted = run.scenarios[0]?.exchanges[0];
  assert.equal(run.target.address, 'http://[redacted]@hub');
  assert.deepEqual(redacted?.request.headers, { authorization: '[redacted]' });
  assert.deepEqual(redacted?.response?.headers, { 'set-cookie': '[redacted]' });
});

test('No report holds a secret that the recorder let through', () => {
  const exchange = sampleExchange({
    id: 1,
    from: 'AE1',
    to: 'CSE1',
    url: `http://u:${SECRET}@cse1/cse-in?tkns=${SECRET}`,
    headers: { 'x-m2m-ri': 'r1', 'x-auth-token': SECRET },
    body: `{"password":"${SECRET}"}`,
  });
  const run = sampleRun({
    target: { name: 'hub', kind: 'external', link: 'http', address: `http://me:${SECRET}@hub` },
    scenarios: [sampleScenario({ verdict: 'FAIL', exchanges: [exchange] })],
  });
  for (const { path, text } of reportFiles(run)) assert.ok(!text.includes(SECRET), path);
});
