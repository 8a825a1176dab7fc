/** Forgets what came in first, as far as there is more than `limit`. */
export function keepNewest(entries: Map<string, unknown>, limit: number): void {
  for (const key of entries.keys()) {
    if (entries.size <= limit) return;
    entries.delete(key);
  }
}
