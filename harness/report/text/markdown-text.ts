import { clip } from './clip';
import { visibleLine } from './visible-text';

/**
 * Text that stays text in Markdown, in a table too: no markup, no link, no mention of a user. `limit` is the number of
 * characters kept.
 */
export function markdownText(text: string, limit: number): string {
  return clip(visibleLine(text), limit)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~^$-]/g, '\\$&')
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\b(www)\./gi, '$1&#46;');
}

/** Text as inline code: its fence is longer than any run of backticks inside. */
export function markdownCode(text: string, limit: number): string {
  const line = clip(visibleLine(text), limit).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
