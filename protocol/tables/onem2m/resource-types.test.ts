import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  MGMT_OBJ_SPECIALIZATIONS,
  RESOURCE_TYPES,
  ResourceType,
  resourceTypeByElement,
  resourceTypeByNumber,
  resourceTypeNamed,
} from './resource-types';

/** Copied by hand from TS-0004 tables 6.3.4.2.1-1, 8.2.4-1 and 6.8-1: number, element, virtual children. */
const TYPES = {
  accessControlPolicy: [1, 'm2m:acp'],
  AE: [2, 'm2m:ae'],
  container: [3, 'm2m:cnt', 'la', 'ol'],
  contentInstance: [4, 'm2m:cin'],
  CSEBase: [5, 'm2m:cb'],
  group: [9, 'm2m:grp', 'fopt', 'sfop'],
  mgmtObj: [13, 'm2m:mgmtObj'],
  node: [14, 'm2m:nod'],
  remoteCSE: [16, 'm2m:csr'],
  request: [17, 'm2m:req'],
  schedule: [18, 'm2m:sch'],
  subscription: [23, 'm2m:sub', 'ntsr'],
  flexContainer: [28, 'm2m:flexContainer'],
};

/** Copied by hand from docs/profiles/service-sessions.md. */
const SESSION_TYPES = {
  sessions: [9001, 'fp:sns', 'subscriptions'],
  session: [9002, 'fp:ses', 'sessionPolicies'],
  sessionEndpoint: [9003, 'fp:sep'],
  nextHop: [9004, 'fp:nxh'],
  sessionPolicy: [9005, 'fp:spo'],
  sessionContext: [9006, 'fp:sct'],
};

const SESSION_SHORT_NAMES: Readonly<Record<string, string>> = {
  sessions: '',
  session: 'sid scr tep iep aep sad sst mnc pth',
  sessionEndpoint: 'eid ead nu dsc lsq',
  nextHop: 'nhc nha lto',
  sessionPolicy: 'dlv se apt mxd',
  sessionContext: 'op to fr rqi ot rsc',
  container: 'sid prd',
};

/** Short names of the specific attributes, copied by hand from TS-0004 7.4 and table 8.2.3. */
const SPECIFIC_SHORT_NAMES: Readonly<Record<string, string>> = {
  accessControlPolicy: 'pv pvs adri apri airi',
  AE: 'apn api aei poa or nl rr csz esi mei srv regs trps scp tren ape tri trn',
  container: 'mni mbs mia cni cbs li or disr',
  contentInstance: 'cnf cs conr or con',
  CSEBase: 'acpi cst csi srt poa nl daci csz esi srv',
  mgmtObj: 'mgd obis obps dc mgs cmlk',
  node: 'ni hcl hael hsl mgca rms nid',
  remoteCSE: 'cst poa cb csi mei tri rr nl trn csz esi dcse srv mtcc egid tren ape',
  request: 'op tg org rid mi pc rs ors',
  schedule: 'se nco',
  subscription: 'enc exc nu gpi nfu bn rl psn pn nsp ln nct nec su acrs',
  flexContainer: 'cnd or cs nl',
};

const ALL_ROWS = [...RESOURCE_TYPES, ...MGMT_OBJ_SPECIALIZATIONS];

function attributesOf(type: string, which: (row: { create: string; update: string }) => boolean): string[] {
  const rows = resourceTypeNamed(type)?.attributes ?? [];
  return rows.filter(which).map((row) => row.short);
}

