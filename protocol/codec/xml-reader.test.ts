import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { XML_SERIALIZATION } from './onem2m-xml';

/** What elements mean. @see TS-0004 8.3.1 */
const M2M = 'xmlns:m2m="http://www.onem2m.org/xml/protocols"';

function group(members: string, purpose: 'create' | 'update' | 'other') {
  const read = XML_SERIALIZATION.decodeContent(`<m2m:grp ${M2M}>${members}</m2m:grp>`, { purpose });
  if (!read.ok) return [read.fault.reason, read.fault.where];
  if (read.value.kind !== 'resource') return read.value.kind;
  const { attributes, unknown } = read.value.resource;
  return unknown === undefined ? attributes : { ...attributes, unknown };
}

describe('empty elements', () => {
  const cases = [
    ['update', '<gn/>', { groupName: null }],
    ['update', '<mid/>', { memberIDs: [] }],
    ['update', '<lbl></lbl>', { labels: null }],
    ['update', '<mnm/>', { maxNrOfMembers: null }],
    ['update', '<zzz/>', { unknown: { zzz: null } }],
    ['update', '<gn> </gn>', { groupName: ' ' }],
    ['create', '<gn/>', { groupName: '' }],
    ['create', '<lbl/>', { labels: [] }],
    ['create', '<zzz/>', { unknown: { zzz: '' } }],
    ['create', '<mnm/>', ['wrong-type', 'body/m2m:grp/mnm']],
    ['create', '<some/>', ['wrong-type', 'body/m2m:grp/some']],
    ['other', '<gn/>', { groupName: '' }],
    ['other', '<lbl/>', { labels: [] }],
    [
      'other',
      '<mnm/><csy/><some/>',
      { maxNrOfMembers: null, consistencyStrategy: null, somecastEnable: null },
    ],
  ] as const;
  for (const [purpose, members, read] of cases) {
    it(`${members} (${purpose})`, () => assert.deepEqual(group(members, purpose), read));
  }
});

describe('members', () => {
  const cases = [
    ['<mid>\n a \t b\n</mid>', { memberIDs: ['a', 'b'] }],
    ['<zzz>1</zzz><zzz>2</zzz><zzz>3</zzz>', { unknown: { zzz: ['1', '2', '3'] } }],
    ['<zzz a="1">t</zzz>', { unknown: { zzz: { a: '1', val: 't' } } }],
    ['<zzz a="1"/>', { unknown: { zzz: { a: '1' } } }],
    ['<zzz x:a="1" b="2" xmlns:x="urn:x"/>', { unknown: { zzz: { b: '2' } } }],
    ['<zzz><y/></zzz>', { unknown: { zzz: { y: '' } } }],
    ['<zzz>t<y/></zzz>', ['wrong-shape', 'body/m2m:grp/zzz']],
    ['<m2m:gn>a</m2m:gn>', { groupName: 'a' }],
    ['<gn>a</gn><gn>b</gn>', ['repeated', 'body/m2m:grp/gn']],
    ['<gn xmlns="urn:x">a</gn>', { groupName: 'a' }],
    ['<mid>a<b/></mid>', ['wrong-shape', 'body/m2m:grp/mid']],
  ] as const;
  for (const [members, read] of cases) {
    it(members, () => assert.deepEqual(group(members, 'other'), read));
  }
});

describe('whole requests and responses', () => {
  const refused = [
    [`<m2m:rqp ${M2M}><op>2</op><to>a</to></m2m:rqp>`, 'missing', 'body/rqi'],
    [`<m2m:rqp ${M2M}/>`, 'missing', 'body/op'],
    [`<m2m:rsp ${M2M}><op>2</op></m2m:rsp>`, 'wrong-shape', 'body'],
    ['<a', 'syntax', 'body'],
  ] as const;
  for (const [text, reason, where] of refused) {
    it(`${text} is refused: ${reason}`, () => {
      const read = XML_SERIALIZATION.decodeRequest(text);
      assert.deepEqual(read.ok ? 'read' : [read.fault.reason, read.fault.where], [reason, where]);
    });
  }

  it('what is empty in the content of a creation is no NULL', () => {
    const pc = '<pc><m2m:grp><gn/></m2m:grp></pc>';
    const read = XML_SERIALIZATION.decodeRequest(
      `<m2m:rqp ${M2M}><op>1</op><to>g</to><rqi>r</rqi>${pc}</m2m:rqp>`,
    );
    assert.deepEqual(read.ok && read.value.content, {
      kind: 'resource',
      resource: { element: 'm2m:grp', attributes: { groupName: '' } },
    });
  });

  it('an update without content is read, as is a response', () => {
    const update = XML_SERIALIZATION.decodeRequest(
      `<m2m:rqp ${M2M}><op>3</op><to>g</to><rqi>r</rqi></m2m:rqp>`,
    );
    assert.deepEqual(update, { ok: true, value: { operation: 'update', to: 'g', requestIdentifier: 'r' } });
    const response = XML_SERIALIZATION.decodeResponse(
      `<m2m:rsp ${M2M}><rsc>2000</rsc><rqi>r</rqi></m2m:rsp>`,
    );
    assert.deepEqual(response, { ok: true, value: { responseStatusCode: 2000, requestIdentifier: 'r' } });
    const broken = XML_SERIALIZATION.decodeResponse('<a');
    assert.equal(broken.ok ? 'read' : broken.fault.reason, 'syntax');
  });
});
