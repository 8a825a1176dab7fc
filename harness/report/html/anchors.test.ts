import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleScenario } from '../sample/sample-scenario';
import { scenarioAnchors } from './anchors';

test('An anchor comes from the location and is safe in a link', () => {
  const scenario = sampleScenario({ location: 'features/group-somecast/somecast-number.feature:12' });
  const hostile = sampleScenario({ location: 'features/"><script>.feature:1' });
  const anchors = scenarioAnchors([scenario, hostile]);
  assert.equal(anchors.get(scenario), 's-group-somecast-somecast-number-12');
  assert.equal(anchors.get(hostile), 's-script-1');
});

test('Scenarios of one location have anchors of their own', () => {
  const [first, second] = [sampleScenario(), sampleScenario()];
  const anchors = scenarioAnchors([first, second]);
  assert.notEqual(anchors.get(first), anchors.get(second));
});
