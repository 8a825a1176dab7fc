import type { RequestDraft } from '../../harness/cast/originator';
import { addressOf } from '../../harness/cast/place';
import type { Attributes, AttributeValue } from '../../protocol/model/attribute-value';
import { formatTimestamp } from '../../protocol/model/timestamp';
import { ENUMERATIONS } from '../../protocol/tables/onem2m/enumerations';
import { REQUEST_PARAMETERS } from '../../protocol/tables/onem2m/request-parameters';
import { durationOf, type Path, pathsOf } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { specializationTypeOf } from './specializations';

export type Parameters = Partial<Omit<RequestDraft, 'operation' | 'to'>>;

/** The rows of a step's table: request parameters under their long titles, attributes under their long names. */
export interface Given {
  readonly parameters: Parameters;
  readonly attributes: Attributes;
  /** Attributes that are to be left out even where a step would add them. */
  readonly absent?: readonly string[];
}

const TEXT_PARAMETERS = new Set([
  'requestExpirationTimestamp',
  'resultExpirationTimestamp',
  'operationExecutionTime',
  'resultPersistence',
]);

/**
 * Reads a two-column table. A row that begins with a capital letter is a request parameter, any other an attribute.
 * A parameter that is `(absent)`, or a literal text, travels so whatever its type.
 */
export function readTable(world: FlowproofWorld, rows: readonly (readonly string[])[]): Given {
  const parameters: Record<string, AttributeValue> = {};
  const attributes: Record<string, AttributeValue> = {};
  const overrides = new Map<string, string | undefined>();
  const absent: string[] = [];
  for (const [name = '', cell = ''] of rows) {
    if (!isParameter(name)) {
      if (cell === '(absent)') absent.push(name);
      else attributes[name] = cellValue(world, name, cell);
    } else if (cell === '(absent)') overrides.set(name, undefined);
    else if (isLiteral(cell)) overrides.set(name, cell.slice(1, -1));
    else parameters[parameterKey(name)] = parameterValue(world, name, cell);
  }
  const overridden = overrides.size === 0 ? {} : { overrides };
  return { parameters: { ...(parameters as Parameters), ...overridden }, attributes, absent };
}

function isParameter(name: string): boolean {
  return /^[A-Z]/.test(name) && !/^(App|AE|CSE|Node)-ID$/.test(name);
}

function isLiteral(cell: string): boolean {
  return /^'.*'$/.test(cell);
}

function parameterValue(world: FlowproofWorld, name: string, cell: string): AttributeValue {
  const value = cellValue(world, name, cell);
  return TEXT_PARAMETERS.has(parameterKey(name)) ? String(value) : value;
}

export function parameterKey(title: string): string {
  const row = REQUEST_PARAMETERS.find((candidate) => candidate.title === title);
  if (!row) throw new Error(`"${title}" is no request parameter of table 6.4.1-1`);
  return row.parameter;
}

const LIST_NAMES = new Set([
  'memberIDs',
  'Group Request Target Members',
  'accessControlPolicyIDs',
  'membersAccessControlPolicyIDs',
  'labels',
  'notificationURI',
]);

const DURATION = /^\d+ (?:milli)?(?:second|minute|hour)s?$/;

/** The value that a cell stands for; the vocabulary of cells is in docs/add-a-test.md. */
export function cellValue(world: FlowproofWorld, name: string, cell: string): AttributeValue {
  if (/^`.*`$/.test(cell)) return JSON.parse(cell.slice(1, -1));
  if (cell === '(empty list)') return [];
  if (cell === 'NULL') return null;
  if (LIST_NAMES.has(name)) return listValue(world, cell);
  if (name === 'Group Request Identifier') return world.groupRequestIdentifier(unquoted(cell));
  if (name === 'notifyAggregation') return batchNotify(world, cell);
  if (cell.startsWith('"')) return pathsOf(cell).map((path) => identifierOf(world, path))[0] ?? '';
  if (name === 'expirationTime' && DURATION.test(cell)) {
    return formatTimestamp(world.scene.stage.time.now() + world.scaled(durationOf(cell)));
  }
  return DURATION.test(cell) ? world.scaled(durationOf(cell)) : scalarValue(name, cell);
}

function listValue(world: FlowproofWorld, cell: string): AttributeValue {
  if (isLiteral(cell)) return cell.slice(1, -1);
  if (/^\d+$/.test(cell)) return Number(cell);
  return cell.split(/, | and /).map((element) => {
    const path = pathsOf(element)[0];
    if (path) return identifierOf(world, path);
    return isLiteral(element) ? element.slice(1, -1) : elsewhere(world, element);
  });
}

/** `CSE2/nowhere`: an identifier on that CSE where nothing is. */
function elsewhere(world: FlowproofWorld, element: string): string {
  const [host = '', ...rest] = element.split('/');
  const place = world.scene.places.find(host);
  return place && rest.length > 0 ? `${place.cseID}/${rest.join('/')}` : element;
}

/** The identifier of a named resource, in the form the scenario asks for; structured where it does not care. */
export function identifierOf(world: FlowproofWorld, path: Path): string {
  const address = world.notificationAddress(path.name);
  if (address !== undefined) return address;
  const place = world.scene.places.find(path.name);
  if (!place) return addressToBe(world, path);
  const away = place.cseID !== world.scene.stage.cse.cseID;
  const form = path.form ?? (away ? 'SP-relative structured' : 'structured');
  return addressOf(place, form, world.serviceProviderID, world.mappedSuffix(path));
}

/** Where a resource that is not there will be once it is created: what refused it must not have it there either. */
function addressToBe(world: FlowproofWorld, { name, suffix }: Path): string {
  const parent = world.scene.places.find('AE1')?.structured ?? world.scene.stage.cse.resourceName;
  return [parent, world.realName(name), suffix].filter(Boolean).join('/');
}

function batchNotify(world: FlowproofWorld, cell: string): AttributeValue {
  const number = /(\d+) notifications?/.exec(cell)?.[1];
  const duration = /\d+ (?:second|minute|hour)s?/.exec(cell)?.[0];
  return {
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(duration === undefined ? {} : { duration: `PT${world.scaled(durationOf(duration)) / 1000}S` }),
  };
}

function scalarValue(name: string, cell: string): AttributeValue {
  if (isLiteral(cell)) return cell.slice(1, -1);
  if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
  if (cell === 'true' || cell === 'false') return cell === 'true';
  return wordValue(name, cell);
}

/** A word of an enumeration becomes its number; a word for a kind of resource its type or specialization. */
function wordValue(name: string, cell: string): AttributeValue {
  if (name === 'memberType') return cell === 'MIXED' ? 0 : memberTypeNumber(cell);
  if (name === 'specializationType') return specializationTypeOf(cell);
  for (const table of Object.values(ENUMERATIONS)) {
    const sameName = table.name.toLowerCase() === `m2m:${name.replace(/ /g, '').toLowerCase()}`;
    const row = sameName ? table.rows.find((candidate) => candidate.name === cell) : undefined;
    if (row) return row.value;
  }
  return cell;
}

function memberTypeNumber(word: string): AttributeValue {
  const names = [word, word.toLowerCase()];
  const row = ENUMERATIONS.memberType.rows.find((candidate) => names.includes(candidate.name));
  return row?.value ?? word;
}

function unquoted(cell: string): string {
  return cell.replace(/^"(.*)"$/, '$1');
}
