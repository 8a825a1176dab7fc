/** The environment of a process, as this package needs it. */
export type Environment = { readonly [name: string]: string | undefined };

/** A value whose `${NAME}` has been filled in, and the names that were not there. */
export interface Substituted {
  readonly value: unknown;
  readonly missing: readonly { readonly path: readonly (string | number)[]; readonly name: string }[];
}

const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Fills in `${NAME}` in every text value of `value`; keys stay as they are. */
export function substituteEnvironment(value: unknown, environment: Environment): Substituted {
  const missing: { path: readonly (string | number)[]; name: string }[] = [];

  function fill(text: string, path: readonly (string | number)[]): string {
    return text.replace(REFERENCE, (reference, name: string) => {
      const found = environment[name];
      if (found === undefined) missing.push({ path, name });
      return found ?? reference;
    });
  }

  function walk(node: unknown, path: readonly (string | number)[]): unknown {
    if (typeof node === 'string') return fill(node, path);
    if (Array.isArray(node)) return node.map((item, index) => walk(item, [...path, index]));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item, [...path, key])]));
  }

  return { value: walk(value, []), missing };
}
