/** The parameters of an HTTP challenge or of credentials: `name=value` and `name="value"`, with commas. @see RFC 9110 11 */
const LIMIT = 8192;
const PARAMETER = /\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))\s*(?:,\s*|$)/uy;

/** By name in small letters; none where the text has anything else, or a name twice. */
export function readAuthParameters(text: string): ReadonlyMap<string, string> | undefined {
  if (text.length > LIMIT) return undefined;
  const parameters = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(text);
    const name = match?.[1]?.toLowerCase();
    if (match === null || name === undefined || parameters.has(name)) return undefined;
    parameters.set(name, match[2]?.replace(/\\(.)/gu, '$1') ?? match[3] ?? '');
    at = PARAMETER.lastIndex;
  }
  return parameters;
}

/** The challenges of a header that holds one or, joined with commas, several. */
export function splitChallenges(
  header: string,
): readonly { readonly scheme: string; readonly rest: string }[] {
  const starts = [...header.slice(0, LIMIT).matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)\s+(?=[\w-]+\s*=)/gu)];
  return starts.map((start, index) => ({
    scheme: (start[1] ?? '').toLowerCase(),
    rest: header.slice(start.index + start[0].length, starts[index + 1]?.index).replace(/[\s,]+$/u, ''),
  }));
}
