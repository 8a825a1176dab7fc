import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONTENT_ELEMENTS, contentElement } from './content-elements';
import { EVENT_NOTIFICATION_CRITERIA, FILTER_CRITERIA } from './filter-criteria';
import { NOTIFICATION } from './notification';
import { REQUEST_PARAMETERS } from './request-parameters';
import { META_INFORMATION, OPERATION_RESULT } from './request-records';
import { MGMT_OBJ_SPECIALIZATIONS, RESOURCE_TYPES, resourceTypeNamed } from './resource-types';
import type { DataType, MemberRow } from './rows';

function shorts(type: DataType | undefined): string {
  return type?.kind === 'complex' ? type.members.map((row) => row.short).join(' ') : 'not complex';
}

function attribute(resourceType: string, name: string): DataType | undefined {
  return resourceTypeNamed(resourceType)?.attributes.find((row) => row.name === name)?.type;
}

/** Every complex type that can be reached from the tables, by name. */
function complexTypes(types: readonly DataType[]): readonly (DataType & { kind: 'complex' })[] {
  return types.flatMap((type) => {
    if (type.kind === 'list') return complexTypes([type.of]);
    if (type.kind !== 'complex') return [];
    return [type, ...complexTypes(type.members.map((row) => row.type))];
  });
}

const REACHABLE = complexTypes([
  ...REQUEST_PARAMETERS.map((row) => row.type),
  ...[...RESOURCE_TYPES, ...MGMT_OBJ_SPECIALIZATIONS].flatMap((row) =>
    row.attributes.map(({ type }) => type),
  ),
  ...CONTENT_ELEMENTS.flatMap((row) => (row.type === undefined ? [] : [row.type])),
]);

describe('types with members', () => {
  it('have each member once, by name and by short name', () => {
    assert.ok(REACHABLE.length > 20);
    for (const { name, members } of REACHABLE) {
      assert.equal(new Set(members.map((row) => row.name)).size, members.length, name);
      assert.equal(new Set(members.map((row) => row.short)).size, members.length, name);
    }
  });

  it('have at most one text, and it makes the rest XML attributes', () => {
    for (const { name, members } of REACHABLE.filter((type) =>
      type.members.some((row) => row.xml === 'text'),
    )) {
      const others = members.filter((row) => row.xml !== 'text');
      assert.equal(others.length, members.length - 1, name);
      assert.ok(
        others.every((row) => row.xml === 'attribute'),
        name,
      );
    }
  });

  it('bear the short names of TS-0004 table 8.2.5-1', () => {
    assert.equal(shorts(attribute('group', 'notifyAggregation')), 'num dur');
    assert.equal(shorts(attribute('group', 'specializationType')), 'cnd mgd');
    assert.equal(shorts(attribute('accessControlPolicy', 'privileges')), 'acr');
    assert.equal(shorts(attribute('subscription', 'rateLimit')), 'mnn tww');
    assert.equal(shorts(attribute('schedule', 'scheduleElement')), 'sce');
    assert.equal(shorts(REQUEST_PARAMETERS.find((row) => row.short === 'rt')?.type), 'rtv nu');
    assert.equal(
      shorts(REACHABLE.find((type) => type.name === 'm2m:accessControlRule')),
      'acor acop acco acaf acod',
    );
    assert.equal(shorts(REACHABLE.find((type) => type.name === 'm2m:childResourceRef')), 'val nm typ spid');
  });
});

describe('filter criteria', () => {
  const conditions = (rows: readonly MemberRow[]) => rows.map((row) => row.short).join(' ');

  it('are the conditions of TS-0004 table 6.3.5.8-1 in its order, and the attribute list', () => {
    assert.equal(
      conditions(FILTER_CRITERIA),
      'crb cra ms us sts stb exb exa lbl clbl palb lbq ty chty pty sza szb cty atr catr patr fu lim smf fo cfs cfq' +
        ' lvl ofst arp atrl',
    );
  });

  it('are others in a subscription, TS-0004 table 6.3.5.7-1', () => {
    assert.equal(
      shorts(EVENT_NOTIFICATION_CRITERIA),
      'crb cra ms us sts stb exb exa sza szb om atr net chty md fo',
    );
  });
});

describe('notifications and content', () => {
  it('a notification has the members of TS-0004 table 6.3.5.13-1', () => {
    assert.equal(
      NOTIFICATION.map((row) => row.short).join(' '),
      'nev vrq sud sur cr nfu ntt trr tra idr aerp aerid tid1 tid2',
    );
  });

  it('content elements are found by name', () => {
    assert.equal(contentElement('m2m:agr')?.kind, 'aggregatedResponse');
    assert.equal(contentElement('m2m:sgn')?.kind, 'notification');
    assert.equal(contentElement('m2m:uri')?.kind, 'uri');
    assert.equal(contentElement('fp:sen')?.kind, 'sessionEvent');
    assert.equal(contentElement('m2m:grp'), undefined);
    assert.equal(new Set(CONTENT_ELEMENTS.map((row) => row.element)).size, 11);
  });
});

describe('what a request resource keeps', () => {
  it('meta information: the parameters that are no attributes of their own', () => {
    assert.equal(
      shorts(META_INFORMATION),
      'ty rids ot rqet rset oet rt rp rcn ec da gid fc drt tkns tids ltids tqi grtm gstn asi aus auri sqi rvi vsi sid',
    );
  });

  it('an operation result: the members of TS-0004 table 6.3.5.32-1', () => {
    assert.equal(shorts(OPERATION_RESULT), 'rsc rqi pc to fr ot rset ec cnst cnot');
    const required =
      OPERATION_RESULT.kind === 'complex' ? OPERATION_RESULT.members.filter((row) => row.required) : [];
    assert.deepEqual(
      required.map((row) => row.name),
      ['responseStatusCode', 'requestIdentifier'],
    );
  });
});
