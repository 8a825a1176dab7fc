import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DataType } from '../tables/onem2m/rows';
import { scalarFromText } from './scalar-text';

const TYPES = {
  boolean: { kind: 'boolean', name: 'xs:boolean' },
  integer: { kind: 'integer', name: 'xs:integer' },
  enumeration: { kind: 'enumeration', name: 'm2m:some', values: [1] },
  number: { kind: 'number', name: 'xs:float' },
  string: { kind: 'string', name: 'xs:string' },
  uri: { kind: 'uri', name: 'xs:anyURI' },
} as const satisfies { readonly [kind: string]: DataType };

/** Lexical forms of XML Schema part 2; text that is none of its type stays as it came, for the reader to refuse. */
const CASES: { readonly [type in keyof typeof TYPES]: readonly (readonly [string, unknown])[] } = {
  boolean: [
    [' true ', true],
    ['1', true],
    ['false', false],
    ['0', false],
    ['no', 'no'],
    ['10', '10'],
  ],
  integer: [
    ['  -12  ', -12],
    ['+3', 3],
    ['12a', '12a'],
    ['a12', 'a12'],
    ['1.5', '1.5'],
    ['', ''],
  ],
  enumeration: [
    ['24', 24],
    ['two', 'two'],
  ],
  number: [
    ['1', 1],
    ['21.5', 21.5],
    ['21.', 21],
    ['-.25', -0.25],
    ['+12.50', 12.5],
    ['  1.5e12  ', 1.5e12],
    ['15E-10', 15e-10],
    ['2e+3', 2000],
    ['.', '.'],
    ['1.5.5', '1.5.5'],
    ['x1', 'x1'],
    ['1x', '1x'],
    ['1e', '1e'],
    ['x.5', 'x.5'],
    ['*1', '*1'],
    ['1e*1', '1e*1'],
    ['1e-x', '1e-x'],
    ['.x', '.x'],
    ['1.x', '1.x'],
  ],
  string: [[' a ', ' a ']],
  uri: [['\n http://a/b ', 'http://a/b']],
};

for (const kind of ['boolean', 'integer', 'enumeration', 'number', 'string', 'uri'] as const) {
  describe(`text of a ${kind}`, () => {
    for (const [text, value] of CASES[kind]) {
      it(`${JSON.stringify(text)} is ${JSON.stringify(value)}`, () => {
        assert.equal(scalarFromText(TYPES[kind], text), value);
      });
    }
  });
}
