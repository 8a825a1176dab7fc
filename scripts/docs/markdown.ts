/** Puts text into Markdown. It knows tables and inline code, and nothing of what they say. */

/** Text of our own outside code: what would end a cell or begin a tag is escaped. */
export function prose(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '\\<').replace(/\s+/g, ' ').trim();
}

/** Inline code, in a table cell too. */
export function code(text: string): string {
  const line = text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** Cells come as Markdown already. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Paragraphs, headings and tables with a blank line between them and a line end behind the last. */
export function document(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
