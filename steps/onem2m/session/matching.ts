import type { KnownSession } from '../../../harness/cast/session/known-session';
import { scheduleEntries } from '../../../harness/cast/session/window';
import { check, show } from '../../../harness/verdict/check';
import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { parseTimestamp } from '../../../protocol/model/timestamp';
import { OperationCode, SessionDelivery } from '../../../protocol/tables/onem2m/enumerations';
import { pathOf, statusOf } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import { cellValue, identifierOf } from '../cells';
import { sameValue } from '../compare-attributes';
import { playOf } from './play';
import { unquoted } from './rows';

/** What is compared with the rows of a table. */
export interface Compared {
  /** In words: `the establishment that CSE2 received`. */
  readonly what: string;
  readonly attributes: Attributes;
  readonly request?: RequestPrimitive;
}

/** Secrets are named, never shown. */
const SECRET = 'sessionCredentials';

export async function checkRows(
  world: FlowproofWorld,
  compared: Compared,
  rows: readonly (readonly string[])[],
): Promise<void> {
  for (const [name = '', cell = ''] of rows) {
    const actual = valueAt(compared, name);
    const holds = await matches(world, { name, cell, actual });
    const shown = name.endsWith(SECRET) && actual !== undefined ? 'another one' : show(actual);
    check(holds, `${name} in ${compared.what}`, cell, shown);
  }
}

export async function fits(
  world: FlowproofWorld,
  compared: Compared,
  rows: readonly (readonly string[])[],
): Promise<boolean> {
  for (const [name = '', cell = ''] of rows) {
    const actual = valueAt(compared, name);
    if (!(await matches(world, { name, cell, actual }))) return false;
  }
  return true;
}

function valueAt({ attributes, request }: Compared, name: string): AttributeValue | undefined {
  if (name === 'From') return request?.from;
  if (name === 'To') return request?.to;
  let value: AttributeValue | undefined = attributes;
  for (const member of name.split('.')) value = isRecord(value) ? value[member] : undefined;
  return value;
}

function isRecord(value: AttributeValue | undefined): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Comparison {
  readonly name: string;
  readonly cell: string;
  readonly actual: AttributeValue | undefined;
}

/** By what the words for them stand in a cell. */
const NEW: { readonly [words: string]: 'sessionID' | 'credentials' } = {
  'a new identifier': 'sessionID',
  'a new key': 'credentials',
};

/** What is there only in words. */
const WORDS: {
  readonly [words: string]: (world: FlowproofWorld, name: string, actual: AttributeValue) => Promise<boolean>;
} = {
  'the same': isTheSame,
  'its address there': (world, _name, actual) => isAddressOfSession(world, actual),
  'an HTTP address': async (_world, _name, actual) => isHttpAddress(actual),
};

const FORM = { sessionID: /^[A-Za-z0-9_-]{22,}$/, credentials: /^[A-Za-z0-9_-]{43}$/ };

/** Where a session is at a neighbour. */
const AT_NEIGHBOUR = /^its address at (CSE\d)$/;
const PARTY = /^(?:AE\d|CSE\d|the CSE|the application)$/;
const CSES = /^(?:CSE\d|the CSE)(?:, (?:CSE\d|the CSE))*$/;

/** As it was sent, or as the target has it since. */
async function isTheSame(world: FlowproofWorld, name: string, actual: AttributeValue): Promise<boolean> {
  await world.turns.at(-1)?.finish();
  if (name === 'scheduleElement') return isSchedule(world, actual);
  const policies = playOf(world).sessions.flatMap((session) => session.policies);
  return policies.at(-1)?.resourceName === actual;
}

async function matches(world: FlowproofWorld, comparison: Comparison): Promise<boolean> {
  const { name, cell, actual } = comparison;
  const last = name.split('.').at(-1) ?? '';
  if (cell === '(absent)') return actual === undefined;
  if (actual === undefined) return false;
  const property = NEW[cell];
  if (property) return isNew(world, property, actual);
  const inWords = WORDS[cell];
  if (inWords) return inWords(world, last, actual);
  const [, neighbour] = AT_NEIGHBOUR.exec(cell) ?? [];
  if (neighbour !== undefined) return isAddressAt(world, neighbour, actual);
  if (['path', 'appliesTo'].includes(last) && CSES.test(cell)) return isListOf(world, cell, actual);
  if (PARTY.test(cell)) return isParty(world, { name: last, party: cell, actual });
  if (cell.startsWith('"')) return isNamed(world, { name: last, named: unquoted(cell), actual });
  return isSame(world, { ...comparison, name: last }, actual);
}

function isSame(world: FlowproofWorld, { name, cell }: Comparison, actual: AttributeValue): boolean {
  if (name === 'status') return actual === statusOf(cell);
  if (name === 'scheduleElement') return isSchedule(world, actual);
  if (name === 'expirationTime' && /^\d+ \w+$/.test(cell)) return isEndAskedFor(world, actual);
  return sameValue(world, name, expectedValue(world, name, cell), actual);
}

