import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Decoded } from '../../model/decoded';
import { parseClientURI } from '../../model/dm2-client-uri-text';
import { verbRow } from '../../tables/dm2/verbs';
import { decodeInitiation } from './initiation';
import { decodeInspection } from './inspection';
import { isNotificationAuthentic } from './notification';
import { decodePushAcceptance, decodePushReport, decodePushRequest } from './push';
import { decodeRequestPackage } from './request-package';
import { decodeResponsePackage } from './response-package';
import { decodeObjects } from './serialized-object';
import { decodeTrigger } from './trigger';

/** What the profile shows is what the codec takes: a stranger copies from that page. */
const PAGE = readFileSync(join(__dirname, '../../../docs/profiles/dm2.md'), 'utf8');
const BLOCKS = [...PAGE.matchAll(/^```(\w*)\n(.*?)^```$/gmsu)].map(([, language = '', text = '']) => ({
  language,
  text,
}));

const DECODERS: readonly ((text: string) => Decoded<unknown>)[] = [
  decodeInitiation,
  decodeRequestPackage,
  decodeResponsePackage,
  decodeObjects,
  decodePushRequest,
  decodePushReport,
  decodePushAcceptance,
  decodeTrigger,
  decodeInspection,
];

function isTaken(text: string): boolean {
  return DECODERS.some((decode) => decode(text).ok);
}

/** The JSON documents that begin at the start of a line. */
function documentsOf(text: string): string[] {
  return [...text.matchAll(/^[{[].*?[}\]]$(?=\n(?:\n|$|\d{3}))/gmsu)].map(([document]) => document);
}

describe('the profile of DM 2.0', () => {
  it('shows JSON that is read', () => {
    const documents = BLOCKS.filter(({ language }) => language === 'json').map(({ text }) => text);
    assert.equal(documents.length, 8);
    for (const document of documents) assert.ok(isTaken(document), document);
  });

  it('shows a session whose messages are read', () => {
    const documents = documentsOf(BLOCKS[0]?.text ?? '');
    assert.equal(documents.length, 8);
    for (const document of documents) assert.ok(isTaken(document), document);
  });

  it('shows one notification, in octets and in base64', () => {
    const hex = /^13001b646d73[\da-f]{100,}$/mu.exec(PAGE)?.[0] ?? '';
    const octets = Buffer.from(hex, 'hex');
    const text = (part: string): Uint8Array => Buffer.from(part);
    assert.equal(isNotificationAuthentic(octets, { secret: text('OhBehave'), data: text('Nonce') }), true);
    assert.ok(PAGE.includes(`"Content":"${octets.toString('base64')}"`));
    const parts = BLOCKS.find((block) => block.text.startsWith('1300  '))?.text.split('\n\n')[0] ?? '';
    const joined = parts.split('\n').map((line) => line.split(/ {3,}/u)[0]?.replaceAll(' ', ''));
    assert.equal(joined.join(''), hex);
  });

  it('shows addresses that are read', () => {
    const table = PAGE.slice(PAGE.indexOf('### 6.1'), PAGE.indexOf('### 6.2'));
    const shown = [...table.matchAll(/^\| `(urn:[^`]+)`/gmu)].map(([, address = '']) => address);
    assert.equal(shown.length, 6);
    for (const address of shown) assert.equal(parseClientURI(address).ok, true, address);
  });

  it('lists the statuses of the verbs as the table has them', () => {
    const table = PAGE.slice(PAGE.indexOf('### 5.1'), PAGE.indexOf('### 5.2'));
    const rows = table.split('\n').filter((line) => line.startsWith('|'));
    const [head = [], , ...body] = rows.map((line) => line.split('|').map((cell) => cell.trim()));
    const codesIn = (column: number): number[] =>
      body.filter((cells) => cells[column] === 'x').map((cells) => Number(cells[1]));
    const verbs = [
      'HGET',
      'HPUT',
      'DELETE',
      'EXEC',
      'GET',
      'SHOW',
      'CONT',
      'DEFAULT',
      'SUB',
      'UNSUB',
    ] as const;
    for (const verb of verbs) {
      const column = head.findIndex((cell) => cell.split(' ').includes(verb));
      assert.deepEqual(codesIn(column), verbRow(verb).statusCodes, verb);
    }
  });
});
