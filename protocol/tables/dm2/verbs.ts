import type { ArgumentRow, Support, VerbRow } from './rows';

/**
 * The commands of DM 2.0: what follows the verb, who has to know it, and what may be reported of it.
 * @see dm2.md 5, DM_Protocol 2.0 (commands)
 */
const SERVER_URI: ArgumentRow = { name: 'serverURI', occurs: '1' };
const CLIENT_URI: ArgumentRow = { name: 'clientURI', occurs: '1' };
const MAYBE_SERVER_URI: ArgumentRow = { name: 'serverURI', occurs: '?' };
const MAYBE_CLIENT_URI: ArgumentRow = { name: 'clientURI', occurs: '?' };
const CLIENT_URIS: ArgumentRow = { name: 'clientURI', occurs: '+' };
const MOID: ArgumentRow = { name: 'moid', occurs: '1' };

/** Whatever the verb: arguments that do not fit, an address that is too long, something that broke. */
const ALWAYS = [400, 500] as const;
const ADDRESS = [400, 403, 404, 414, 500] as const;
/** What a repository, or the way to it, adds; besides these any 4xx and 5xx that the repository answers. */
const TRANSFER = [413, 415, 502, 503, 504] as const;

interface Short {
  readonly arguments: readonly ArgumentRow[];
  readonly client?: Support;
  readonly server?: Support;
  readonly codes: readonly number[];
  readonly once?: true;
  readonly meaning: string;
}

const VERBS = {
  HGET: {
    arguments: [SERVER_URI, MAYBE_CLIENT_URI],
    codes: [200, ...ADDRESS, 405, ...TRANSFER],
    meaning: 'fetch data by HTTP GET and add it to the tree or replace what is there',
  },
  HPUT: {
    arguments: [SERVER_URI, CLIENT_URIS],
    codes: [200, 304, ...ADDRESS, 406, ...TRANSFER],
    meaning: 'send data of the tree by HTTP PUT',
  },
  HPOST: {
    arguments: [SERVER_URI, CLIENT_URIS],
    codes: [200, 304, ...ADDRESS, 406, ...TRANSFER],
    once: true,
    meaning: 'send data of the tree by HTTP POST',
  },
  DELETE: {
    arguments: [CLIENT_URI],
    codes: [200, ...ADDRESS, 405],
    meaning: 'remove a node with everything below it',
  },
  EXEC: {
    arguments: [CLIENT_URI, MAYBE_SERVER_URI],
    codes: [200, 202, ...ADDRESS, 405],
    once: true,
    meaning: 'execute a node; with a server URI the result comes later, as an alert there',
  },
  GET: {
    arguments: [CLIENT_URI],
    client: 'should',
    codes: [200, 304, ...ADDRESS, 413, 501],
    meaning: 'report data of the tree in this session',
  },
  SHOW: {
    arguments: [SERVER_URI],
    client: 'should',
    codes: [200, ...ALWAYS, 403, 501, 503],
    meaning: 'open a page for the user',
  },
  CONT: {
    arguments: [SERVER_URI],
    codes: [200, ...ALWAYS, 403],
    meaning: 'send what follows in this session to another URI',
  },
  END: { arguments: [], codes: [], meaning: 'end the session' },
  DEFAULT: {
    arguments: [SERVER_URI, MOID],
    client: 'should',
    codes: [200, ...ALWAYS, 403, 501],
    meaning: 'where to fetch the configuration of a management object that is missing',
  },
  SUB: {
    arguments: [SERVER_URI, CLIENT_URI],
    server: 'should',
    client: 'should',
    codes: [200, ...ADDRESS, 501],
    meaning: 'send data by HTTP PUT whenever it changes',
  },
  UNSUB: {
    arguments: [CLIENT_URI],
    server: 'should',
    client: 'should',
    codes: [200, ...ALWAYS, 404, 414, 501],
    meaning: 'revoke a subscription',
  },
} as const satisfies { readonly [verb: string]: Short };

export type Verb = keyof typeof VERBS;

export const VERB_ROWS: readonly VerbRow[] = Object.entries<Short>(VERBS).map(rowOf);

function rowOf([verb, short]: readonly [string, Short]): VerbRow {
  return {
    verb,
    arguments: short.arguments,
    server: short.server ?? 'must',
    client: short.client ?? 'must',
    statusCodes: [...short.codes].sort((one, other) => one - other),
    repeatable: short.once !== true,
    meaning: short.meaning,
    clause: 'dm2.md 5',
  };
}

/** Letter case matters. */
export function isVerb(text: string): text is Verb {
  return Object.hasOwn(VERBS, text);
}

export function verbRow(verb: Verb): VerbRow {
  return rowOf([verb, VERBS[verb]]);
}
