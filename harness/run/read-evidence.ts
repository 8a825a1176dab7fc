import type { Evidence } from '../verdict/scenario-result';
import { VERDICTS } from '../verdict/verdict';

/** Reads what the After hook attached; `undefined` where it is not evidence. */
export function readEvidence(text: string): Evidence | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isEvidence(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Evidence is written by this package, so its outline is enough to tell it from a damaged file. */
function isEvidence(value: unknown): value is Evidence {
  if (typeof value !== 'object' || value === null) return false;
  const hasVerdict = 'verdict' in value && VERDICTS.some((verdict) => verdict === value.verdict);
  return hasVerdict && hasList(value, 'warnings') && hasList(value, 'ledger') && hasList(value, 'exchanges');
}

function hasList(value: object, key: string): boolean {
  return Array.isArray(Object.entries(value).find(([name]) => name === key)?.[1]);
}
