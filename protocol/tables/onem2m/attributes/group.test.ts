import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GROUP_CHILD_RESOURCES } from '../child-resources';
import { DEFAULT_PROJECT_NAMES } from '../project-names';
import { UNIVERSAL_ATTRIBUTES } from '../universal-attributes';
import { GROUP_ATTRIBUTES, GROUP_SPECIFIC_ATTRIBUTES, groupAttributes } from './group';

/** Copied by hand from SOM table 7.4.13.1-3; short names from TS-0004 table 8.2.3-2 and the readings. */
const TABLE_7_4_13_1_3 = `
memberType mt O NP m2m:memberType
specializationType spty O NP m2m:specializationType
currentNrOfMembers cnm NP NP xs:nonNegativeInteger
maxNrOfMembers mnm M O xs:positiveInteger
memberIDs mid M O list of xs:anyURI
membersAccessControlPolicyIDs macp O O m2m:listOfURIs
memberTypeValidated mtv NP NP xs:boolean
consistencyStrategy csy O NP m2m:consistencyStrategy
groupName gn O O xs:string
semanticSupportIndicator ssi NP NP xs:boolean
notifyAggregation nar O O m2m:batchNotify
somecastEnable some O O xs:boolean
somecastAlgorithm soma O O m2m:somecastAlgorithm`;

/** Copied by hand from SOM table 7.4.13.1-2; short names from TS-0004 table 8.2.3-1. */
const TABLE_7_4_13_1_2 = `
resourceName rn O NP
resourceType ty NP NP
resourceID ri NP NP
parentID pi NP NP
accessControlPolicyIDs acpi O O
creationTime ct NP NP
expirationTime et O O
lastModifiedTime lt NP NP
labels lbl O O
announceTo at O O
announcedAttribute aa O O
dynamicAuthorizationConsultationIDs daci O O
creator cr O NP`;

describe('group attributes', () => {
  it('are the 13 specific rows of the document, in its order', () => {
    const rows = GROUP_SPECIFIC_ATTRIBUTES.map(
      ({ name, short, create, update, type }) => `${name} ${short} ${create} ${update} ${type.name}`,
    );
    assert.equal(rows.length, 13);
    assert.deepEqual(rows, TABLE_7_4_13_1_3.trim().split('\n'));
  });

  it('are the 13 universal rows of the document, in its order', () => {
    const rows = UNIVERSAL_ATTRIBUTES.map(
      ({ name, short, create, update }) => `${name} ${short} ${create} ${update}`,
    );
    assert.equal(rows.length, 13);
    assert.deepEqual(rows, TABLE_7_4_13_1_2.trim().split('\n'));
  });

  it('are both together, and no other', () => {
    const names = [...UNIVERSAL_ATTRIBUTES, ...GROUP_SPECIFIC_ATTRIBUTES].map((row) => row.name);
    assert.deepEqual(GROUP_ATTRIBUTES.map((row) => row.name).sort(), names.sort());
  });

  it('start with the three defaults of the document', () => {
    const initial = GROUP_ATTRIBUTES.filter((row) => row.initial !== undefined);
    assert.deepEqual(
      initial.map((row) => [row.name, row.initial]),
      [
        ['memberType', 0],
        ['consistencyStrategy', 1],
        ['somecastAlgorithm', 1],
      ],
    );
  });

  it('let a member list be empty, but not a list of member policies', () => {
    const type = (name: string) => GROUP_ATTRIBUTES.find((row) => row.name === name)?.type;
    const members = type('memberIDs');
    const policies = type('membersAccessControlPolicyIDs');
    assert.equal(members?.kind === 'list' ? members.minimumItems : 'no list', undefined);
    assert.equal(policies?.kind === 'list' ? policies.minimumItems : 'no list', 1);
  });

  it('take the names that a target chooses for what no table assigns', () => {
    const rows = groupAttributes({
      ...DEFAULT_PROJECT_NAMES,
      somecastEnable: 'sce2',
      somecastAlgorithm: 'sca',
    });
    const shorts = rows.filter((row) => row.name.startsWith('somecast')).map((row) => row.short);
    assert.deepEqual(shorts, ['sce2', 'sca']);
    assert.equal(rows.length, GROUP_ATTRIBUTES.length);
  });
});

describe('child resources of a group', () => {
  it('are the 5 rows of SOM table 7.4.13.1-4', () => {
    assert.deepEqual(
      GROUP_CHILD_RESOURCES.map(
        (row) => `${row.name} ${row.resourceName ?? '[variable]'} ${row.multiplicity}`,
      ),
      [
        'subscription [variable] 0..n',
        'semanticDescriptor [variable] 0..n',
        'fanOutPoint fopt 1',
        'semanticFanOutPoint sfop 0..1',
        'transaction [variable] 0..n',
      ],
    );
  });
});
