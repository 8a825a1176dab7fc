/** Keys whose values give access to something, so that a file that is shared must not hold them. */
const SECRET_KEY = /authorization|cookie|token|secret|password|passwd|credential|api-?key/i;
const REFERENCE_ONLY = /^([A-Za-z]+ )?\$\{[A-Za-z_][A-Za-z0-9_]*\}$/;

/** Whether the value of the key gives access to something, and so is shown to nobody. */
export function isSecretKey(key: string | number | undefined): boolean {
  return typeof key === 'string' && SECRET_KEY.test(key);
}

/**
 * Paths of the values that hold a secret literally instead of as `${NAME}` (after a scheme word at most:
 * `Bearer ${TOKEN}`). Looks at the values as written, before the environment is filled in.
 */
export function literalSecrets(value: unknown): readonly (readonly (string | number)[])[] {
  const found: (readonly (string | number)[])[] = [];

  function walk(node: unknown, path: readonly (string | number)[], secret: boolean): void {
    if (typeof node === 'object' && node !== null) {
      for (const [key, item] of Object.entries(node)) walk(item, [...path, key], secret || isSecretKey(key));
    } else if (
      secret &&
      typeof node !== 'boolean' &&
      !(typeof node === 'string' && REFERENCE_ONLY.test(node))
    ) {
      found.push(path);
    }
  }

  walk(value, [], false);
  return found;
}