describe('resource types', () => {
  it('have the numbers, elements and virtual children of the standard and of the profile', () => {
    const rows = RESOURCE_TYPES.map((row) => [row.name, [row.type, row.element, ...row.virtualChildren]]);
    assert.deepEqual(Object.fromEntries(rows), { ...TYPES, ...SESSION_TYPES });
    assert.equal(ResourceType.group, 9);
  });

  it('have one row per name, number and element', () => {
    for (const key of ['name', 'type', 'element'] as const) {
      assert.equal(new Set(RESOURCE_TYPES.map((row) => row[key])).size, RESOURCE_TYPES.length, key);
    }
  });

  for (const row of ALL_ROWS) {
    it(`${row.specialization ?? row.name}: each attribute once, by name and by short name`, () => {
      const names = row.attributes.map((attribute) => attribute.name);
      const shorts = row.attributes.map((attribute) => attribute.short);
      assert.deepEqual(names, [...new Set(names)]);
      assert.deepEqual(shorts, [...new Set(shorts)]);
    });
  }

  for (const [type, shorts] of Object.entries(SPECIFIC_SHORT_NAMES)) {
    it(`${type}: the specific attributes of the standard`, () => {
      const table = type === 'mgmtObj' || type === 'flexContainer' ? '-2' : '-3';
      const rows = resourceTypeNamed(type)?.attributes.filter((row) => row.clause.endsWith(table)) ?? [];
      assert.equal(rows.map((row) => row.short).join(' '), shorts);
    });
  }

  for (const [type, shorts] of Object.entries(SESSION_SHORT_NAMES)) {
    it(`${type}: the attributes of the profile of sessions`, () => {
      const rows = resourceTypeNamed(type)?.attributes ?? [];
      const own = rows.slice(type === 'container' ? -2 : 8);
      assert.equal(own.map((row) => row.short).join(' '), shorts);
      assert.ok(type === 'container' || rows.every((row) => row.update === 'NP'));
    });
  }

  it('put what XML keeps in order as the schema inherits it', () => {
    const first = resourceTypeNamed('container')?.attributes.slice(0, 14);
    assert.equal(first?.map((row) => row.short).join(' '), 'rn ty ri pi ct lt lbl acpi et daci at aa st cr');
    const ofPolicies = resourceTypeNamed('accessControlPolicy')?.attributes.map((row) => row.short) ?? [];
    assert.equal(ofPolicies.includes('acpi'), false);
  });

  it('make the same attributes mandatory in a create as the standard', () => {
    const mandatory = (type: string) => attributesOf(type, (row) => row.create === 'M').join(' ');
    assert.equal(mandatory('AE'), 'api rr srv');
    assert.equal(mandatory('remoteCSE'), 'cb rr srv');
    assert.equal(mandatory('accessControlPolicy'), 'pv pvs');
    assert.equal(mandatory('contentInstance'), 'con');
    assert.equal(mandatory('container'), '');
    assert.equal(mandatory('group'), 'mnm mid');
    assert.equal(mandatory('subscription'), 'nu');
    assert.equal(mandatory('flexContainer'), 'cnd');
    assert.equal(mandatory('schedule'), 'se');
    assert.equal(mandatory('node'), 'ni');
    assert.equal(mandatory('request'), '');
  });

  it('let nothing of a contentInstance and little of a request be updated', () => {
    const updatable = (type: string) => attributesOf(type, (row) => row.update !== 'NP').join(' ');
    assert.equal(updatable('contentInstance'), '');
    assert.equal(updatable('CSEBase'), '');
    assert.equal(updatable('request'), 'acpi daci');
  });

  it('let no request create a CSEBase or a request', () => {
    for (const type of ['CSEBase', 'request']) {
      assert.deepEqual(
        attributesOf(type, (row) => row.create !== 'NP'),
        [],
      );
    }
  });

  it('stand only under types that the tables know', () => {
    for (const { name, parents } of RESOURCE_TYPES) {
      for (const parent of parents) assert.ok(resourceTypeNamed(parent), `${name} under ${parent}`);
    }
    assert.deepEqual(resourceTypeNamed('group')?.parents, ['AE', 'remoteCSE', 'CSEBase']);
    assert.deepEqual(resourceTypeNamed('contentInstance')?.parents, ['container']);
  });
});

describe('looking a resource type up', () => {
  it('by number', () => {
    assert.equal(resourceTypeByNumber(9)?.name, 'group');
    assert.equal(resourceTypeByNumber(33), undefined);
  });

  it('by element', () => {
    assert.equal(resourceTypeByElement('m2m:grp')?.name, 'group');
    assert.equal(resourceTypeByElement('m2m:cb')?.name, 'CSEBase');
  });

  it('finds the row of a management object that the tables describe', () => {
    const firmware = resourceTypeByElement('m2m:fwr');
    assert.equal(firmware?.name, 'mgmtObj');
    assert.equal(firmware?.specialization, 'firmware');
    assert.equal(firmware?.type, 13);
    assert.equal(firmware?.customAttributes, undefined);
    assert.deepEqual(
      firmware?.attributes.slice(-5).map((row) => `${row.short} ${row.create} ${row.update}`),
      ['vr M O', 'fwn M O', 'url M O', 'ud M O', 'uds NP O'],
    );
  });

  it('finds mgmtObj for one that they do not describe, open for its attributes', () => {
    assert.equal(resourceTypeByElement('m2m:mem')?.name, 'mgmtObj');
    assert.equal(resourceTypeByElement('m2m:mem')?.customAttributes, true);
  });

  it('finds flexContainer for every foreign namespace, open for custom attributes', () => {
    assert.equal(resourceTypeByElement('cod:color')?.name, 'flexContainer');
    assert.equal(resourceTypeByElement('hd:binSh')?.customAttributes, true);
    assert.equal(resourceTypeByElement('m2m:gis')?.name, 'flexContainer');
  });

  for (const element of ['', 'grp', 'm2m:', ':grp', 'm2m:group', 'm2m:sgn', 'a:b:c', 'm2m:grp ']) {
    it(`finds nothing for '${element}'`, () => {
      assert.equal(resourceTypeByElement(element), undefined);
    });
  }
});
