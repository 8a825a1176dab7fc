/** Shortens what is too long to show and says by how much. Knows nothing of what the text means. */

/** The first `limit` characters, and a note of how many follow. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = splitsPair(text, limit) ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

/** At most `limit` characters; what follows is not worth a note. */
export function clipEnd(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = splitsPair(text, limit - 1) ? limit - 2 : limit - 1;
  return `${text.slice(0, Math.max(end, 0))}…`;
}

/** At most `limit` characters; the end of a path says more than its beginning, so the middle goes. */
export function clipMiddle(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = Math.max(Math.floor((limit - 1) / 3), 0);
  const tail = Math.max(limit - 1 - head, 0);
  const from = text.length - tail;
  const start = splitsPair(text, from) ? from + 1 : from;
  return `${text.slice(0, splitsPair(text, head) ? head - 1 : head)}…${text.slice(start)}`;
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
