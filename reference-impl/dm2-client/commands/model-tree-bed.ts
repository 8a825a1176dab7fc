/**
 * A model of the tree for trials, made in another way than the tree: one line per node, `instance/name/name`, with what
 * it holds. Its object has a permanent text `keep` in each instance, and anything beside it. It knows no octets.
 */
export const MOID = 'urn:flowproof:mo:trial:1.0';

export type Json = string | number | boolean | null | { readonly [name: string]: Json };
export type Names = readonly string[];

/** Data, and where they go: MIID or `*`, or empty for the only one, then names or `*`. */
export interface Target {
  readonly parts: Names;
  readonly value: Json;
}

export type Trial =
  | { readonly kind: 'GET' | 'DELETE' | 'HPUT'; readonly parts: Names }
  | { readonly kind: 'HGET'; readonly targets: readonly Target[] }
  | { readonly kind: 'HGET everywhere'; readonly targets: readonly Target[] }
  | { readonly kind: 'other'; readonly words: Names; readonly sc: number };

const INTERIOR = Symbol('interior');
type Line = readonly [key: string, value: string | number | boolean | null | typeof INTERIOR];
export type Lines = ReadonlyMap<Line[0], Line[1]>;

/** Statuses that may be. */
type Refused = readonly number[];

const keyOf = (names: Names) => names.map(encodeURIComponent).join('/');
const isBelow = (key: string, top: string) => key.startsWith(`${top}/`);
const isRightBelow = (key: string, top: string) =>
  isBelow(key, top) && !key.slice(top.length + 1).includes('/');

export function addressOf(names: Names): string {
  const path = names.map((name) => (name === '*' ? name : encodeURIComponent(name))).join('/');
  return `${MOID}/${path}${names.length === 1 ? '/' : ''}`;
}

export function linesOf(top: string, value: Json): Line[] {
  if (typeof value !== 'object' || value === null) return [[top, value]];
  const below = Object.entries(value).flatMap(([name, child]) => linesOf(`${top}/${keyOf([name])}`, child));
  return [[top, INTERIOR], ...below];
}

/** The keys that an address names. */
function named(lines: Lines, [instance = '', ...path]: Names): string[] {
  const keys = [...lines.keys()];
  const roots = keys.filter((key) => !key.includes('/'));
  let found = roots.filter((key) => instance === '*' || key === keyOf([instance]));
  if (instance === '') found = roots.length === 1 ? roots : [];
  for (const name of path)
    found = found.flatMap((top) =>
      keys.filter((key) => isRightBelow(key, top) && (name === '*' || key === `${top}/${keyOf([name])}`)),
    );
  return found;
}

function without(lines: Lines, tops: readonly string[]): Lines {
  return new Map([...lines].filter(([key]) => !tops.some((top) => key === top || isBelow(key, top))));
}

/** What the lines at and below `top` hold. */
function valueAt(lines: Lines, top: string): unknown {
  const own = lines.get(top);
  if (own !== INTERIOR) return own;
  const children = [...lines.keys()].filter((key) => isRightBelow(key, top));
  const entry = (key: string) => [decodeURIComponent(key.slice(top.length + 1)), valueAt(lines, key)];
  return Object.fromEntries(children.map(entry));
}

export interface Due {
  readonly lines: Lines;
  readonly sc: readonly number[];
  readonly told?: readonly unknown[];
}

/** What is due for one command: the tree afterwards, its status, and what it tells. */
export function perform(lines: Lines, trial: Trial): Due {
  switch (trial.kind) {
    case 'other':
      return { lines, sc: [trial.sc] };
    case 'HGET':
    case 'HGET everywhere':
      return fetch(lines, trial.targets, trial.kind === 'HGET everywhere');
    case 'DELETE':
      return remove(lines, named(lines, trial.parts));
    default: {
      const tops = named(lines, trial.parts);
      if (tops.length === 0) return { lines, sc: [404] };
      return { lines, sc: [200], told: tops.map((top) => valueAt(lines, top)) };
    }
  }
}

function remove(lines: Lines, tops: readonly string[]): Due {
  if (tops.length === 0) return { lines, sc: [404] };
  if (tops.some((top) => /^[^/]*\/keep$/u.test(top))) return { lines, sc: [405] };
  return { lines: without(lines, tops), sc: [200] };
}

function fetch(lines: Lines, targets: readonly Target[], isEverywhere: boolean): Due {
  let after = lines;
  for (const target of targets) {
    const next = put(after, target, isEverywhere);
    if (!('get' in next)) return { lines, sc: next };
    after = next;
  }
  return { lines: after, sc: [200] };
}

function put(lines: Lines, { parts, value }: Target, isEverywhere: boolean): Lines | Refused {
  if (parts.includes('*')) return [400];
  const [top, second] = named(lines, parts);
  if (second !== undefined) return [404];
  const place = top ?? newPlace(lines, parts, isEverywhere);
  if (typeof place !== 'string') return place;
  const given = new Map(linesOf(place, value));
  const refused = faultOf(lines, place, given);
  if (refused !== undefined) return refused;
  if (!place.includes('/') && !given.has(`${place}/keep`)) given.set(`${place}/keep`, '');
  return new Map([...without(lines, [place]), ...given]);
}

/** The permanent node stays, and stays a text; a root stays interior. */
function faultOf(lines: Lines, place: string, given: Lines): Refused | undefined {
  const isRoot = !place.includes('/');
  const keep = `${place.split('/')[0]}/keep`;
  if (isRoot && given.get(place) !== INTERIOR) return [400];
  if (isRoot && !given.has(keep)) return lines.has(place) ? [405] : undefined;
  if (!isRoot && place !== keep) return undefined;
  if (given.get(keep) === INTERIOR) return [405];
  return typeof given.get(keep) === 'string' ? undefined : [400];
}

function newPlace(lines: Lines, parts: Names, isEverywhere: boolean): string | Refused {
  const [instance = ''] = parts;
  if (parts.length === 1) {
    if (instance !== '') return keyOf([instance]);
    const free = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].find((miid) => !lines.has(miid));
    return isEverywhere && free !== undefined ? free : [404];
  }
  const [parent, second] = named(lines, parts.slice(0, -1));
  if (parent === undefined || second !== undefined) return [404];
  return lines.get(parent) === INTERIOR ? `${parent}/${keyOf(parts.slice(-1))}` : [405];
}
