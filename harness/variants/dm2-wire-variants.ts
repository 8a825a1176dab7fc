import { everyObject, isObject, type JsonObject, reversed, spacedOut } from './json-shape';
import { inJson, isJson, rewritingAnswers, rewritingMessages } from './rewriting';
import { laterRequests, slowerAnswers } from './slower';
import type { Variant } from './variant';

/** One of them is in every object that the profile names, and in no node of a device. */
const MARKS = ['CMD', 'Status', 'Alert', 'sc', 'AlertType', 'MOID', 'ClientURI', 'PushID'];

/** What a push service writes has one member, or none. */
const OF_SERVER_AND_CLIENT: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'json-members-in-reverse-order',
    description: 'The members of each JSON object come in the opposite order.',
    allowedBy: 'RFC 8259 4: the order of members means nothing',
    otherwise: rewritingMessages(inJson((value) => everyObject(value, reversed))),
  },
];

/** A client refuses nothing that has a sentence. */
const OF_SERVER_AND_PUSH: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'refusals-say-nothing',
    description: 'Refusals have no sentence for people.',
    allowedBy: 'dm2.md 3.7: the sentence is for people',
    otherwise: rewritingAnswers(({ headers, body }, { status = 200 }) => {
      if (status < 400) return body;
      headers.delete('Content-Type');
      return '';
    }),
  },
];

/** Other ways to write the messages of DM 2.0, whoever does. @see docs/profiles/dm2.md */
const OF_ALL: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'json-spaced-out',
    description: 'JSON comes on many lines, with escapes that it allows and nobody needs.',
    allowedBy: 'RFC 8259 2 and 7',
    otherwise: rewritingMessages((message) => (isJson(message) ? spacedOut(message.body) : message.body)),
  },
  {
    name: 'json-with-unknown-members',
    description: 'Objects that the profile names have members that it does not name.',
    allowedBy: 'dm2.md 3.1: members that the page does not name are passed over',
    otherwise: rewritingMessages(inJson(withUnknownMembers)),
  },
  {
    name: 'media-type-spelled-otherwise',
    description: 'Media types have other letter case and a charset.',
    allowedBy: 'dm2.md 3.1: compared without letter case and parameters',
    otherwise: rewritingMessages((message) => {
      const { headers, body } = message;
      const type = headers.get('Content-Type') ?? '';
      if (isJson(message))
        headers.set('Content-Type', `${type.replace(/^a/, 'A').replace(/json$/, 'JSON')}; charset=utf-8`);
      return body;
    }),
  },
  {
    name: 'more-headers',
    description: 'Messages have headers of HTTP that nobody asked for.',
    allowedBy: 'RFC 9110 5.1: unknown headers are passed over',
    otherwise: rewritingMessages(({ headers, body }) => {
      headers.set('X-Vendor', 'other/1.0 (like none)');
      headers.set('Cache-Control', 'no-store, no-transform');
      return body;
    }),
  },
  {
    name: 'slower-answers',
    description: 'Every answer comes 200 to 900 ms later.',
    allowedBy: 'dm2.md 11: responseTimeout is 10 s',
    otherwise: slowerAnswers,
  },
  {
    name: 'later-requests',
    description: 'Every request goes out 200 to 900 ms later.',
    allowedBy: 'dm2.md names no time from a cause to a message',
    otherwise: laterRequests,
  },
];

const OF_SERVER: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'link-is-absolute',
    description: 'Link names the whole URL, and has another parameter.',
    allowedBy: 'dm2.md 4.1: absolute or relative; RFC 8288 3',
    otherwise: rewritingAnswers(({ headers, body }, { asked }) => {
      const [, path] = /^<(\/[^>]*)>/.exec(headers.get('Link') ?? '') ?? [];
      if (path !== undefined && asked !== undefined)
        headers.set('Link', `<${new URL(path, asked.url).href}>; title="results, please"; rel="next"`);
      return body;
    }),
  },
  {
    name: 'challenges-in-other-order',
    description: 'The weakest scheme is offered first, after one that nobody knows.',
    allowedBy: 'RFC 9110 11.6.1: several challenges in any order',
    otherwise: ({ took }) => ({
      wrapEndpoint: (endpoint) => async (message) => {
        const answer = await endpoint(message);
        const offered = answer.headers.get('WWW-Authenticate');
        if (offered === null) return answer;
        took();
        const headers = new Headers(answer.headers);
        headers.set('WWW-Authenticate', ['Unheard realm="x"', ...challengesIn(offered).reverse()].join(', '));
        return new Response(await answer.text(), { status: answer.status, headers });
      },
    }),
  },
  {
    name: 'reports-acknowledged-with-200',
    description: 'The report of a push service is answered with 200 and a text.',
    allowedBy: 'dm2.md 8.3: any 2xx',
    otherwise: ({ took }) => ({
      wrapEndpoint: (endpoint) => async (message) => {
        const answer = await endpoint(message);
        if (answer.status !== 204) return answer;
        took();
        return new Response('thanks', { headers: { 'Content-Type': 'text/plain' } });
      },
    }),
  },
];

export const DM2_WIRE_VARIANTS: readonly Variant[] = [
  ...[...OF_ALL, ...OF_SERVER, ...OF_SERVER_AND_CLIENT, ...OF_SERVER_AND_PUSH].map(of('dm2-server')),
  ...[...OF_ALL, ...OF_SERVER_AND_CLIENT].map(of('dm2-client')),
  ...[...OF_ALL, ...OF_SERVER_AND_PUSH].map(of('push-service')),
];

function of(party: 'dm2-server' | 'dm2-client' | 'push-service') {
  const whose = party === 'push-service' ? 'push' : party;
  return (variant: Omit<Variant, 'party'>): Variant => ({
    ...variant,
    name: `${whose}-${variant.name}`,
    party,
  });
}

/** Below MOData everything is a node. */
function withUnknownMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownMembers);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, inner]): [string, unknown] => [
    name,
    name === 'MOData' ? inner : withUnknownMembers(inner),
  ]);
  const whole: JsonObject = Object.fromEntries(members);
  return MARKS.some((name) => name in whole) ? { Vnd: { a: [1] }, ...whole, vnd: 'extra' } : whole;
}

/** Each begins with the name of a scheme and its first parameter. */
function challengesIn(header: string): string[] {
  return header.split(/,\s*(?=(?:Basic|Digest)\s)/);
}
