import { type RawMessage, withHeader, withJson, withText } from '../../harness/cast/dm2/raw-message';
import type { Flaw } from './flaws';
import { type Wording, wording } from './wording';

/** What can be wrong with the body of any message, and with how it is sent. */

type Spoil = Flaw['spoil'];

export const BODY_FLAWS: readonly Wording<Spoil>[] = [
  wording('that is no JSON', () => (message) => withText(message, 'Alert: CMD, Status')),
  wording('cut in the middle', () => (message) => ({
    ...message,
    body: message.body.subarray(0, Math.floor(message.body.length / 2)),
  })),
  wording('that is not UTF-8', () => (message) => ({
    ...message,
    body: Uint8Array.from([
      ...octets('{"Flow'),
      0xff,
      0xfe,
      ...octets('proof":1,'),
      ...message.body.subarray(1),
    ]),
  })),
  wording('that is empty', () => (message) => ({ ...message, body: new Uint8Array() })),
  wording('nested (\\d+) levels deep', (levels) => (message) => {
    const count = Number(levels);
    return withMember(message, 'Flowproof', '['.repeat(count) + ']'.repeat(count));
  }),
  wording('with a member twice', () => (message) => {
    const [name = '', value] = Object.entries(JSON.parse(textOf(message)))[0] ?? [];
    return withMember(message, name, JSON.stringify(value));
  }),
  wording('of (\\d+) characters', (count) => (message) => {
    const value = `"${'a'.repeat(Number(count))}"`;
    return withMember(message, 'Flowproof', value);
  }),
  wording('of the media type "([^"]*)"', (type) => (message) => withHeader(message, 'Content-Type', type)),
  wording('whose body never ends', () => (message) => ({ ...message, isEndless: true })),
  wording('that is never finished', () => (message) => ({ ...message, isUnfinished: true })),
  wording('sent by (GET|PUT)', (method) => (message) => ({ ...message, method })),
  wording('to a path that is not there', () => (message) => ({
    ...message,
    url: new URL('/flowproof/no/such/path', message.url).href,
  })),
  wording('with an unknown member', () => (message) => {
    return withJson(message, (json) => ({ ...json, Flowproof: { made: ['up', 1, null] } }));
  }),
];

function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf({ body }: RawMessage): string {
  return new TextDecoder().decode(body);
}

/** In front of all others; a name that is there is there twice. */
function withMember(message: RawMessage, name: string, json: string): RawMessage {
  return withText(message, `{${JSON.stringify(name)}:${json},${textOf(message).slice(1)}`);
}
