import { DEFAULT_LIMITS } from '../../../protocol/codec/limits';
import { Place } from '../../../protocol/codec/place';
import { readSyncMLMediaType } from '../../../protocol/codec/syncml/syncml-body';
import { readXmlTree } from '../../../protocol/codec/syncml/syncml-xml';
import { parseWbxml } from '../../../protocol/codec/syncml/wbxml-decoder';
import type { WireElement } from '../../../protocol/codec/syncml/wire-element';

/**
 * Makes secrets unreadable in the bodies of SyncML, for the evidence: credentials, and the values of nodes that hold
 * passwords. Each octet of a secret becomes an asterisk, so that XML and WBXML stay what they are. It changes nothing
 * that travels.
 */
export type RedactBody = (body: Uint8Array, contentType: string) => Uint8Array;

/** Nodes whose values are secret, in DMAcc and in the configuration of a gateway. @see DM_StdObj 7.1.3.1 */
const SECRET_NODE = /(?:^|\/)(?:AAuthSecret|AAuthData|ClientSecret|ServerSecret|ClientPW|ServerPW)$/i;

/** Most messages hold none of it, and need not be read. A reference to a character can spell anything. */
const MAY_HOLD_SECRETS = /Cred|AAuthData|Secret|PW|&#|\0/iu;

/** What is shorter is in any text by chance, and hides nothing. */
const SHORTEST_SECRET = 3;

/** A body with more of them is no message of anybody: nothing of it is kept. */
const MOST_SECRETS = 1000;

const ASTERISK = 0x2a;

/** `known` are the passwords of the accounts, which go wherever they turn up. */
export function withoutSyncMLSecrets(known: readonly string[]): RedactBody {
  return (body, contentType) => {
    const mediaType = readSyncMLMediaType(contentType);
    const found = mediaType === undefined ? [] : secretsIn(body, mediaType.serialization);
    return blanked(body, [...known, ...found].flatMap(spellings));
  };
}

/** Elements are looked at whether or not they make a message. */
function secretsIn(body: Uint8Array, serialization: 'xml' | 'wbxml'): readonly Secret[] {
  if (serialization === 'xml' && !MAY_HOLD_SECRETS.test(Buffer.from(body).toString('latin1'))) return [];
  const read = serialization === 'xml' ? readXmlTree : parseWbxml;
  const root = read(body, DEFAULT_LIMITS, new Place('evidence'));
  if (root !== undefined) return [...secretsBelow(root)];
  const text = Buffer.from(body).toString('latin1');
  const isBinary = serialization === 'wbxml' && !text.trimStart().startsWith('<');
  return [...secretsWithin(text), ...(isBinary ? (text.match(CREDENTIAL_LIKE) ?? []) : [])];
}

/** Text, or octets that are no text. */
type Secret = string | Uint8Array;

function* secretsBelow(element: WireElement): Generator<Secret> {
  const isSecret = element.localName === 'Cred' || isSecretItem(element);
  for (const child of element.children) {
    if (child.localName !== 'Data') yield* secretsBelow(child);
    else if (isSecret) yield child.octets ?? child.text;
    else yield* secretsWithin(child.text);
  }
}

/** @see DM_StdObj 7.1.3.1 */
function isSecretItem({ children }: WireElement): boolean {
  const places = children.filter(({ localName }) => localName === 'Target' || localName === 'Source');
  const uris = places.flatMap((place) => [place, ...place.children]).map(({ text }) => text.trim());
  return uris.some((uri) => SECRET_NODE.test(uri));
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
function spellings(secret: Secret): readonly Buffer[] {
  if (secret.length < SHORTEST_SECRET) return [];
  if (typeof secret !== 'string') return [Buffer.from(secret)];
  const once = escaped(secret);
  return [...new Set([secret, once, escaped(once)])].map((text) => Buffer.from(text));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function blanked(body: Uint8Array, secrets: readonly Buffer[]): Uint8Array {
  const copy = Buffer.from(body);
  if (secrets.length > MOST_SECRETS) return copy.fill(ASTERISK);
  for (const octets of secrets) {
    for (let at = copy.indexOf(octets); at >= 0; at = copy.indexOf(octets, at + octets.length))
      copy.fill(ASTERISK, at, at + octets.length);
  }
  return copy;
}
