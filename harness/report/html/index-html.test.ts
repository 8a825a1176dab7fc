import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Script } from 'node:vm';
import type { RunResult } from '../../verdict/run-result';
import { sampleExchange, sampleResponse } from '../sample/sample-exchange';
import { MIXED_RUN, sampleRequirement, sampleRow, sampleRun } from '../sample/sample-run';
import { BROKEN_LAW, PASSING, sampleScenario } from '../sample/sample-scenario';
import { indexHtml } from './index-html';

const PAGE = indexHtml(MIXED_RUN);

test('Causes come before scenarios, and the verdict before both', () => {
  const places = ['Not conformant', 'id="causes"', 'id="scenarios"', 'id="requirements"', 'id="readings"'];
  const found = places.map((place) => PAGE.indexOf(place));
  assert.deepEqual(
    found,
    [...found].sort((one, other) => one - other),
  );
  assert.ok(!found.includes(-1));
});

test('The story that breaks a law stands there as a scenario', () => {
  const page = indexHtml(sampleRun({ scenarios: [BROKEN_LAW] }));
  assert.match(page, /<pre [^>]*>\s*@SOM-ALG-001\n {2}Scenario: Turns\n/);
});

test('Nothing is loaded from anywhere', () => {
  const addresses = [...PAGE.matchAll(/\s(?:src|href|action|data|poster)="([^"#][^"]*)"/g)].map(
    (match) => match[1],
  );
  assert.deepEqual(addresses, ['data:,']);
  assert.doesNotMatch(PAGE, /@import|url\(/);
});

test('The policy allows the one script and the one style sheet by their hashes', () => {
  const hash = (tag: string) => {
    const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(PAGE)?.[1] ?? '';
    return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  };
  assert.ok(
    PAGE.includes(
      `content="default-src 'none'; script-src ${hash('script')}; style-src ${hash('style')}; img-src data:; base-uri 'none'; form-action 'none'"`,
    ),
  );
  assert.equal(PAGE.match(/<script/g)?.length, 1);
  assert.doesNotMatch(PAGE, /\sstyle="|\son[a-z]+="/);
});

test('The script is one', () => {
  const content = /<script>([\s\S]*?)<\/script>/.exec(PAGE)?.[1] ?? '';
  assert.doesNotThrow(() => new Script(content));
});

test('Every link within the page leads somewhere, and every id is given once', () => {
  const ids = [...PAGE.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(new Set(ids).size, ids.length);
  const links = [...PAGE.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(
    links.filter((link) => !ids.includes(link)),
    [],
  );
  assert.ok(ids.includes('s-group-somecast-fan-out-31'));
  assert.ok(ids.includes('s-group-somecast-fan-out-31-step-3'));
  assert.ok(ids.includes('s-group-somecast-fan-out-31-m5'));
});

test('What failed is open, what passed is closed', () => {
  assert.match(PAGE, /<details class="sc k-FAIL" id="s-group-somecast-fan-out-31"[^>]* open>/);
  assert.match(
    PAGE,
    /<details class="sc k-PASS" id="s-group-somecast-somecast-number-12"[^>]*roles?="[^"]*">/,
  );
});

test('A requirement that nobody tested says why; one without a fault is unproven', () => {
  assert.match(
    PAGE,
    /<tr id="r-som-int-001">[\s\S]*?Not tested[\s\S]*?Internal to the CSE: nothing on the wire shows it\./,
  );
  assert.match(PAGE, /<tr id="r-som-ntf-002">[\s\S]*?<em>unproven<\/em>/);
  assert.ok(PAGE.includes('5 of 8 were tested; 3 of these'));
});

const HOSTILE = `</script><script>alert(1)</script>]]>"'><img src=x onerror=alert(2)>\u202e\u0000\ud800`;

function hostileRun(): RunResult {
  const exchange = sampleExchange({
    id: 1,
    from: HOSTILE,
    to: HOSTILE,
    method: HOSTILE,
    url: HOSTILE,
    headers: { [HOSTILE]: HOSTILE },
    body: HOSTILE,
    failure: HOSTILE,
    response: sampleResponse(200, 2000, HOSTILE),
  });
  const detail = { what: HOSTILE, expected: HOSTILE, actual: HOSTILE, exchange: 1 };
  return sampleRun({
    tool: { name: HOSTILE, version: HOSTILE },
    target: { name: HOSTILE, kind: 'external', link: HOSTILE, address: HOSTILE },
    selectors: [HOSTILE],
    ics: { [HOSTILE]: true },
    obstacles: [HOSTILE],
    certifiable: false,
    scenarios: [
      sampleScenario({
        location: HOSTILE,
        name: HOSTILE,
        feature: HOSTILE,
        tags: [`@role-${HOSTILE}`],
        requirements: [HOSTILE],
        verdict: 'FAIL',
        reason: HOSTILE,
        deviation: detail,
        warnings: [detail],
        ledger: [{ ambiguity: HOSTILE, reading: HOSTILE }],
        steps: [{ keyword: HOSTILE, text: HOSTILE, status: 'failed', firstExchange: 1 }],
        exchanges: [exchange],
      }),
    ],
    requirements: [
      sampleRequirement({
        row: sampleRow({ id: HOSTILE, text: HOSTILE, source: HOSTILE, role: HOSTILE }),
        reason: HOSTILE,
        scenarios: [HOSTILE],
        faults: [HOSTILE],
      }),
    ],
  });
}

test('Whatever a target sent, the page stays the same page', () => {
  const page = indexHtml(hostileRun());
  assert.equal(page.match(/<script/gi)?.length, 1);
  assert.equal(page.match(/<\/script/gi)?.length, 1);
  for (const unwanted of ['<img', '\u202e', '\u0000']) assert.ok(!page.includes(unwanted));
  assert.ok(page.includes('&lt;img src=x onerror=alert(2)&gt;\\u{202E}\\u{0}\\u{D800}'));
});

test('Three hundred scenarios that pass fit into five megabytes, with all their diagrams', () => {
  const body = JSON.stringify({
    'm2m:agr': Array.from({ length: 40 }, (_, index) => ({ rsc: 2000, fr: `/id-in/m${index}` })),
  });
  const exchanges = Array.from({ length: 12 }, (_, index) =>
    sampleExchange({
      id: index + 1,
      from: index === 0 ? 'AE1' : 'CSE1',
      to: `M${index}`,
      at: index,
      endedAt: 20,
      body,
      response: sampleResponse(200, 2000, body),
    }),
  );
  const scenarios = Array.from({ length: 300 }, (_, index) => ({
    ...PASSING,
    location: `features/a.feature:${index}`,
    exchanges,
  }));
  const bytes = Buffer.byteLength(indexHtml(sampleRun({ scenarios })));
  assert.ok(bytes <= 5_000_000, `${bytes} bytes`);
});

test('A huge body of a failure is cut and counted', () => {
  const exchange = sampleExchange({
    id: 1,
    from: 'AE1',
    to: 'CSE1',
    response: sampleResponse(200, 2000, 'x'.repeat(3_000_000)),
  });
  const page = indexHtml(
    sampleRun({ scenarios: [sampleScenario({ verdict: 'FAIL', exchanges: [exchange] })] }),
  );
  assert.match(page, /x… \(29840\d\d more characters\)/);
  assert.ok(page.length < 100_000);
});
