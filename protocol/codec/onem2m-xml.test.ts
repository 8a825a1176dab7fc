import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PrimitiveContent } from '../model/primitive-content';
import { XML_SERIALIZATION } from './onem2m-xml';
import { UnencodableError } from './unencodable';

const M2M = 'xmlns:m2m="http://www.onem2m.org/xml/protocols"';

function read(text: string): PrimitiveContent {
  const decoded = XML_SERIALIZATION.decodeContent(text);
  assert.ok(decoded.ok, decoded.ok ? '' : decoded.fault.detail);
  return decoded.value;
}

function resource(element: string, attributes: object, more: object = {}): unknown {
  return { kind: 'resource', resource: { element, attributes, ...more } };
}

describe('XML that oneM2M peers write', () => {
  it('a default namespace stands for the usual prefix', () => {
    const text = '<grp xmlns="http://www.onem2m.org/xml/protocols"><mnm>3</mnm></grp>';
    assert.deepEqual(read(text), resource('m2m:grp', { maxNrOfMembers: 3 }));
  });

  it('a prefix of oneM2M that means another namespace is refused, at the root and within', () => {
    const foreign = 'xmlns:m2m="urn:other"';
    const texts = [
      `<m2m:grp ${foreign}><mnm>3</mnm></m2m:grp>`,
      `<m2m:grp ${M2M}><m2m:gn ${foreign}>a</m2m:gn></m2m:grp>`,
    ];
    for (const text of texts) {
      const decoded = XML_SERIALIZATION.decodeContent(text);
      assert.equal(decoded.ok ? 'read' : decoded.fault.reason, 'wrong-shape', text);
    }
  });

  it('a member from the namespace of others is not one of oneM2M', () => {
    const text = `<m2m:grp ${M2M}><x:mnm xmlns:x="urn:other">3</x:mnm></m2m:grp>`;
    const decoded = XML_SERIALIZATION.decodeContent(text);
    const known =
      decoded.ok && decoded.value.kind === 'resource' ? decoded.value.resource.attributes : undefined;
    assert.equal(known?.maxNrOfMembers, undefined);
  });

  it('a child resource is told from an attribute of the same short name', () => {
    const text = `<m2m:csr ${M2M}><cb>/cse2/x</cb><m2m:cb rn="y"/></m2m:csr>`;
    const children = [{ element: 'm2m:cb', attributes: { resourceName: 'y' } }];
    assert.deepEqual(read(text), resource('m2m:csr', { CSEBase: '/cse2/x' }, { children }));
  });

  it('text is kept as it is: CDATA, references, comments within, white space', () => {
    const text = `<m2m:cin ${M2M}><con> a<!-- x -->&lt;<![CDATA[<b>&amp;]]>\r\n&#xD;</con></m2m:cin>`;
    assert.deepEqual(read(text), resource('m2m:cin', { content: ' a<<b>&amp;\n\r' }));
  });

  it('numbers and booleans have all lexical forms of XML Schema', () => {
    const text = `<m2m:grp ${M2M}><mnm> +3 </mnm><mtv>1</mtv><some>false</some></m2m:grp>`;
    const attributes = { maxNrOfMembers: 3, memberTypeValidated: true, somecastEnable: false };
    assert.deepEqual(read(text), resource('m2m:grp', attributes));
  });

  it('a bare document type is read, schema hints are passed over', () => {
    const hint = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"';
    const text = `\uFEFF<?xml version="1.0" encoding="utf-8"?><!DOCTYPE grp><m2m:grp ${M2M} ${hint}/>`;
    assert.deepEqual(read(text), resource('m2m:grp', {}));
  });

  it('an update in a whole request deletes by an empty element', () => {
    const text = `<m2m:rqp ${M2M}><op>3</op><to>g</to><rqi>r</rqi><pc><m2m:grp><gn/><mid/></m2m:grp></pc></m2m:rqp>`;
    assert.deepEqual(XML_SERIALIZATION.decodeRequest(text), {
      ok: true,
      value: {
        operation: 'update',
        to: 'g',
        requestIdentifier: 'r',
        content: resource('m2m:grp', { groupName: null, memberIDs: [] }),
      },
    });
  });

  it('the root of a request is no response', () => {
    const decoded = XML_SERIALIZATION.decodeResponse(`<m2m:rqp ${M2M}><rsc>2000</rsc></m2m:rqp>`);
    assert.equal(decoded.ok ? 'read' : decoded.fault.reason, 'wrong-shape');
  });
});

describe('what XML cannot carry', () => {
  const cases = {
    'a control character': { groupName: 'a\u0000b' },
    'white space in a list': { memberIDs: ['a b'] },
    'an empty item in a list': { memberIDs: [''] },
    'a line break in an XML attribute': { resourceName: 'a\nb' },
  };
  for (const [what, attributes] of Object.entries(cases)) {
    it(`${what} is not written`, () => {
      const content = { kind: 'resource', resource: { element: 'm2m:grp', attributes } } as const;
      assert.throws(() => XML_SERIALIZATION.encodeContent(content), UnencodableError);
    });
  }

  it('an unknown attribute that is no XML name is not written', () => {
    const unknown = { 'a b': 1 };
    const content = { kind: 'resource', resource: { element: 'm2m:grp', attributes: {}, unknown } } as const;
    assert.throws(() => XML_SERIALIZATION.encodeContent(content), UnencodableError);
  });
});
