import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PROJECT_NAMES } from '../tables/onem2m/project-names';
import { Vocabulary, vocabularyOf } from './vocabulary';

test('attributes have their names both ways, those of management objects too; others stay as they are', () => {
  const vocabulary = new Vocabulary(DEFAULT_PROJECT_NAMES);
  assert.equal(vocabulary.attributeName('mid'), 'memberIDs');
  assert.equal(vocabulary.attributeShort('memberIDs'), 'mid');
  assert.equal(vocabulary.attributeShort('mgmtDefinition'), 'mgd');
  assert.equal(vocabulary.attributeShort('batteryLevel'), 'btl');
  assert.equal(vocabulary.attributeName('zzz'), 'zzz');
  assert.equal(vocabulary.attributeShort('zzz'), 'zzz');
  assert.equal(vocabulary.isAttributeShort('mid'), true);
  assert.equal(vocabulary.isAttributeShort('memberIDs'), false);
});

test('a resource is known by its element, with its children by reference and what it requires', () => {
  const vocabulary = new Vocabulary(DEFAULT_PROJECT_NAMES);
  const group = vocabulary.resource('m2m:grp');
  assert.equal(group?.type.type, 9);
  assert.equal(group?.members.byShort.get('mnm')?.required, true);
  assert.equal(group?.members.byShort.get('gn')?.required, false);
  assert.equal(group?.members.byName.get('resourceName')?.xml, 'attribute');
  assert.equal('xml' in (group?.members.byName.get('groupName') ?? {}), false);
  assert.equal(group?.members.byName.get('childResource')?.short, 'ch');
  assert.equal(vocabulary.resource('m2m:grp'), group);
  assert.equal(vocabulary.resource('m2m:rsp'), undefined);
  assert.equal(vocabulary.resource('m2m:zzz'), undefined);
});

test('parameters have their short names', () => {
  const vocabulary = new Vocabulary(DEFAULT_PROJECT_NAMES);
  assert.equal(vocabulary.requestMembers.byName.get('requestIdentifier')?.short, 'rqi');
  assert.equal(vocabulary.requestMembers.byShort.get('gstn')?.name, 'groupSomecastTargetNumber');
  assert.equal(vocabulary.responseMembers.byName.get('responseStatusCode')?.short, 'rsc');
});

test('names have one vocabulary, copies of them the same, other names another', () => {
  const vocabulary = vocabularyOf();
  assert.equal(vocabularyOf({ ...DEFAULT_PROJECT_NAMES }), vocabulary);
  const spelled = vocabularyOf({ ...DEFAULT_PROJECT_NAMES, somecastEnable: 'sce8' });
  assert.equal(spelled.attributeShort('somecastEnable'), 'sce8');
  assert.equal(vocabulary.attributeShort('somecastEnable'), 'some');
  assert.equal(vocabularyOf({ ...DEFAULT_PROJECT_NAMES, somecastEnable: 'sce8' }), spelled);
});
