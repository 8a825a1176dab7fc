import type { AttributeValue } from '../../model/attribute-value';
import type { DM2Command, UnperformableCommand } from '../../model/dm2-command';
import type { ArgumentRow } from '../../tables/dm2/rows';
import { isVerb, type Verb, verbRow } from '../../tables/dm2/verbs';
import { UnencodableError } from '../unencodable';
import type { ListReader } from './json-reader';

/** Commands as lists of words. @see dm2.md 5 */
type Words = readonly [string, ...string[]];

export function readCommand(list: ListReader): DM2Command {
  const [verb, ...rest] = list.texts();
  if (verb !== undefined) return commandOf([verb, ...rest]);
  list.place.refuse('wrong-shape', 'expected a verb, found an empty list');
  return { verb: 'END' };
}

/** Whatever the words are, for one that cannot be performed gets its status in its place. */
export function commandOf(words: Words): DM2Command {
  const [verb, ...given] = words;
  if (!isVerb(verb)) return unperformable(words, 501);
  if (given.includes('') || !fits(given.length, verbRow(verb).arguments)) return unperformable(words, 400);
  const [first = '', ...rest] = given;
  return performable(verb, first, rest);
}

function performable(verb: Verb, first: string, rest: readonly string[]): DM2Command {
  const [second] = rest;
  switch (verb) {
    case 'HGET':
      return { verb, serverURI: first, ...(second !== undefined && { clientURI: second }) };
    case 'HPUT':
    case 'HPOST':
      return { verb, serverURI: first, clientURIs: rest };
    case 'DELETE':
    case 'GET':
    case 'UNSUB':
      return { verb, clientURI: first };
    case 'EXEC':
      return { verb, clientURI: first, ...(second !== undefined && { serverURI: second }) };
    case 'SHOW':
    case 'CONT':
      return { verb, serverURI: first };
    case 'DEFAULT':
      return { verb, serverURI: first, moid: second ?? '' };
    case 'SUB':
      return { verb, serverURI: first, clientURI: second ?? '' };
    case 'END':
      return { verb };
  }
}

function unperformable(words: Words, status: UnperformableCommand['status']): UnperformableCommand {
  return { verb: 'unperformable', words, status };
}

function fits(count: number, rows: readonly ArgumentRow[]): boolean {
  const least = rows.filter(({ occurs }) => occurs !== '?').length;
  const most = rows.some(({ occurs }) => occurs === '+') ? Number.POSITIVE_INFINITY : rows.length;
  return count >= least && count <= most;
}

export function writeCommand(command: DM2Command): AttributeValue {
  const words = wordsOf(command);
  if (command.verb !== commandOf(words).verb)
    throw new UnencodableError(`no command ${command.verb} has the words ${JSON.stringify(words)}`);
  return words;
}

/** The command as it travels. */
export function wordsOf(command: DM2Command): Words {
  switch (command.verb) {
    case 'unperformable':
      return command.words;
    case 'HGET':
      return ['HGET', command.serverURI, ...(command.clientURI === undefined ? [] : [command.clientURI])];
    case 'HPUT':
    case 'HPOST':
      return [command.verb, command.serverURI, ...command.clientURIs];
    case 'DELETE':
    case 'GET':
    case 'UNSUB':
      return [command.verb, command.clientURI];
    case 'EXEC':
      return ['EXEC', command.clientURI, ...(command.serverURI === undefined ? [] : [command.serverURI])];
    case 'SHOW':
    case 'CONT':
      return [command.verb, command.serverURI];
    case 'DEFAULT':
      return ['DEFAULT', command.serverURI, command.moid];
    case 'SUB':
      return ['SUB', command.serverURI, command.clientURI];
    case 'END':
      return ['END'];
  }
}
