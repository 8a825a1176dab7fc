import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PrimitiveContent } from '../model/primitive-content';
import { JSON_SERIALIZATION } from './onem2m-json';
import { XML_SERIALIZATION } from './onem2m-xml';
import { UnencodableError } from './unencodable';

/** Content of each kind, and what is none. @see TS-0004 7.5.2, 8.3, 8.4 */
type Purpose = 'create' | 'update' | 'other';

function outcomeOf(text: string, purpose: Purpose = 'other') {
  const read = JSON_SERIALIZATION.decodeContent(text, { purpose });
  return read.ok ? read.value : [read.fault.reason, read.fault.where];
}

function group(attributes: object): object {
  return { kind: 'resource', resource: { element: 'm2m:grp', attributes } };
}

const KINDS: readonly (readonly [string, PrimitiveContent])[] = [
  ['{"m2m:uri":"a"}', { kind: 'uri', uri: 'a' }],
  ['{"m2m:dbg":"a"}', { kind: 'debug', text: 'a' }],
  ['{"m2m:atrl":["gn","zzz"]}', { kind: 'attributeList', names: ['groupName', 'zzz'] }],
  ['{"m2m:uril":["a","b"]}', { kind: 'uriList', uris: ['a', 'b'] }],
  ['{"m2m:zzz":{"a":1}}', { kind: 'other', element: 'm2m:zzz', value: { a: 1 } }],
  [
    '{"m2m:rsp":{"rsc":2000,"rqi":"r"}}',
    { kind: 'response', response: { responseStatusCode: 2000, requestIdentifier: 'r' } },
  ],
  [
    '{"m2m:agr":{"ri":"req1","m2m:rsp":[]}}',
    { kind: 'aggregatedResponse', responses: [], resourceID: 'req1' },
  ],
  [
    '{"m2m:agn":{"m2m:sgn":[{"vrq":true},{"sud":true,"sur":"s","cr":"c"}]}}',
    {
      kind: 'aggregatedNotification',
      notifications: [
        { verificationRequest: true },
        { subscriptionDeletion: true, subscriptionReference: 's', creator: 'c' },
      ],
    },
  ],
  [
    '{"m2m:rce":{"uri":"a","m2m:cnt":{"rn":"c"}}}',
    {
      kind: 'resourceAndAddress',
      uri: 'a',
      resource: { element: 'm2m:cnt', attributes: { resourceName: 'c' } },
    },
  ],
];

