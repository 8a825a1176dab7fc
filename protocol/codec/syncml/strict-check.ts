import type { Decoded } from '../../model/decoded';
import { CODE_PAGES } from '../../tables/syncml/code-pages';
import { CONTENT_MODELS } from '../../tables/syncml/content-models';
import type { ContentModelRow, ParticleRow } from '../../tables/syncml/rows';
import { type CodecLimits, DEFAULT_LIMITS } from '../limits';
import { Place } from '../place';
import type { SyncMLSerialization } from './syncml-body';
import { readXmlTree } from './syncml-xml';
import { parseWbxml } from './wbxml-decoder';
import type { WireElement } from './wire-element';

/**
 * What the DTD would say of a message that the tolerant reader takes: order, number and namespace of elements, and
 * elements that DM does not use. Each is for a warning, since the examples of the specification deviate as well.
 * @see RepPro DTD, MetInf DTD, DM_RepPro 4.1.1
 */
export interface Deviation {
  readonly kind: 'order' | 'missing' | 'repeated' | 'unknown' | 'not-in-dm' | 'namespace';
  /** The path of the element that deviates, or that lacks something. */
  readonly where: string;
  readonly detail: string;
}

export function deviationsFromDTD(
  bytes: Uint8Array,
  serialization: SyncMLSerialization,
  limits: CodecLimits = DEFAULT_LIMITS,
): Decoded<readonly Deviation[]> {
  const place = new Place('message');
  const read = serialization === 'xml' ? readXmlTree : parseWbxml;
  const root = read(bytes, limits, place);
  return place.outcome(root === undefined ? undefined : [...deviationsIn(root, root.localName)]);
}

const MODELS = new Map(CONTENT_MODELS.map((row) => [row.element, row]));
const ELEMENTS = new Map(
  CODE_PAGES.flatMap(({ namespace, elements }) =>
    elements.map((row) => [row.name, { namespace, usedInDM: row.usedInDM }] as const),
  ),
);

function* deviationsIn(element: WireElement, where: string): Generator<Deviation> {
  yield* ownDeviations(element, where);
  const model = MODELS.get(element.localName);
  if (model !== undefined) yield* contentDeviations(element, model, where);
  for (const [index, child] of element.children.entries())
    yield* deviationsIn(child, `${where}/${child.localName}[${index}]`);
}

function* ownDeviations(element: WireElement, where: string): Generator<Deviation> {
  const row = ELEMENTS.get(element.localName);
  if (row === undefined) {
    yield { kind: 'unknown', where, detail: `SyncML has no element ${element.localName}` };
    return;
  }
  if (row.namespace !== element.namespace)
    yield { kind: 'namespace', where, detail: `expected ${row.namespace}, found "${element.namespace}"` };
  if (!row.usedInDM) yield { kind: 'not-in-dm', where, detail: `DM does not use ${element.localName}` };
}

function* contentDeviations(
  element: WireElement,
  model: ContentModelRow,
  where: string,
): Generator<Deviation> {
  const names = element.children.map((child) => child.localName);
  for (const particle of model.particles) yield* countDeviations(particle, names, where);
  let furthest = 0;
  for (const name of names) {
    const at = model.particles.findIndex((particle) => particle.names.includes(name));
    if (at === -1 && ELEMENTS.has(name))
      yield { kind: 'unknown', where, detail: `${name} does not belong here` };
    if (at !== -1 && at < furthest)
      yield { kind: 'order', where, detail: `${name} comes after ${model.particles[furthest]?.names[0]}` };
    furthest = Math.max(furthest, at);
  }
}

function* countDeviations(
  { names: allowed, occurs }: ParticleRow,
  names: readonly string[],
  where: string,
): Generator<Deviation> {
  const count = names.filter((name) => allowed.includes(name)).length;
  const what = allowed.length > 1 ? 'a command' : allowed[0];
  if (count === 0 && (occurs === '1' || occurs === '+'))
    yield { kind: 'missing', where, detail: `expected ${what}` };
  if (count > 1 && (occurs === '1' || occurs === '?'))
    yield { kind: 'repeated', where, detail: `expected one ${what}, found ${count}` };
}
