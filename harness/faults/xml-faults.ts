import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Fault } from './fault';
import { rewritingBodies, rewritingHeaders } from './rewritten-message';

/** Deviations that show in XML only. @see TS-0004 8.3, TS-0009 6.4 */
export const XML_FAULTS: readonly Fault[] = [
  {
    name: 'xml-entities-expanded',
    description: 'Entities that a DOCTYPE defines are replaced and the body is taken.',
    catches: ['XML that defines entities is refused'],
    wrapEndpoint: rewritingBodies(withoutDoctype),
  },
  {
    name: 'xml-repaired',
    description: 'Elements that are left open are closed.',
    catches: ['XML that is not well-formed is refused'],
    wrapEndpoint: rewritingBodies((body) => (/^\s*</u.test(body) ? repaired(body) : body)),
  },
  {
    name: 'xml-create-loses-text-attributes',
    description: 'A group that comes in XML loses its groupName.',
    catches: ['A group created in XML is the group that it is in JSON'],
    wrapEndpoint: rewritingBodies((body) => body.replace(/<gn>[^<]*<\/gn>/u, '')),
  },
  {
    name: 'xml-answers-in-json',
    description: 'Answers are in JSON, whatever Accept says.',
    catches: ['The aggregated answer travels in XML'],
    wrapEndpoint: rewritingHeaders((headers) => headers.set('Accept', 'application/json')),
  },
  {
    name: 'xml-refusal-becomes-4000',
    description: 'A refusal in XML is always BAD_REQUEST.',
    catches: ['A refusal in XML carries the code that it has in JSON'],
    wrapEndpoint: (endpoint) => async (message) => {
      const answer = await endpoint(message);
      const isXml = answer.headers.get('Content-Type')?.includes('xml') === true;
      if (!isXml || Number(answer.headers.get('X-M2M-RSC')) < 4000) return answer;
      const headers = new Headers(answer.headers);
      headers.set('X-M2M-RSC', String(RSC.BAD_REQUEST));
      return new Response(answer.body, { status: 400, headers });
    },
  },
];

const ENTITY = /<!ENTITY\s+(?<name>\w+)\s+"(?<value>[^"]*)"\s*>/gu;

function withoutDoctype(body: string): string {
  const entities = [...body.matchAll(ENTITY)].map(({ groups }) => [groups?.name ?? '', groups?.value ?? '']);
  const content = body.replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>/u, '');
  // The later ones first: they may hold those before them.
  return entities.reduceRight((text, [name, value]) => text.replaceAll(`&${name};`, value ?? ''), content);
}

/** Every end tag closes what is open within its element; one that closes nothing is left out. */
function repaired(body: string): string {
  const open: string[] = [];
  const text = body.replace(
    /<(?<end>\/?)(?<name>[\w:]+)(?<rest>[^>]*)>/gu,
    (tag, end: string, name: string, rest: string) => {
      if (end === '') {
        if (!rest.endsWith('/')) open.push(name);
        return tag;
      }
      if (!open.includes(name)) return '';
      return closing(open.splice(open.lastIndexOf(name)));
    },
  );
  return text + closing(open);
}

function closing(names: readonly string[]): string {
  return names
    .map((name) => `</${name}>`)
    .reverse()
    .join('');
}
