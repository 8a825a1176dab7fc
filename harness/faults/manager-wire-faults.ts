import { createHmac } from 'node:crypto';
import { DEFAULT_LIMITS } from '../../protocol/codec/limits';
import { decodeHMACHeader, encodeHMACHeader } from '../../protocol/codec/syncml/hmac-header';
import {
  decodeSyncMLBody,
  encodeSyncMLBody,
  readSyncMLMediaType,
} from '../../protocol/codec/syncml/syncml-body';
import { HMAC_HEADER, SYNCML_MEDIA_TYPES } from '../../protocol/tables/syncml/identifiers';
import { asXML, repaired } from './client-hostile-message-faults';
import type { Endpoint, Fault } from './fault';

const REFUSED_AT_ONCE = 'A first message <defect> is refused, with <manager> under test';
const REFUSED_IN_WBXML = 'A first message in WBXML <defect> is refused, with <manager> under test';
const SERVED = 'A client that <conduct> is served, with <manager> under test';
const IN_WBXML = 'A client that speaks WBXML is served, with <manager> under test';

/** Deviations of a manager in reading and writing octets, the same in the server and in the gateway. */
export const MANAGER_WIRE_FAULTS: readonly Fault[] = [
  {
    name: 'server-repairs-messages',
    description:
      'Reads a message with a DOCTYPE, or with octets that are no UTF-8, as if they were not there.',
    catches: [REFUSED_AT_ONCE],
    wrapEndpoint: rewritingRequests('xml', (body) =>
      new TextDecoder()
        .decode(body)
        .replace(/<!DOCTYPE[^[>]*(\[.*?\])?>/su, '')
        .replace(/&[a-z]\d*;/gu, 'x'),
    ),
  },
  {
    name: 'server-repairs-wbxml',
    description: 'Reads WBXML that breaks a rule as far as it goes.',
    catches: [REFUSED_IN_WBXML],
    wrapEndpoint: rewritingRequests('wbxml', repaired),
  },
  {
    name: 'unreadable-message-stops-manager',
    description: 'Answers nothing more after a message that it could not read.',
    catches: [REFUSED_AT_ONCE, REFUSED_IN_WBXML],
    wrapEndpoint(endpoint) {
      let isStopped = false;
      return async (request) => {
        if (isStopped) return new Response(null, { status: 500 });
        const answer = await endpoint(request);
        isStopped = answer.status === 400 || answer.status === 413;
        return answer;
      };
    },
  },
  {
    name: 'any-text-is-syncml',
    description: 'Takes whatever it gets for SyncML in XML.',
    catches: [REFUSED_AT_ONCE],
    wrapEndpoint: (endpoint) => async (request) => {
      if (!contentTypeOf(request).startsWith('text/')) return endpoint(request);
      const headers = new Headers(request.headers);
      headers.set('Content-Type', SYNCML_MEDIA_TYPES.xml.dm);
      const body = await octetsIn(request);
      return endpoint(new Request(request.url, { method: request.method, headers, body }));
    },
  },
  {
    name: 'strict-element-order',
    description: 'Refuses a Status whose Data stands before its TargetRef.',
    catches: [SERVED],
    wrapEndpoint: (endpoint) => async (request) => {
      const text = await request.clone().text();
      const isOutOfOrder = /<Status>(?:(?!<\/Status>).)*<\/Data>\s*<TargetRef>/su.test(text);
      return isOutOfOrder ? new Response(null, { status: 400 }) : endpoint(request);
    },
  },
  {
    name: 'answers-in-xml-only',
    description: 'Answers in XML whatever it was asked in.',
    catches: [IN_WBXML],
    wrapEndpoint: rewritingAnswers('wbxml', (answer, body) => {
      const xml = asXML(body, contentTypeOf(answer));
      return new Response(xml, { headers: { 'Content-Type': SYNCML_MEDIA_TYPES.xml.dm } });
    }),
  },
  {
    name: 'server-reads-no-wbxml',
    description: 'Takes no WBXML.',
    catches: [IN_WBXML, 'Devices that speak XML and WBXML are in one group'],
    wrapEndpoint: (endpoint) => async (request) =>
      isIn('wbxml', request) ? new Response(null, { status: 415 }) : endpoint(request),
  },
  {
    name: 'server-refuses-wbxml-1-2',
    description: 'Takes no WBXML of version 1.2.',
    catches: ['WBXML 1.2 is understood by the server'],
    wrapEndpoint: (endpoint) => async (request) => {
      const [version] = await octetsIn(request.clone());
      const isOld = isIn('wbxml', request) && version === 0x02;
      return isOld ? new Response(null, { status: 415 }) : endpoint(request);
    },
  },
  {
    name: 'xml-unsupported',
    description: 'Answers in WBXML whatever it was asked in.',
    catches: ['A client that speaks XML is served, with <manager> under test'],
    wrapEndpoint: rewritingAnswers('xml', (answer, body) => {
      const message = decodeSyncMLBody(body, contentTypeOf(answer), DEFAULT_LIMITS);
      if (!message.ok) return new Response(null, { status: 500 });
      const headers = { 'Content-Type': SYNCML_MEDIA_TYPES.wbxml.dm };
      return new Response(Uint8Array.from(encodeSyncMLBody(message.value, 'wbxml')), { headers });
    }),
  },
  {
    name: 'strict-media-type',
    description: 'Takes the media types of device management only.',
    catches: [SERVED],
    wrapEndpoint: (endpoint) => async (request) =>
      contentTypeOf(request).includes('syncml+') ? new Response(null, { status: 415 }) : endpoint(request),
  },
  {
    name: 'server-mac-by-rfc-2104',
    description: 'Signs its answers with the HMAC of RFC 2104, with its name for the key.',
    catches: ['What <manager> sends as a server is signed'],
    wrapEndpoint: (endpoint) => async (request) => {
      const answer = await endpoint(request);
      const header = decodeHMACHeader(answer.headers.get(HMAC_HEADER) ?? '');
      if (!header.ok) return answer;
      const { userName } = header.value;
      const body = await octetsIn(answer);
      const mac = createHmac('md5', userName).update(body).digest('base64');
      const headers = new Headers(answer.headers);
      headers.set(HMAC_HEADER, encodeHMACHeader({ userName, mac }));
      return new Response(body, { status: answer.status, headers });
    },
  },
];

type Octets = Uint8Array<ArrayBuffer>;
type Serialization = 'xml' | 'wbxml';

function contentTypeOf({ headers }: Request | Response): string {
  return headers.get('Content-Type') ?? '';
}

async function octetsIn(carrier: Request | Response): Promise<Octets> {
  return new Uint8Array(await carrier.arrayBuffer());
}

function isIn(serialization: Serialization, carrier: Request | Response): boolean {
  return readSyncMLMediaType(contentTypeOf(carrier))?.serialization === serialization;
}

/** Changes what comes in, in one serialization. */
function rewritingRequests(
  serialization: Serialization,
  change: (body: Octets, contentType: string) => Octets | string,
) {
  return (endpoint: Endpoint): Endpoint =>
    async (request) => {
      if (!isIn(serialization, request)) return endpoint(request);
      const body = change(await octetsIn(request), contentTypeOf(request));
      const headers = new Headers(request.headers);
      headers.delete('Content-Length');
      return endpoint(new Request(request.url, { method: request.method, headers, body }));
    };
}

/** Changes what goes out, in one serialization. */
function rewritingAnswers(
  serialization: Serialization,
  change: (answer: Response, body: Octets) => Response,
) {
  return (endpoint: Endpoint): Endpoint =>
    async (request) => {
      const answer = await endpoint(request);
      return isIn(serialization, answer) ? change(answer, await octetsIn(answer)) : answer;
    };
}
