import { PARTIES } from './parties';
import type { Variant } from './variant';

/** Variants that can be in force together, and the document whose scenarios are played on them in one run. */
export interface Bundle {
  readonly document: string;
  readonly variants: readonly Variant[];
  /** Alternatives to variants of an earlier bundle: of an outline the first row will do. */
  readonly isAlternative: boolean;
}

/**
 * As few bundles as the choices allow: what leaves everything else alone goes together, alternatives of one choice and
 * other parties go apart. What declares less is tried last, so that it takes no scenarios from others where it need not.
 */
export function bundlesOf(variants: readonly Variant[]): readonly Bundle[] {
  const documents = [...new Set(variants.flatMap(documentsOf))];
  return documents.flatMap((document) => {
    const bundles = bundled(variants.filter((variant) => documentsOf(variant).includes(document)));
    return bundles.map((together, at) => ({
      document,
      variants: together,
      isAlternative: bundles.slice(0, at).some(([first]) => first?.party === together[0]?.party),
    }));
  });
}

/** Keys of the documents in which a variant is free. */
export function documentsOf({ party, documents }: Variant): readonly string[] {
  return documents ?? PARTIES[party].documents;
}

function bundled(variants: readonly Variant[]): readonly (readonly Variant[])[] {
  const bundles: Variant[][] = [];
  for (const variant of variants.filter(({ ics }) => ics === undefined)) {
    const bundle = bundles.find((others) => areCompatible(variant, others));
    if (bundle === undefined) bundles.push([variant]);
    else bundle.push(variant);
  }
  for (const variant of variants.filter(({ ics }) => ics !== undefined)) {
    const ofParty = bundles.filter((others) => areCompatible(variant, others));
    const last = ofParty.at(-1);
    if (last === undefined || ofParty.length === 1) bundles.push([variant]);
    else last.push(variant);
  }
  return bundles;
}

function areCompatible(one: Variant, others: readonly Variant[]): boolean {
  return others.every(
    ({ party, choice }) => party === one.party && (choice === undefined || choice !== one.choice),
  );
}
