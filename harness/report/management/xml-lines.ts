const STEP = '  ';

/**
 * XML of a message with each element on a line of its own, below the one that holds it. Nothing but white space between
 * elements is added; what is no XML comes out odd, and never throws.
 */
export function xmlLines(xml: string): string {
  let depth = 0;
  const lines = xml.replaceAll('><', '>\n<').split('\n');
  const indented = lines.map((line) => {
    if (line.startsWith('</')) depth = Math.max(0, depth - 1);
    const shown = STEP.repeat(depth) + line;
    if (isOpening(line)) depth += 1;
    return shown;
  });
  return indented.join('\n');
}

/** The start tag of an element that ends on a later line. */
function isOpening(line: string): boolean {
  return /^<[^!?/]/.test(line) && !line.endsWith('/>') && !/<\/[^<]*>$/.test(line);
}
