import { commandStatus } from '../tables/dm2/status-codes';
import { type Decoded, type DecodeFault, decoded, undecodable } from './decoded';
import type { ClientURI, InstanceSelector, NodeCondition, NodeSelector } from './dm2-client-uri';

/** The text of a ClientURI and its parts. Whether anything is there is a question to a tree. @see dm2.md 6.1 */
const LENGTH = 1024;
const PATH_LENGTH = 32;
const FIELDS = 16;

/** pchar of RFC 3986. */
const NAME = /^(?:[\w.~!$&'()*+,;=:@-]|%[\dA-Fa-f]{2})+$/u;
const PLACEHOLDER = /^\((?<letter>[A-Za-z])\)$/u;
const CONDITION = /^\((?<letter>[A-Za-z])\)\/(?<path>[^:]+):(?<value>.*)$/su;
/** What no JSON of DM 2.0 carries either. @see dm2.md 3.1 */
const FORBIDDEN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** What a node can be called: no address and no data have a way to say any other name. */
export function isNodeName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !FORBIDDEN.test(name);
}

/** What a client reports of a command with such an address. */
export function clientURIStatus({ reason }: DecodeFault): number {
  return commandStatus(reason === 'too-large' || reason === 'too-deep' ? 'URI_TOO_LONG' : 'BAD_REQUEST');
}

/** Reading goes on after a fault; the first one decides. */
type Refuse = (reason: DecodeFault['reason'], detail: string) => void;

export function parseClientURI(text: string): Decoded<ClientURI> {
  if (text.length > LENGTH)
    return refused('too-large', `expected at most ${LENGTH} characters, found ${text.length}`);
  const faults: Decoded<ClientURI>[] = [];
  const refuse: Refuse = (reason, detail) => void faults.push(refused(reason, detail));
  const [, address = '', query] = /^([^?]*)(?:\?(.*))?$/su.exec(text) ?? [];
  const parts = { ...readAddress(address, refuse), ...readQuery(query?.split('&') ?? [], refuse) };
  checkLetters(parts, refuse);
  return faults[0] ?? decoded(parts);
}

function refused(reason: DecodeFault['reason'], detail: string): Decoded<ClientURI> {
  return undecodable(reason, 'ClientURI', detail);
}

function readAddress(address: string, refuse: Refuse): Pick<ClientURI, 'moid' | 'instance' | 'path'> {
  const [moid = '', instance = '', ...rest] = address.split('/');
  if (instance === '' && rest.length === 0)
    refuse('wrong-shape', `expected MOID/instance/path, found ${shown(address)}`);
  if (rest.at(-1) === '') rest.pop();
  if (rest.length > PATH_LENGTH)
    refuse('too-deep', `expected at most ${PATH_LENGTH} names, found ${rest.length}`);
  return {
    moid: readName(moid, refuse),
    instance: instance === '' ? { kind: 'only' } : readSelector(instance, refuse),
    path: rest.map((segment) => readSelector(segment, refuse)),
  };
}

function readSelector(segment: string, refuse: Refuse): NodeSelector {
  if (segment === '*') return { kind: 'any' };
  const letter = PLACEHOLDER.exec(segment)?.groups?.letter;
  if (letter !== undefined) return { kind: 'placeholder', letter };
  return { kind: 'named', name: readName(segment, refuse) };
}

function readName(text: string, refuse: Refuse): string {
  const name = NAME.test(text) ? unescaped(text) : undefined;
  if (name !== undefined && isNodeName(name)) return name;
  refuse('syntax', `expected a name, percent-encoded where needed, found ${shown(text)}`);
  return '';
}

function readQuery(
  fields: readonly string[],
  refuse: Refuse,
): Pick<ClientURI, 'conditions' | 'cacheValidator'> {
  const conditions: NodeCondition[] = [];
  const validators: string[] = [];
  if (fields.length > FIELDS)
    refuse('too-large', `expected at most ${FIELDS} fields, found ${fields.length}`);
  for (const field of fields) {
    if (field.startsWith('nv=')) conditions.push(...readCondition(field.slice(3), refuse));
    else if (field.startsWith('cv=')) validators.push(readValue(field.slice(3), refuse));
    else refuse('unknown-parameter', `expected nv= or cv=, found ${shown(field)}`);
  }
  const [cacheValidator] = validators;
  if (validators.length > 1) refuse('repeated', 'expected one cv, found several');
  return { conditions, ...(cacheValidator !== undefined && { cacheValidator }) };
}

function readCondition(text: string, refuse: Refuse): NodeCondition[] {
  const { letter, path, value } = CONDITION.exec(text)?.groups ?? {};
  if (letter === undefined || path === undefined || value === undefined) {
    refuse('syntax', `expected (x)/path:value, found ${shown(text)}`);
    return [];
  }
  const names = path.split('/').map((segment) => readName(segment, refuse));
  return [{ letter, path: names, value: readValue(value, refuse) }];
}

/** Like a name, but it may be empty, `.` or `..`. */
function readValue(text: string, refuse: Refuse): string {
  const value = text === '' || NAME.test(text) ? unescaped(text) : undefined;
  if (value !== undefined && !FORBIDDEN.test(value)) return value;
  refuse('syntax', `expected percent-encoded text, found ${shown(text)}`);
  return '';
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}

/** Each letter stands in one place, and there is a condition for each. */
function checkLetters({ instance, path, conditions }: ClientURI, refuse: Refuse): void {
  const letters = [instance, ...path].flatMap((part) => (part.kind === 'placeholder' ? [part.letter] : []));
  const [places, asked] = [new Set(letters), new Set(conditions.map(({ letter }) => letter))];
  if (places.size < letters.length) refuse('repeated', 'expected each letter in one place');
  for (const letter of [...places, ...asked]) {
    if (places.has(letter) && asked.has(letter)) continue;
    refuse('wrong-shape', `expected a place and a condition for (${letter}), found one of them`);
  }
}

/**
 * One text for each value: a root ends in a slash, anything below it does not. The value is one that an address can say,
 * which every value is that was read, and every one made of names that are names of nodes.
 */
export function formatClientURI({ moid, instance, path, conditions, cacheValidator }: ClientURI): string {
  const fields = [
    ...conditions.map((row) => `nv=(${row.letter})/${conditionPath(row.path)}:${escaped(row.value)}`),
    ...(cacheValidator === undefined ? [] : [`cv=${escaped(cacheValidator)}`]),
  ];
  const query = fields.length === 0 ? '' : `?${fields.join('&')}`;
  return `${escaped(moid)}/${segmentOf(instance)}/${path.map(segmentOf).join('/')}${query}`;
}

/** A colon ends the path of a condition, so one in a name is percent-encoded. */
function conditionPath(names: readonly string[]): string {
  return names.map((name) => escaped(name).replaceAll(':', '%3A')).join('/');
}

function segmentOf(selector: InstanceSelector): string {
  if (selector.kind === 'named') return escaped(selector.name);
  if (selector.kind === 'placeholder') return `(${selector.letter})`;
  return selector.kind === 'any' ? '*' : '';
}

/** As addresses in examples are written: the colon of a URN stays. */
function escaped(text: string): string {
  return encodeURIComponent(text)
    .replace(/%3A/gu, ':')
    .replace(/[*()]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
