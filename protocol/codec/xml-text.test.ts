import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from './limits';
import { Place } from './place';
import { parseXml, type XmlElement } from './xml-tree';

/** What XML 1.0 has, and what it does not. */
function outcomeOf(text: string, limits = DEFAULT_LIMITS) {
  const place = new Place('body');
  return place.outcome<XmlElement>(parseXml(text, limits, place));
}

function textOf(text: string): string {
  const read = outcomeOf(`<a>${text}</a>`);
  return read.ok ? read.value.text : read.fault.reason;
}

describe('references', () => {
  const cases = [
    ['&#9;|&#10;|&#13;', '\t|\n|\r'],
    ['&#32;', ' '],
    ['&#x41;&#xe4;&#xFC;', 'Aäü'],
    ['&#x1F600;&#128512;', '😀😀'],
    ['&#xD7FF;&#xE000;&#xFFFD;', '\uD7FF\uE000\uFFFD'],
    ['&#x10FFFF;', '\u{10FFFF}'],
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&amp;lt;', '&lt;'],
    ['&#8;', 'syntax'],
    ['&#11;', 'syntax'],
    ['&#31;', 'syntax'],
    ['&#xD800;', 'syntax'],
    ['&#xDFFF;', 'syntax'],
    ['&#xFFFE;', 'syntax'],
    ['&#xFFFF;', 'syntax'],
    ['&#x110000;', 'syntax'],
    ['&#9999999;', 'syntax'],
    ['&#12345678;', 'syntax'],
    ['&', 'syntax'],
    ['& ', 'syntax'],
    ['&amp', 'syntax'],
    ['&#xG;', 'syntax'],
    ['&nbsp;', 'entities'],
    ['&toString;', 'entities'],
  ] as const;
  for (const [text, read] of cases) {
    it(`${text} is ${JSON.stringify(read)}`, () => assert.equal(textOf(text), read));
  }
});

describe('declarations', () => {
  const read = [
    '<?xml version="1.0"?><a/>',
    "<?xml  version = '1.1'  encoding = 'utf8'  standalone = 'yes' ?><a/>",
    '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<a/>',
    '\uFEFF<a/>',
    '<?xml-stylesheet href="a"?><a/>',
    '<a/><?axml?><?a xml ?>',
    '<!DOCTYPE  a ><a/>',
    '<!-- - --><a/><!---->',
  ];
  for (const text of read)
    it(`${JSON.stringify(text)} is read`, () => assert.equal(outcomeOf(text).ok, true));

  const refused = [
    ['<?xml version="1.0" encoding="latin1"?><a/>', 'not-utf8'],
    ['<?xml  version = "1.0"  encoding = "latin1" ?><a/>', 'not-utf8'],
    ['<?xml version="1.0" encoding="x-utf-8"?><a/>', 'not-utf8'],
    ['<?xml version="1.0" encoding="utf-88"?><a/>', 'not-utf8'],
    [' <?xml version="1.0"?><a/>', 'syntax'],
    ['<a/><?xml version="1.0"?>', 'syntax'],
    ['<a/><?xml?>', 'syntax'],
    ['<a/><?xml encoding="latin1"?>', 'syntax'],
    ['<a><?xml version="1.0" encoding="latin1"?></a>', 'syntax'],
    ['<!DOCTYPE a SYSTEM "x"><a/>', 'entities'],
    ['<!ELEMENT a><a/>', 'syntax'],
    ['<!-- -- --><a/>', 'syntax'],
    ['<!-- <a/>', 'syntax'],
    ['<a/><!--', 'syntax'],
    ['<a/><? ', 'syntax'],
    ['<a><![CDATA[x</a>', 'syntax'],
    ['<a>]]></a>', 'syntax'],
    ['<a>x', 'syntax'],
    ['<a', 'syntax'],
    ['< a/>', 'syntax'],
    ['<a></ a>', 'syntax'],
    ['<a></a x>', 'syntax'],
    ['</a>', 'syntax'],
    ['<a/></a>', 'syntax'],
    ['<a b="<"/>', 'syntax'],
    ['<a b=c/>', 'syntax'],
    ['<a b="1"c="2"/>', 'syntax'],
    ['<a b="&nbsp;" b="2"/>', 'entities'],
    ['x<a/>', 'syntax'],
    ['<a/>x', 'syntax'],
    ['<a>\u0001</a>', 'syntax'],
    ['', 'syntax'],
    [' ', 'syntax'],
  ] as const;
  for (const [text, reason] of refused) {
    it(`${JSON.stringify(text)} is refused: ${reason}`, () => {
      const read = outcomeOf(text);
      assert.equal(read.ok ? 'read' : read.fault.reason, reason);
    });
  }

  it('a fault tells the line that it is in', () => {
    const read = outcomeOf('<a>\r\n\r<b>\n</b>< </a>');
    assert.equal(read.ok ? 'read' : read.fault.detail, 'not XML in line 4: expected a tag');
  });
});

describe('attributes and namespaces', () => {
  it('attributes have either quote, references, and blanks for line breaks; declarations are none', () => {
    const read = outcomeOf(`<a xmlns="u" xmlns:p="v" b = "1&lt;'\n" c='"\t' p:d=""/>`);
    assert.equal(read.ok, true);
    if (!read.ok) return;
    assert.deepEqual(
      [...read.value.attributes],
      [
        ['b', "1<' "],
        ['c', '" '],
        ['p:d', ''],
      ],
    );
    assert.equal(read.value.namespace, 'u');
  });

  it('a namespace holds within, until another is declared', () => {
    const read = outcomeOf(
      '<p:a xmlns:p="u" xmlns="v"><b/><c xmlns="" x="1"/><p:d xmlns:p="w"/><xml:e/></p:a>',
    );
    assert.equal(read.ok, true);
    if (!read.ok) return;
    const { children, prefix, localName, namespace } = read.value;
    assert.deepEqual([prefix, localName, namespace], ['p', 'a', 'u']);
    assert.deepEqual(
      children.map((child) => [child.prefix, child.localName, child.namespace, [...child.attributes]]),
      [
        ['', 'b', 'v', []],
        ['', 'c', '', [['x', '1']]],
        ['p', 'd', 'w', []],
        ['xml', 'e', 'http://www.w3.org/XML/1998/namespace', []],
      ],
    );
  });

  it('as many attributes and children as the limit are read, and no more', () => {
    const limits = { ...DEFAULT_LIMITS, entries: 2 };
    const reasonOf = (text: string) => {
      const read = outcomeOf(text, limits);
      return read.ok ? 'read' : read.fault.reason;
    };
    assert.equal(reasonOf('<a b="" c=""/>'), 'read');
    assert.equal(reasonOf('<a b="" c="" d=""/>'), 'syntax');
    assert.equal(reasonOf('<a><b/><c/></a>'), 'read');
    assert.equal(reasonOf('<a><b/><c/><d/></a>'), 'too-large');
  });
});
