import type { Place } from './place';

/** What an identifier names: a place of the scenario and the path behind it. */
export interface Located {
  readonly place: Place;
  readonly suffix: string;
}

/** A place with the segments of its path, split once. */
interface Mapped {
  readonly place: Place;
  readonly segments: readonly string[];
}

/**
 * The resources a scenario has named, found again by any legal spelling of their identifiers. It knows identifiers
 * only: whether a resource exists is the target's affair.
 */
export class Places {
  readonly #byName = new Map<string, Mapped>();
  readonly #homeCseID: string;

  constructor(homeCseID: string) {
    this.#homeCseID = homeCseID;
  }

  add(place: Place): Place {
    this.#byName.set(place.name, { place, segments: place.structured.split('/') });
    return place;
  }

  find(name: string): Place | undefined {
    return this.#byName.get(name)?.place;
  }

  all(): readonly Place[] {
    return Array.from(this.#byName.values(), ({ place }) => place);
  }

  childrenOf(name: string): readonly Place[] {
    return this.all().filter((place) => place.parent === name);
  }

  /** The place that an identifier names, CSE-relative ones taken as the target's. */
  locate(identifier: string): Located | undefined {
    const { cseID, path } = splitIdentifier(identifier, this.#homeCseID);
    const there = [...this.#byName.values()].filter(({ place }) => place.cseID === cseID);
    return matchStructured(there, path) ?? matchUnstructured(there, path);
  }

  /** True when both identifiers name the same resource, or are the same text. */
  same(one: string, other: string): boolean {
    return one === other || this.canonical(one) === this.canonical(other);
  }

  /** One spelling for all identifiers of a resource; an unknown identifier is SP-relative as it came. */
  canonical(identifier: string): string {
    const located = this.locate(identifier);
    if (!located) {
      const { cseID, path } = splitIdentifier(identifier, this.#homeCseID);
      return [cseID, ...path].join('/');
    }
    const base = `${located.place.cseID}/${located.place.resourceID}`;
    return located.suffix === '' ? base : `${base}/${located.suffix}`;
  }
}

function splitIdentifier(identifier: string, homeCseID: string): { cseID: string; path: string[] } {
  const segments = identifier.split('/').filter((segment) => segment !== '');
  if (identifier.startsWith('//')) return { cseID: `/${segments[1] ?? ''}`, path: segments.slice(2) };
  if (identifier.startsWith('/')) return { cseID: `/${segments[0] ?? ''}`, path: segments.slice(1) };
  return { cseID: homeCseID, path: segments };
}

function matchUnstructured(mapped: readonly Mapped[], path: readonly string[]): Located | undefined {
  const found = mapped.find(({ place }) => place.resourceID === path[0]);
  return found && { place: found.place, suffix: path.slice(1).join('/') };
}

/** The place whose own path is the longest beginning of this one. */
function matchStructured(mapped: readonly Mapped[], path: readonly string[]): Located | undefined {
  let best: Mapped | undefined;
  for (const candidate of mapped) {
    const isLonger = candidate.segments.length > (best?.segments.length ?? 0);
    if (isLonger && beginsWith(path, candidate.segments)) best = candidate;
  }
  return best && { place: best.place, suffix: path.slice(best.segments.length).join('/') };
}

function beginsWith(path: readonly string[], segments: readonly string[]): boolean {
  return segments.every((segment, at) => path[at] === segment || (at === 0 && path[at] === '-'));
}