describe('each kind of content', () => {
  for (const [text, content] of KINDS) {
    it(`${text} is read and written`, () => {
      assert.deepEqual(outcomeOf(text), content);
      assert.equal(JSON_SERIALIZATION.encodeContent(content), text);
    });
    it(`${text} is the same in XML`, () => {
      if (content.kind === 'other') return;
      const xml = XML_SERIALIZATION.encodeContent(content);
      assert.deepEqual(XML_SERIALIZATION.decodeContent(xml), { ok: true, value: content });
    });
  }

  const tolerated = [
    ['{"m2m:agr":{}}', { kind: 'aggregatedResponse', responses: [] }],
    ['{"m2m:agr":{"ri":null}}', { kind: 'aggregatedResponse', responses: [] }],
    ['{"m2m:agr":{"rsp":[{"rsc":1}],"m2m:rsp":[]}}', { kind: 'aggregatedResponse', responses: [] }],
    ['{"m2m:rrl":{"rrf":[{"val":"a"}]}}', { kind: 'references', references: [{ uri: 'a' }] }],
    ['{"m2m:rrl":{"rrf":[{"nm":null,"typ":null}]}}', { kind: 'references', references: [{ uri: '' }] }],
    ['{"m2m:rrl":{}}', { kind: 'references', references: [] }],
    ['{"m2m:uril":["a",null]}', { kind: 'uriList', uris: ['a'] }],
    [
      '{"m2m:sgn":{"nev":{"net":null,"rep":null},"vrq":null,"sur":null,"zzz":1}}',
      { kind: 'notification', notification: { event: {} } },
    ],
    ['{"m2m:sgn":{"nev":null}}', { kind: 'notification', notification: {} }],
    [
      '{"m2m:grp":{"m2m:cnt":{"rn":"c"}}}',
      {
        kind: 'resource',
        resource: {
          element: 'm2m:grp',
          attributes: {},
          children: [{ element: 'm2m:cnt', attributes: { resourceName: 'c' } }],
        },
      },
    ],
  ] as const;
  for (const [text, content] of tolerated) {
    it(`${text} is read`, () => assert.deepEqual(outcomeOf(text), content));
  }

  const refused = [
    ['7', 'wrong-type', 'body'],
    ['{"m2m:uri":7}', 'wrong-type', 'body/m2m:uri'],
    ['{"m2m:uri":null}', 'wrong-type', 'body/m2m:uri'],
    ['{"m2m:dbg":null}', 'wrong-type', 'body/m2m:dbg'],
    ['{"m2m:uril":"a"}', 'wrong-type', 'body/m2m:uril'],
    ['{"m2m:uril":null}', 'wrong-type', 'body/m2m:uril'],
    ['{"m2m:atrl":null}', 'wrong-type', 'body/m2m:atrl'],
    ['{"m2m:rrl":null}', 'wrong-type', 'body/m2m:rrl'],
    ['{"m2m:rsp":null}', 'wrong-type', 'body/m2m:rsp'],
    ['{"m2m:sgn":[]}', 'wrong-type', 'body/m2m:sgn'],
    ['{"m2m:agr":null}', 'wrong-type', 'body/m2m:agr'],
    ['{"m2m:agr":{"ri":7}}', 'wrong-type', 'body/m2m:agr/ri'],
    ['{"m2m:agr":{"m2m:rsp":{}}}', 'wrong-type', 'body/m2m:agr/m2m:rsp'],
    ['{"m2m:agr":{"m2m:rsp":[{"rsc":2000},{"rqi":"r"}]}}', 'missing', 'body/m2m:agr/m2m:rsp[1]'],
    ['{"m2m:agn":{}}', 'wrong-type', 'body/m2m:agn/m2m:sgn'],
    ['{"m2m:agn":null}', 'wrong-type', 'body/m2m:agn/m2m:sgn'],
    ['{"m2m:agn":{"m2m:sgn":[7]}}', 'wrong-type', 'body/m2m:agn/m2m:sgn[0]'],
    ['{"m2m:rce":null}', 'wrong-type', 'body/m2m:rce'],
    ['{"m2m:rce":{"m2m:cnt":{}}}', 'missing', 'body/m2m:rce/uri'],
    ['{"m2m:rce":{"uri":7,"m2m:cnt":{}}}', 'missing', 'body/m2m:rce/uri'],
    ['{"m2m:rce":{"uri":"a"}}', 'wrong-shape', 'body/m2m:rce'],
    ['{"m2m:rce":{"uri":"a","m2m:dbg":"b"}}', 'wrong-shape', 'body/m2m:rce'],
    ['{"m2m:grp":{"m2m:cnt":[{},7]}}', 'wrong-type', 'body/m2m:grp/m2m:cnt[1]'],
  ] as const;
  for (const [text, reason, where] of refused) {
    it(`${text} is refused: ${reason}`, () => assert.deepEqual(outcomeOf(text), [reason, where]));
  }

  it('what is no resource type is not written as a resource, nor an event with more than it has', () => {
    const resource = { element: 'm2m:rsp', attributes: {} };
    assert.throws(() => JSON_SERIALIZATION.encodeContent({ kind: 'resource', resource }), UnencodableError);
    const notification = { verificationRequest: true, ...{ zzz: 1 } };
    assert.throws(
      () => JSON_SERIALIZATION.encodeContent({ kind: 'notification', notification }),
      UnencodableError,
    );
  });
});

