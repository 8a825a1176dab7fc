import type { Decoded, DecodeFault } from '../../model/decoded';
import type { ClientURI, InstanceSelector, NodeCondition, NodeSelector } from '../../model/dm2-client-uri';
import { commandStatus } from '../../tables/dm2/status-codes';
import { Place, shown } from '../place';
import { UnencodableError } from '../unencodable';
import { isXmlText } from '../xml-characters';

/** The text of a ClientURI and its parts. Whether anything is there is a question to a tree. @see dm2.md 6.1 */
export const CLIENT_URI_LENGTH = 1024;
const PATH_LENGTH = 32;
const FIELDS = 16;

/** pchar of RFC 3986. */
const NAME = /^(?:[\w.~!$&'()*+,;=:@-]|%[\dA-Fa-f]{2})+$/u;
const PLACEHOLDER = /^\((?<letter>[A-Za-z])\)$/u;
const NODE_VALUE = /^\((?<letter>[A-Za-z])\)\/(?<path>[^:]+):(?<value>.*)$/su;

/** What a node can be called: no address has a way to say any other name. */
export function isNodeName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && isXmlText(name);
}

export function parseClientURI(text: string): Decoded<ClientURI> {
  const place = new Place('ClientURI');
  if (text.length > CLIENT_URI_LENGTH)
    place.refuse('too-large', `expected at most ${CLIENT_URI_LENGTH} characters, found ${text.length}`);
  const [, address = '', query] = /^([^?]*)(?:\?(.*))?$/su.exec(text) ?? [];
  const parts = place.sound ? { ...readAddress(address, place), ...readQuery(query, place) } : undefined;
  if (parts !== undefined) checkLetters(parts, place);
  return place.outcome(parts);
}

/** What the client reports of a command with such an address. */
export function clientURIStatus({ reason }: DecodeFault): number {
  return commandStatus(reason === 'too-large' || reason === 'too-deep' ? 'URI_TOO_LONG' : 'BAD_REQUEST');
}

function readAddress(address: string, place: Place): Pick<ClientURI, 'moid' | 'instance' | 'path'> {
  const [moid = '', instance, ...rest] = address.split('/');
  if (rest.at(-1) === '') rest.pop();
  const isMissing = instance === undefined || (instance === '' && !address.startsWith(`${moid}//`));
  if (isMissing) place.refuse('wrong-shape', `expected MOID/instance/path, found ${shown(address)}`);
  if (rest.length > PATH_LENGTH)
    place.refuse('too-deep', `expected at most ${PATH_LENGTH} names, found ${rest.length}`);
  return {
    moid: readName(moid, place.at('MOID')),
    instance: readInstance(instance ?? '', place.at('instance')),
    path: rest.map((segment) => readSelector(segment, place.at('path'))),
  };
}

function readInstance(segment: string, place: Place): InstanceSelector {
  return segment === '' ? { kind: 'only' } : readSelector(segment, place);
}

function readSelector(segment: string, place: Place): NodeSelector {
  if (segment === '*') return { kind: 'any' };
  const letter = PLACEHOLDER.exec(segment)?.groups?.letter;
  if (letter !== undefined) return { kind: 'placeholder', letter };
  return { kind: 'named', name: readName(segment, place) };
}

function readName(text: string, place: Place): string {
  const name = NAME.test(text) ? decoded(text) : undefined;
  if (name !== undefined && isNodeName(name)) return name;
  place.refuse('syntax', `expected a name, percent-encoded where needed, found ${shown(text)}`);
  return '';
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readQuery(
  query: string | undefined,
  place: Place,
): Pick<ClientURI, 'conditions' | 'cacheValidator'> {
  const conditions: NodeCondition[] = [];
  const validators: string[] = [];
  const fields = query?.split('&') ?? [];
  if (fields.length > FIELDS)
    place.refuse('too-large', `expected at most ${FIELDS} fields, found ${fields.length}`);
  for (const field of fields) {
    if (field.startsWith('nv=')) conditions.push(...readCondition(field.slice(3), place.at('nv')));
    else if (field.startsWith('cv=')) validators.push(readValue(field.slice(3), place.at('cv')));
    else place.refuse('unknown-parameter', `expected nv= or cv=, found ${shown(field)}`);
  }
  const [cacheValidator] = validators;
  if (validators.length > 1) place.refuse('repeated', 'expected one cv, found several');
  return { conditions, ...(cacheValidator !== undefined && { cacheValidator }) };
}

function readCondition(text: string, place: Place): NodeCondition[] {
  const { letter, path, value } = NODE_VALUE.exec(text)?.groups ?? {};
  if (letter === undefined || path === undefined || value === undefined) {
    place.refuse('syntax', `expected (x)/path:value, found ${shown(text)}`);
    return [];
  }
  const names = path.split('/').map((segment) => readName(segment, place));
  return [{ letter, path: names, value: readValue(value, place) }];
}

/** Like a name, but it may be empty, `.` or `..`. */
function readValue(text: string, place: Place): string {
  const value = text === '' || NAME.test(text) ? decoded(text) : undefined;
  if (value !== undefined && isXmlText(value)) return value;
  place.refuse('syntax', `expected percent-encoded text, found ${shown(text)}`);
  return '';
}

/** Each letter stands in one place, and there is a condition for each. */
function checkLetters({ instance, path, conditions }: ClientURI, place: Place): void {
  const letters = [instance, ...path].flatMap((part) => (part.kind === 'placeholder' ? [part.letter] : []));
  const asked = new Set(conditions.map(({ letter }) => letter));
  if (new Set(letters).size < letters.length) place.refuse('repeated', 'expected each letter in one place');
  const unequal = [...letters.filter((letter) => !asked.has(letter)), ...asked].find(
    (letter) => !(asked.has(letter) && letters.includes(letter)),
  );
  if (unequal !== undefined)
    place.refuse('wrong-shape', `expected a place and a condition for (${unequal}), found one of them`);
}

/** One text for each value: a root ends in a slash, anything below it does not. */
export function formatClientURI({ moid, instance, path, conditions, cacheValidator }: ClientURI): string {
  const fields = [
    ...conditions.map(({ letter, path, value }) => `nv=(${letter})/${pathOf(path)}:${encoded(value)}`),
    ...(cacheValidator === undefined ? [] : [`cv=${encoded(cacheValidator)}`]),
  ];
  const query = fields.length === 0 ? '' : `?${fields.join('&')}`;
  const segments = [written(moid), segmentOf(instance), path.map(segmentOf).join('/')];
  const text = `${segments.join('/')}${query}`;
  const read = parseClientURI(text);
  if (!read.ok) throw new UnencodableError(`${read.fault.where}: ${read.fault.detail}`);
  return text;
}

/** A colon ends the path of a condition, so one in a name is percent-encoded. */
function pathOf(names: readonly string[]): string {
  return names.map((name) => written(name).replaceAll(':', '%3A')).join('/');
}

function segmentOf(selector: InstanceSelector): string {
  if (selector.kind === 'named') return written(selector.name);
  if (selector.kind === 'placeholder') return `(${selector.letter})`;
  return selector.kind === 'any' ? '*' : '';
}

function written(name: string): string {
  if (isNodeName(name)) return encoded(name);
  throw new UnencodableError(`no node has the name ${JSON.stringify(name)}`);
}

/** As addresses in examples are written: the colon of a URN stays. */
function encoded(text: string): string {
  if (!isXmlText(text)) throw new UnencodableError(`no address can say ${JSON.stringify(text)}`);
  return encodeURIComponent(text)
    .replace(/%3A/gu, ':')
    .replace(/[*()]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
