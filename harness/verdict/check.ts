import { Deviation } from './deviation';

/** Holds, or the target deviates. `expected` and `actual` are for a person. */
export function check(holds: boolean, what: string, expected: string, actual: string): void {
  if (!holds) throw new Deviation({ what, expected, actual });
}

/** Any JSON value in one short line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
