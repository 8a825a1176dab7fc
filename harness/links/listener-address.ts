/**
 * An address for a listener that has no socket: `http://<name>.<domain>`, with a number where the name is taken.
 * The same names in the same order give the same addresses in each run.
 */
export function listenerAddress(name: string, domain: string, taken: ReadonlyMap<string, unknown>): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const label = plain.replace(/^-+|-+$/g, '') || 'endpoint';
  for (let count = 1; ; count += 1) {
    const address = `http://${label}${count === 1 ? '' : `-${count}`}.${domain}`;
    if (!taken.has(address)) return address;
  }
}
