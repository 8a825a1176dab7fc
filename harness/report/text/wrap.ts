import { clip } from './clip';

/** Breaks a line into lines of at most `width` characters, at blanks where there are any. The last of `limit` lines says what is left out. */
export function wrap(text: string, width: number, limit: number): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest.length > width && lines.length < limit - 1) {
    const end = breakAt(rest, width);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  lines.push(clip(rest, width));
  return lines;
}

function breakAt(text: string, width: number): number {
  const blank = text.lastIndexOf(' ', width);
  if (blank > 0) return blank;
  const before = text.charCodeAt(width - 1);
  return before >= 0xd800 && before <= 0xdbff ? width - 1 : width;
}
