import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Fault } from './fault';
import {
  hasBody,
  parsed,
  refusingUnreadable,
  rewritingBodies,
  rewritingHeaders,
  withBody,
} from './rewritten-message';

/** Deviations of decoders that read what cannot be read, or end in it. @see SOM 7.4.13.2.1 step 1, TS-0004 8 */
export const BODY_FAULTS: readonly Fault[] = [
  {
    name: 'broken-json-is-empty-group',
    description:
      'A JSON body that cannot be parsed counts as a group without members, of the name that is in it.',
    catches: ['JSON that breaks off is refused', 'An empty body is refused'],
    wrapEndpoint: rewritingBodies((body, { headers }) => {
      const isJson = headers.get('Content-Type')?.startsWith('application/json') === true;
      return !isJson || body.startsWith('[') || parsed(body) !== undefined ? body : emptyGroup(body);
    }),
  },
  {
    name: 'unreadable-body-answers-5000',
    description: 'A body that cannot be read ends in an internal error.',
    catches: [
      'JSON that breaks off is refused',
      'A JSON list where a group should be is refused',
      'XML that is not well-formed is refused',
      'The body of an establishment that is <what> is refused',
      'The body of a policy that is <what> is refused',
      'A schedule of <what> is refused',
    ],
    wrapEndpoint: refusingUnreadable(RSC.INTERNAL_SERVER_ERROR),
  },
  {
    name: 'second-resource-ignored',
    description: 'Of several resources in one body the first one counts.',
    catches: ['Two resources in one body are refused'],
    wrapEndpoint: rewritingBodies((body) => {
      const [first, ...others] = Object.entries(parsed(body) ?? {});
      return first === undefined || others.length === 0 ? body : JSON.stringify(Object.fromEntries([first]));
    }),
  },
  {
    name: 'repeated-attribute-last-wins',
    description: 'Of a JSON name that is there twice the last value counts.',
    catches: ['An attribute that is there twice is refused'],
    wrapEndpoint: rewritingBodies((body) => {
      const content = parsed(body);
      return content === undefined ? body : JSON.stringify(content);
    }),
  },
  {
    name: 'invalid-utf8-replaced',
    description: 'Bytes that are not UTF-8 are replaced.',
    catches: ['A body that is not UTF-8 is refused'],
    wrapEndpoint: (endpoint) => async (message) =>
      endpoint(hasBody(message) ? withBody(message, await message.text()) : message),
  },
  {
    name: 'any-media-type-is-json',
    description: 'Every media type that is not XML is read as JSON.',
    catches: ['A media type that is no oneM2M serialization is refused'],
    wrapEndpoint: rewritingHeaders((headers) => {
      const given = headers.get('Content-Type');
      if (given === null || given.includes('xml')) return;
      headers.set('Content-Type', given.replace(/^[^;]*/u, 'application/json'));
    }),
  },
  {
    name: 'deep-body-accepted',
    description: 'What is nested too deep in a JSON body is cut off.',
    catches: ['A body nested 10000 levels deep is answered and harms nothing'],
    wrapEndpoint: rewritingBodies((body) => body.replace(/\[{64,}\]{64,}/gu, '[]')),
  },
  {
    name: 'large-body-stops-cse',
    description: 'After a body of more than a million characters every request ends in an internal error.',
    catches: [
      'A body of 20000000 bytes is answered or cut off and harms nothing',
      'Huge protected data does not end the session',
      'A body of 20000000 bytes is answered or cut off, and does not end the session',
    ],
    wrapEndpoint(endpoint) {
      let stopped = false;
      const watched = rewritingBodies((body) => {
        stopped ||= body.length > 1_000_000;
        return body;
      })(endpoint);
      return async (message) => (stopped ? new Response(null, { status: 500 }) : watched(message));
    },
  },
];

function emptyGroup(body: string): string {
  const name = /"rn":\s*"(?<name>[^"]+)"/u.exec(body)?.groups?.name;
  return JSON.stringify({ 'm2m:grp': { ...(name !== undefined && { rn: name }), mnm: 1, mid: [] } });
}
