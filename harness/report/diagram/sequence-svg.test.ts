import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleExchange, sampleResponse } from '../sample/sample-exchange';
import { FAILING, MISSING, PASSING, sampleScenario } from '../sample/sample-scenario';
import { sequenceSvg } from './sequence-svg';

const OPTIONS = {
  id: 's-1',
  citations: ['SOM-CAST-009, TS-0004 7.4.14.2.4'],
  rowLimit: 80,
  linked: new Set([1, 5]),
};

test('Lifelines stand in the order in which actors appear', () => {
  const names = [
    ...sequenceSvg(FAILING, OPTIONS)
      .toString()
      .matchAll(/class="actor-name"[^>]*>([^<]*)</g),
  ];
  assert.deepEqual(
    names.map((match) => match[1]),
    ['AE1', 'CSE1', 'm1 on CSE2', 'm2 on CSE2', 'm3 on CSE2'],
  );
});

test('An arrow says operation, path and code, and leads to its message', () => {
  const svg = sequenceSvg(PASSING, OPTIONS).toString();
  assert.match(svg, /<a class="msg" href="#s-1-m1" [^>]*>.*<tspan class="op">CREATE<\/tspan> \/cse-in</);
  assert.match(svg, /<tspan class="op">4000 BAD_REQUEST<\/tspan>/);
});

test('The wrong arrow is marked, with its clause, expected and actual beside it', () => {
  const svg = sequenceSvg(FAILING, OPTIONS).toString();
  assert.equal(svg.match(/class="msg bad"/g)?.length, 1);
  assert.match(svg, /class="msg bad" href="#s-1-m5"/);
  const says = [...svg.matchAll(/class="(?:key|says)"[^>]*>([^<]*)</g)].map((match) => match[1]);
  assert.deepEqual(says, [
    'violates',
    'SOM-CAST-009, TS-0004 7.4.14.2.4',
    'expected',
    '2 members',
    'actual',
    '3 members: &quot;m1&quot;, &quot;m2&quot; and &quot;m3&quot;',
  ]);
});

test('A message that never came is drawn where it is missed', () => {
  const svg = sequenceSvg(MISSING, OPTIONS).toString();
  assert.match(svg, /<g class="bad"><text class="sign"[^>]*>✗<\/text><path class="lost"/);
});

test('Nothing that a target sent becomes markup', () => {
  const hostile = `</text></svg><script>alert(1)</script>" onload="x\u202e\u0000`;
  const scenario = sampleScenario({
    deviation: { what: hostile, expected: hostile, actual: hostile, exchange: 1 },
    exchanges: [
      sampleExchange({
        id: 1,
        from: hostile,
        to: 'CSE1',
        method: hostile,
        url: `http://h/${hostile}`,
        response: { ...sampleResponse(200, 2000), headers: { 'x-m2m-rsc': hostile } },
      }),
    ],
  });
  const svg = sequenceSvg(scenario, { ...OPTIONS, citations: [hostile] }).toString();
  assert.doesNotMatch(svg, /<script|"\s*onload=/);
  assert.ok(!svg.includes('\u202e') && !svg.includes('\u0000'));
  assert.equal(svg.match(/<\/svg>/g)?.length, 1);
});

test('Ten thousand exchanges stay a small diagram', () => {
  const exchanges = Array.from({ length: 10_000 }, (_, index) =>
    sampleExchange({
      id: index + 1,
      from: 'CSE1',
      to: `m${index}`,
      at: index,
      endedAt: index,
      response: sampleResponse(200, 2000),
    }),
  );
  assert.ok(sequenceSvg(sampleScenario({ exchanges }), OPTIONS).toString().length < 60_000);
});
