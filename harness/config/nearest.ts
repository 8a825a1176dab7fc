import { closest, distance } from 'fastest-levenshtein';

/** The candidate most like `word`, or `undefined` where none is like it enough to be what was meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const best = closest(word, candidates);
  const tolerance = Math.max(2, Math.floor(Math.max(word.length, best.length) / 2));
  return distance(word.toLowerCase(), best.toLowerCase()) <= tolerance ? best : undefined;
}

/** `did you mean "url"?`, or the whole list where it is short, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const best = nearest(word, candidates);
  if (best !== undefined) return `did you mean "${best}"?`;
  return candidates.length > 0 && candidates.length <= 12 ? `known: ${candidates.join(', ')}` : undefined;
}
