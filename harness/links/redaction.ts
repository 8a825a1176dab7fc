/**
 * Takes secrets out of what is recorded, before anything can be written. Goes by names (of headers, query arguments,
 * JSON members, XML elements) and by values that the caller knows to be secret. Knows nothing of any protocol.
 */
export interface Redaction {
  readonly headers: readonly string[];
  /** Names of parameters of headers, such as `mac` in `algorithm=MD5, mac=...`. */
  readonly headerParameters: readonly string[];
  /** Names of query arguments, JSON members and XML elements. */
  readonly names: readonly string[];
  /** Secret values, wherever they turn up. */
  readonly values: readonly string[];
  /** Takes out what only somebody who knows the protocol of a body finds; it is called first. */
  readonly body?: (body: Uint8Array, contentType: string) => Uint8Array;
}

export interface Redactor {
  header(name: string, value: string): string;
  url(url: string): string;
  text(text: string): string;
  body(body: Uint8Array, contentType: string): Uint8Array;
}

export const DEFAULT_REDACTION: Redaction = {
  headers: ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-m2m-as'],
  headerParameters: ['mac'],
  names: ['tkns', 'access_token', 'refresh_token', 'password', 'scr'],
  values: [],
};

const REDACTED = '[redacted]';

export function createRedactor(redaction: Redaction): Redactor {
  const headers = new Set(redaction.headers.map((name) => name.toLowerCase()));
  const values = redaction.values.filter((value) => value !== '');
  const names = alternatives(redaction.names);
  const parameter = new RegExp(
    `((?:^|[\\s,;])(?:${alternatives(redaction.headerParameters)})\\s*=\\s*)[^\\s,;]*`,
    'gi',
  );
  const query = new RegExp(`([?&](?:${names})=)[^&#]*`, 'gi');
  const member = new RegExp(`("(?:${names})"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\])`, 'gi');
  const element = new RegExp(`(<(?:[\\w.-]+:)?(${names})(?:\\s[^>]*)?>)[^<]*`, 'gi');

  const withoutValues = (text: string) =>
    values.reduce((rest, value) => rest.replaceAll(value, REDACTED), text);
  return {
    header: (name, value) =>
      headers.has(name.toLowerCase()) ? REDACTED : withoutValues(value.replace(parameter, `$1${REDACTED}`)),
    url: (url) => withoutValues(url.replace(query, `$1${REDACTED}`)),
    text: (text) => withoutValues(text.replace(member, `$1"${REDACTED}"`).replace(element, `$1${REDACTED}`)),
    body: (body, contentType) => redaction.body?.(body, contentType) ?? body,
  };
}

/** Nothing matches where there are no names. */
function alternatives(names: readonly string[]): string {
  return names.map(escaped).join('|') || '(?!)';
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
