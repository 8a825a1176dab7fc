import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MEMBER_LISTS } from './member-lists';
import { featureOf, scenarioText } from './scenario-text';
import { given, then, when } from './story';

const STORY = [
  given('a container "m1"'),
  given('a container "m2"'),
  when('AE1 creates a group "pumps" with:', [
    ['memberIDs', '"m1", "m2"'],
    ['maxNrOfMembers', '20'],
  ]),
  then('the answer is CREATED (2001)'),
];

const TEXT = `  @role-group-hosting-cse @SOM-CRE-005 @SOM-UPD-002 @SOM-SUB-001 @SOM-FAN-002 @ics-group
  Scenario: A group has the members that were written last, each once, counts these and asks these
    Given a container "m1"
    And a container "m2"
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1", "m2" |
      | maxNrOfMembers | 20         |
    Then the answer is CREATED (2001)`;

test('a story is written as the feature files are', () => {
  assert.equal(scenarioText(MEMBER_LISTS, STORY), TEXT);
});

test('alone it is a feature whose line of the scenario is known', () => {
  const { text, line } = featureOf(MEMBER_LISTS, STORY);
  assert.equal(text, `Feature: Laws\n\n${TEXT}\n`);
  assert.match(text.split('\n')[line - 1] ?? '', /^ {2}Scenario: /);
});
