import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badgeSvg } from './badge-svg';
import { MIXED_RUN, sampleRun } from './sample/sample-run';

test('The badge says how the run ended, in words and in colour', () => {
  const badge = badgeSvg(sampleRun());
  assert.match(badge, /aria-label="flowproof: conformant"/);
  assert.match(badge, /fill="#1a6b3c"/);
  assert.match(badgeSvg(MIXED_RUN), /aria-label="flowproof: not conformant"/);
  assert.match(badgeSvg(MIXED_RUN), /fill="#b3261e"/);
});

test('A name cannot add markup', () => {
  const badge = badgeSvg(sampleRun({ tool: { name: '"><script>', version: '1' } }));
  assert.ok(!badge.includes('<script'));
});