function expectedValue(world: FlowproofWorld, name: string, cell: string): AttributeValue {
  if (cell === 'immediate') return SessionDelivery.immediate;
  if (cell === 'store and forward') return SessionDelivery.storeAndForward;
  if (name === 'operation') return OperationCode[cell as keyof typeof OperationCode];
  if (name === 'resourceName' && cell.startsWith("'")) return world.realName(cell.slice(1, -1));
  if (name === 'labels' && cell.startsWith("'")) return [cell.slice(1, -1)];
  return cellValue(world, name, cell);
}

/** Of this form, and no other session of the scenario has it. */
function isNew(
  world: FlowproofWorld,
  property: 'sessionID' | 'credentials',
  actual: AttributeValue,
): boolean {
  const had = playOf(world).sessions.filter((session) => session[property] === actual);
  return typeof actual === 'string' && FORM[property].test(actual) && had.length <= 1;
}

/** Or a list of such. */
function isHttpAddress(actual: AttributeValue): boolean {
  const addresses = Array.isArray(actual) ? actual : [actual];
  return addresses.length > 0 && addresses.every((address) => /^https?:\/\/[^/]/.test(String(address)));
}

/** SP-relative, and there is the session. */
async function isAddressOfSession(world: FlowproofWorld, actual: AttributeValue): Promise<boolean> {
  const play = playOf(world);
  const { cseID } = world.scene.stage.cse;
  if (typeof actual !== 'string' || !actual.startsWith(`${cseID}/`)) return false;
  for (const { name } of play.sessions) {
    const session = await play.known(name);
    const outcome = await (await play.reader(session)).send({ operation: 'retrieve', to: actual });
    const content = outcome.kind === 'answer' ? outcome.response.content : undefined;
    if (content?.kind === 'resource' && content.resource.attributes.sessionID === session.sessionID)
      return true;
  }
  return false;
}

/** In any form that the neighbour knows one of the sessions by. */
async function isAddressAt(
  world: FlowproofWorld,
  neighbour: string,
  actual: AttributeValue,
): Promise<boolean> {
  const { cast, sessions } = playOf(world);
  const sessionID = (await cast.cse(neighbour)).sessionAt(String(actual));
  return sessionID !== undefined && sessions.some((session) => session.sessionID === sessionID);
}

async function isListOf(world: FlowproofWorld, cell: string, actual: AttributeValue): Promise<boolean> {
  const expected = await Promise.all(cell.split(', ').map((name) => playOf(world).cast.idOf(name)));
  return JSON.stringify(expected) === JSON.stringify(actual);
}

/** An identifier by its text; an address, and whom a context names, by what it names. A collection counts for its owner. */
async function isParty(
  world: FlowproofWorld,
  { name, party, actual }: { name: string; party: string; actual: AttributeValue },
): Promise<boolean> {
  const play = playOf(world);
  if (typeof actual !== 'string') return false;
  const isIdentifier = name.endsWith('ID') || ['leadsTo', 'From', 'nextHopCSE'].includes(name);
  if (isIdentifier) return actual === (await play.cast.idOf(party));
  const address = await play.addressOfApplication(party);
  return world.scene.places.same(actual.replace(/\/sessions$/, ''), address);
}

/** A session by its identifier or key, anything else by its address. */
function isNamed(
  world: FlowproofWorld,
  { name, named, actual }: { name: string; named: string; actual: AttributeValue },
): boolean {
  const session: KnownSession | undefined = playOf(world).sessions.find(
    (candidate) => candidate.name === named,
  );
  if (session && name === SECRET) return actual === session.credentials;
  if (session) return actual === session.sessionID;
  if (typeof actual !== 'string') return false;
  const path = pathOf(`"${named}"`);
  const place = world.scene.places.find(path.name);
  const expected = place ? `${place.cseID}/${place.structured}` : identifierOf(world, path);
  return world.scene.places.same(actual, expected);
}

/** That of the establishment that asked for one last, to the second: how long ago that was does not count. */
function isEndAskedFor(world: FlowproofWorld, actual: AttributeValue): boolean {
  const asked = playOf(world)
    .sent.map(({ sending }) => expirationTimeIn(sending.draft))
    .findLast((end) => end !== undefined);
  const difference = (parseTimestamp(String(actual)) ?? Number.NaN) - (asked ?? Number.NaN);
  return Math.abs(difference) <= 1000;
}

function expirationTimeIn({ content }: Pick<RequestPrimitive, 'content'>): number | undefined {
  const attributes = content?.kind === 'resource' ? content.resource.attributes : {};
  return parseTimestamp(String(attributes.expirationTime));
}

/** That of the policy that was set last. */
function isSchedule(world: FlowproofWorld, actual: AttributeValue): boolean {
  const latest = playOf(world)
    .sessions.flatMap(({ policies }) => policies)
    .at(-1);
  const entries = isRecord(actual) ? actual.scheduleEntry : undefined;
  return JSON.stringify(entries) === JSON.stringify(latest?.windows.flatMap(scheduleEntries));
}
