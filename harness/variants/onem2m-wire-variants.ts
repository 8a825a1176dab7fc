import { decodeHttpRequest, encodeHttpRequest } from '../../protocol/codec/onem2m-http';
import { everyObject, isObject, type JsonObject, reversed, spacedOut } from './json-shape';
import { inJson, isJson, type Rewrite, rewritingAnswers, rewritingMessages } from './rewriting';
import { slowerAnswers } from './slower';
import type { Variant } from './variant';

/** Members that hold addresses of resources. */
const ADDRESSES = ['fr', 'm2m:uri', 'm2m:uril', 'mid', 'acpi', 'sur', 'tg', 'nha', 'rsr'];

/** Other ways to write the messages of a CSE and of an application. @see docs/profiles/onem2m-groups.md */
const OF_BOTH: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'json-members-in-reverse-order',
    description: 'The members of each JSON object come in the opposite order.',
    allowedBy: 'RFC 8259 4; TS-0004 8.4: the order of members means nothing',
    otherwise: rewritingMessages(inJson((value) => everyObject(value, reversed))),
  },
  {
    name: 'json-spaced-out',
    description: 'JSON comes on many lines, with escapes that it allows and nobody needs.',
    allowedBy: 'RFC 8259 2 and 7',
    otherwise: rewritingMessages((message) => (isJson(message) ? spacedOut(message.body) : message.body)),
  },
  {
    name: 'answers-with-more-headers',
    description: 'Answers have headers of HTTP and of oneM2M that nobody asked for.',
    allowedBy: 'RFC 9110 5.1; TS-0009 6.4.18 and 6.4.20: optional in any response',
    otherwise: rewritingAnswers(({ headers, body }) => {
      headers.set('Server', 'other/1.0 (like none)');
      headers.set('Cache-Control', 'no-store');
      headers.set('X-M2M-VSI', 'vendor information');
      return body;
    }),
  },
  {
    name: 'slower-answers',
    description: 'Every answer comes 200 to 900 ms later.',
    allowedBy: 'no document names a time for an answer but that of the request',
    otherwise: slowerAnswers,
  },
];

const OF_CSE: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'answers-in-other-media-type',
    description: 'Answers in JSON are application/vnd.onem2m-res+json with a charset.',
    allowedBy: 'TS-0009 6.4.2; profile "Binding"',
    otherwise: rewritingAnswers(({ headers, body }) => {
      const isJson = headers.get('Content-Type')?.startsWith('application/json') === true;
      if (isJson) headers.set('Content-Type', 'application/vnd.onem2m-res+json; charset=UTF-8');
      return body;
    }),
  },
  {
    name: 'refusals-without-reason',
    description: 'Refusals have no content.',
    allowedBy: 'TS-0004 7.2.1.2: debug information is optional',
    otherwise: rewritingAnswers(({ headers, body }) => {
      if (Number(headers.get('X-M2M-RSC')) < 4000) return body;
      headers.delete('Content-Type');
      return '';
    }),
  },
  {
    name: 'identifiers-sp-relative',
    description: 'Addresses of resources in answers and messages are SP-relative.',
    allowedBy: 'design 6: identifiers in any form that names the same resource',
    // In sessions they are SP-relative anyway.
    documents: ['SOM', 'IGO'],
    choice: 'identifiers',
    otherwise: rewritingMessages(addressesAs(spRelative)),
  },
  {
    name: 'identifiers-absolute',
    description: 'Addresses of resources in answers and messages are absolute.',
    allowedBy: 'design 6: identifiers in any form that names the same resource',
    choice: 'identifiers',
    otherwise: rewritingMessages(addressesAs((address) => `//flowproof.example${spRelative(address)}`)),
  },
  {
    name: 'representations-with-more-attributes',
    description: 'Resources and entries have attributes of a vendor, and entries their time.',
    allowedBy: 'profile "Left free": extra attributes in answers',
    otherwise: rewritingAnswers((message, context) =>
      // Who names the attributes gets those and no others.
      context.asked?.url.includes('atrl') === true ? message.body : withMoreAttributes(message, context),
    ),
  },
  {
    name: 'requests-in-xml',
    description: 'What the CSE sends to members, sub-groups and applications is in XML.',
    allowedBy: 'TS-0004 8.1: the sender chooses the serialization; every receiver of the suite reads both',
    choice: 'serialization',
    otherwise: ({ took }) => ({
      wrapTransmit: (transmit) => async (request) => {
        const { ok, ...decoded } = await decodeHttpRequest(request.clone());
        if (!ok || !('value' in decoded) || decoded.value.content === undefined) return transmit(request);
        const { href } = new URL(request.url);
        const inXml = encodeHttpRequest(href, decoded.value, { mediaType: 'xml' });
        took();
        const { method, headers, signal } = request;
        const xmlHeaders = new Headers(headers);
        for (const name of ['Content-Type', 'Accept']) {
          const value = inXml.headers.get(name);
          if (value !== null) xmlHeaders.set(name, value);
        }
        return transmit(
          new Request(href, { method, headers: xmlHeaders, signal, body: (await inXml.text()) || null }),
        );
      },
    }),
  },
];

export const ONEM2M_WIRE_VARIANTS: readonly Variant[] = [
  ...OF_BOTH.map((variant): Variant => ({ ...variant, party: 'cse' })),
  ...OF_CSE.map((variant): Variant => ({ ...variant, party: 'cse' })),
  ...OF_BOTH.map((variant): Variant => ({ ...variant, name: `application-${variant.name}`, party: 'ae' })),
];

const withMoreAttributes: Rewrite = inJson((value) => everyObject(value, moreAttributes));

function moreAttributes(object: JsonObject): JsonObject {
  const members = Object.entries(object).map(([name, value]): [string, unknown] => {
    const isResource =
      /^(?:m2m:(?:cnt|grp|cin|ae|sub|req)|fp:(?:sns|ses|sep|nxh|spo|sct))$/.test(name) && isObject(value);
    return [name, isResource ? { vndx: { note: [1, 2] }, ...value, vndy: 'extra' } : value];
  });
  const whole = Object.fromEntries(members);
  return 'rsc' in whole && 'fr' in whole ? { ...whole, ot: '20260101T000000', vsi: 'extra' } : whole;
}

function addressesAs(form: (address: string) => string): Rewrite {
  const other = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(other);
    return typeof value === 'string' && isOwnAddress(value) ? form(value) : value;
  };
  return inJson((content) =>
    everyObject(content, (object) =>
      Object.fromEntries(
        Object.entries(object).map(([name, value]) => [
          name,
          ADDRESSES.includes(name) ? other(value) : value,
        ]),
      ),
    ),
  );
}

/** Those that are relative to the CSE or to its service provider. */
function isOwnAddress(text: string): boolean {
  return text !== '' && !text.startsWith('//') && !text.includes(':');
}

function spRelative(address: string): string {
  return address.startsWith('/') ? address : `/cse1/${address}`;
}
