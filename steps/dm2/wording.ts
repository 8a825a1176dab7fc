/** A way to say something: a pattern whose groups are what it says. */
export interface Wording<T> {
  readonly pattern: string;
  readonly meaning: (...groups: string[]) => T;
}

export function wording<T>(pattern: string, meaning: (...groups: string[]) => T): Wording<T> {
  return { pattern, meaning };
}

/** All of them as one pattern without groups, the longest first, since the first that fits is taken. */
export function patternOf(wordings: readonly Wording<unknown>[]): string {
  const patterns = wordings.map(({ pattern }) => pattern.replace(/(?<!\\)\((?!\?)/g, '(?:'));
  return patterns.sort((one, other) => other.length - one.length).join('|');
}

export function meaningOf<T>(wordings: readonly Wording<T>[], text: string): T {
  for (const { pattern, meaning } of wordings) {
    const found = new RegExp(`^(?:${pattern})$`, 'u').exec(text);
    if (found !== null) return meaning(...found.slice(1).map((group) => group ?? ''));
  }
  throw new Error(`nothing says what "${text}" means`);
}