/** Bounds hold for who creates or updates; a peer of a later release may have others. @see TS-0004 6.3, 8.4.2 */
describe('values of attributes', () => {
  const read = [
    ['create', '{"mnm":1}', { maxNrOfMembers: 1 }],
    ['other', '{"mnm":0}', { maxNrOfMembers: 0 }],
    ['other', '{"csy":9,"mid":["a b",""]}', { consistencyStrategy: 9, memberIDs: ['a b', ''] }],
    ['other', '{"macp":[]}', { membersAccessControlPolicyIDs: [] }],
    ['create', '{"macp":["a"]}', { membersAccessControlPolicyIDs: ['a'] }],
    ['update', '{"mid":[],"gn":"a b","lbl":null}', { memberIDs: [], groupName: 'a b', labels: null }],
    ['create', '{"et":20300101}', { expirationTime: '20300101' }],
    ['create', '{"cr":"C A"}', { creator: 'C A' }],
  ] as const;
  for (const [purpose, text, attributes] of read) {
    it(`${text} is read (${purpose})`, () => {
      assert.deepEqual(outcomeOf(`{"m2m:grp":${text}}`, purpose), group(attributes));
    });
  }

  const refused = [
    ['create', '{"mnm":0}', 'wrong-type', '/mnm'],
    ['update', '{"mnm":1.5}', 'wrong-type', '/mnm'],
    ['update', '{"csy":9}', 'wrong-type', '/csy'],
    ['update', '{"macp":[]}', 'wrong-shape', '/macp'],
    ['update', '{"lbl":["a",null]}', 'wrong-type', '/lbl[1]'],
    ['update', '{"mid":["a"," b"]}', 'wrong-type', '/mid[1]'],
    ['update', '{"mid":["a","b "]}', 'wrong-type', '/mid[1]'],
    ['update', '{"lbl":["a","b c"]}', 'wrong-type', '/lbl[1]'],
    ['create', '{"et":1.5}', 'wrong-type', '/et'],
    ['create', '{"gn":7}', 'wrong-type', '/gn'],
    ['other', '{"mid":"a"}', 'wrong-type', '/mid'],
  ] as const;
  for (const [purpose, text, reason, where] of refused) {
    it(`${text} is refused (${purpose}): ${reason}`, () => {
      assert.deepEqual(outcomeOf(`{"m2m:grp":${text}}`, purpose), [reason, `body/m2m:grp${where}`]);
    });
  }

  it('a subscription notifies addresses without blanks', () => {
    const reasonOf = (uri: string) => outcomeOf(`{"m2m:sub":{"su":"${uri}"}}`, 'create');
    for (const uri of ['', ' a', 'a ', 'a b']) {
      assert.deepEqual(reasonOf(uri), ['wrong-type', 'body/m2m:sub/su'], JSON.stringify(uri));
    }
    assert.equal('kind' in reasonOf('http://a'), true);
  });

  it('a complex value has what it requires, from who creates it', () => {
    const text = '{"m2m:acp":{"pv":{"acr":[{"acor":["a"]}]}}}';
    assert.deepEqual(outcomeOf(text, 'create'), ['missing', 'body/m2m:acp/pv/acr[0]/acop']);
    assert.equal('kind' in outcomeOf(text), true);
  });
});

/** The schema of a specialization may add attributes; a name that XML cannot carry is none. @see TS-0004 7.4.37 */
it('attributes of a specialization have names that XML can carry', () => {
  assert.deepEqual(outcomeOf('{"cod:color":{"red":1,"a-b.c_1":2,"1a":3,"a b":4}}'), {
    kind: 'resource',
    resource: {
      element: 'cod:color',
      attributes: { red: 1, 'a-b.c_1': 2 },
      unknown: { '1a': 3, 'a b': 4 },
    },
  });
});
