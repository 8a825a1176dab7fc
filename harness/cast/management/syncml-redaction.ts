import { decodeSyncMLBody, readSyncMLMediaType } from '../../../protocol/codec/syncml/syncml-body';
import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import { allCommands } from '../../../protocol/model/syncml-identifiers';
import type { Item } from '../../../protocol/model/syncml-item';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';

/**
 * Makes secrets unreadable in the bodies of SyncML, for the evidence: credentials, and the values of nodes that hold
 * passwords. Each octet of a secret becomes an asterisk, so that XML and WBXML stay what they are. It changes nothing
 * that travels.
 */
export type RedactBody = (body: Uint8Array, contentType: string) => Uint8Array;

/** Nodes whose values are secret, in DMAcc and in the configuration of a gateway. @see DM_StdObj 7.1.3.1 */
const SECRET_NODE = /(?:^|\/)(?:AAuthSecret|AAuthData|ClientSecret|ServerSecret|ClientPW|ServerPW)$/i;

/** What is shorter is in any text by chance, and hides nothing. */
const SHORTEST_SECRET = 3;

const ASTERISK = 0x2a;

/** `known` are the passwords of the accounts, which go wherever they turn up. */
export function withoutSyncMLSecrets(known: readonly string[]): RedactBody {
  return (body, contentType) => {
    const found = readSyncMLMediaType(contentType) === undefined ? [] : secretsIn(body, contentType);
    return blanked(body, [...known, ...found].flatMap(spellings));
  };
}

function secretsIn(body: Uint8Array, contentType: string): readonly string[] {
  const decoded = decodeSyncMLBody(body, contentType);
  if (decoded.ok) return secretsOf(decoded.value);
  const text = Buffer.from(body).toString('latin1');
  const isBinary = !text.trimStart().startsWith('<');
  return [...secretsWithin(text), ...(isBinary ? (text.match(CREDENTIAL_LIKE) ?? []) : [])];
}

function secretsOf({ header, commands }: SyncMLMessage): readonly string[] {
  const { credential } = header;
  const values = [...allCommands(commands)].flatMap(itemsOf).flatMap(secretsOfItem);
  return credential === undefined ? values : [credential.data, ...values];
}

function itemsOf(command: SyncMLCommand): readonly Item[] {
  return 'items' in command ? command.items : [];
}

function secretsOfItem({ target, source, data }: Item): readonly string[] {
  if (typeof data !== 'string') return [];
  const isSecret = [target, source].some((place) => SECRET_NODE.test(place?.uri ?? ''));
  return isSecret ? [data] : secretsWithin(data);
}

const NESTED_VALUE = /<LocURI>([^<]*)<\/LocURI>(?:(?!<LocURI>|<\/Item>).)*?<Data(?:\s[^>]*)?>([^<]*)/gsu;
const NESTED_CREDENTIAL = /<Cred\b(?:(?!<\/?Cred\b).)*?<Data(?:\s[^>]*)?>([^<]*)/gsu;

/** Of XML as a value, such as commands to be fanned out, and of a message that cannot be read. */
function secretsWithin(text: string): readonly string[] {
  if (!text.includes('<')) return [];
  const values = [...text.matchAll(NESTED_VALUE)].flatMap(([, uri = '', value = '']) =>
    SECRET_NODE.test(uri.trim()) ? [value] : [],
  );
  return [...values, ...[...text.matchAll(NESTED_CREDENTIAL)].map(([, value = '']) => value)];
}

/** Whatever could be the credentials of a binary message that is cut or bent: nothing in it says where they are. */
const CREDENTIAL_LIKE = /[A-Za-z0-9+/]{16,}={0,2}/gu;

/** As it is, and as XML spells it once and within XML. */
function spellings(secret: string): readonly string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const once = escaped(secret);
  return [...new Set([secret, once, escaped(once)])];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function blanked(body: Uint8Array, secrets: readonly string[]): Uint8Array {
  const copy = Buffer.from(body);
  for (const secret of secrets) {
    const octets = Buffer.from(secret);
    for (let at = copy.indexOf(octets); at >= 0; at = copy.indexOf(octets, at + octets.length))
      copy.fill(ASTERISK, at, at + octets.length);
  }
  return copy;
}
