import type { Changes } from '../../../harness/cast/session/manner';
import { octetsFrom } from '../../../harness/cast/session/protections';
import { scheduleEntries, type Window, windowFrom } from '../../../harness/cast/session/window';
import type { AttributeValue } from '../../../protocol/model/attribute-value';
import { SessionDelivery } from '../../../protocol/tables/onem2m/enumerations';
import { durationOf, pathOf } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import { cellValue, identifierOf, type Parameters, readTable } from '../cells';
import { atBeginningOfSecond } from './opening';
import { playOf } from './play';

/** The rows of a table about sessions, ready to be sent. */
export interface SentRows {
  readonly changes: Changes;
  readonly parameters: Parameters;
  /** Rows that are no attribute and no parameter, as they are written. */
  readonly special: ReadonlyMap<string, string>;
  readonly windows: readonly Window[];
}

const SPECIAL = new Set(['collection', 'protected data', 'sessionID in the query', 'body']);
const PARTY = /^(?:AE\d|CSE\d|the CSE|the application)$/;
const WINDOW = /^opens in (.+?) for (.+?)$/;

export async function rowsToSend(
  world: FlowproofWorld,
  rows: readonly (readonly string[])[],
  sender: string,
): Promise<SentRows> {
  if (rows.some(([, cell = '']) => WINDOW.test(cell))) await atBeginningOfSecond(world);
  const changes: { [path: string]: AttributeValue | undefined } = {};
  const special = new Map<string, string>();
  const others: (readonly string[])[] = [];
  let from: { from?: string } = {};
  for (const row of rows) {
    const [name = '', cell = ''] = row;
    if (SPECIAL.has(name)) special.set(name, cell);
    else if (name === 'From') from = { from: await playOf(world).cast.idOf(cell) };
    else if (/^[A-Z]/.test(name)) others.push(row);
    else if (!isAsIs(name, cell)) changes[name] = await sentValue(world, { name, cell, sender });
  }
  const { parameters: stated } = readTable(world, others);
  const { responseType, ...rest } = stated;
  const parameters = { ...rest, ...(responseType && { responseType: { value: Number(responseType) } }) };
  return { changes, parameters: { ...parameters, ...from }, special, windows: windowsIn(world, rows) };
}

/** "the same": whatever it is anyway. */
function isAsIs(_name: string, cell: string): boolean {
  return cell === 'the same';
}

interface Cell {
  readonly name: string;
  readonly cell: string;
  /** Who sends it. */
  readonly sender: string;
}

async function sentValue(world: FlowproofWorld, wanted: Cell): Promise<AttributeValue | undefined> {
  const { name, cell } = wanted;
  const last = name.split('.').at(-1) ?? '';
  if (cell === '(absent)') return undefined;
  if (last === 'path' || last === 'appliesTo') return listOfCses(world, cell);
  if (last === 'scheduleElement') return scheduleIn(world, cell);
  const known = await knownValue(world, { ...wanted, name: last });
  if (known !== undefined) return known;
  if (last === 'resourceName' && isLiteral(cell)) return world.realName(cell.slice(1, -1));
  return plainValue(world, last, cell);
}

/** What the testers know, or make up. */
async function knownValue(
  world: FlowproofWorld,
  { name, cell, sender }: Cell,
): Promise<AttributeValue | undefined> {
  const play = playOf(world);
  const fresh = (what: string) => octetsFrom(world.scene.stage.unique(what)).toString('base64url');
  if (PARTY.test(cell)) return name.endsWith('ID') ? play.cast.idOf(cell) : play.addressOfApplication(cell);
  if (cell === 'a new identifier') return fresh('identifier');
  if (cell === 'a new key') return fresh('key');
  if (cell === 'its listener') return (await play.cast.application(sender)).notificationURI;
  if (!cell.startsWith('"') || !name.startsWith('session')) return undefined;
  const session = await play.known(unquoted(cell));
  return name === 'sessionID' ? session.sessionID : session.credentials;
}

function plainValue(world: FlowproofWorld, name: string, cell: string): AttributeValue {
  if (cell === 'immediate') return SessionDelivery.immediate;
  if (cell === 'store and forward') return SessionDelivery.storeAndForward;
  if (isLiteral(cell)) return cell.slice(1, -1);
  if (cell.startsWith('"')) return identifierOf(world, pathOf(cell));
  return cellValue(world, name, cell);
}

/** CSE-IDs; `17 CSEs ending with CSE1` are strangers but for the last. */
async function listOfCses(world: FlowproofWorld, cell: string): Promise<AttributeValue> {
  if (cell.startsWith('`')) return cellValue(world, 'path', cell);
  const [, count, last] = /^(\d+) CSEs ending with (CSE\d)$/.exec(cell) ?? [];
  const names =
    count === undefined || last === undefined
      ? cell.split(', ')
      : [...Array.from({ length: Number(count) - 1 }, (_, at) => `stranger ${at}`), last];
  return Promise.all(
    names.map((name) => (PARTY.test(name) ? playOf(world).cast.idOf(name) : `/${name.replaceAll(' ', '-')}`)),
  );
}

function scheduleIn(world: FlowproofWorld, cell: string): AttributeValue {
  const windows = windowsOf(world, cell);
  if (windows.length > 0) return { scheduleEntry: windows.flatMap(scheduleEntries) };
  if (isLiteral(cell)) return { scheduleEntry: [cell.slice(1, -1)] };
  const value = cellValue(world, 'scheduleElement', cell);
  return Array.isArray(value) ? { scheduleEntry: value } : value;
}

function windowsIn(world: FlowproofWorld, rows: readonly (readonly string[])[]): readonly Window[] {
  return rows.flatMap(([name, cell = '']) => (name === 'scheduleElement' ? windowsOf(world, cell) : []));
}

function windowsOf(world: FlowproofWorld, cell: string): readonly Window[] {
  return cell.split(' and ').flatMap((words) => {
    const [, opensIn, opensFor] = WINDOW.exec(words) ?? [];
    if (opensIn === undefined || opensFor === undefined) return [];
    const scaled = (text: string) => world.scaled(durationOf(text));
    return [windowFrom(world.scene.stage.time.now(), scaled(opensIn), scaled(opensFor))];
  });
}

function isLiteral(cell: string): boolean {
  return /^'[\s\S]*'$/.test(cell);
}

export function unquoted(cell: string): string {
  return cell.replace(/^"(.*)"$/, '$1');
}
