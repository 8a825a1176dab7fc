/** The source documents: where their features stand, and on what kind of stage their scenarios play. */
export interface DocumentRow {
  readonly key: string;
  readonly folder: string;
  /** What the roles of the document speak. */
  readonly speaks: 'onem2m' | 'syncml' | 'dm2';
}

export const DOCUMENTS: readonly DocumentRow[] = [
  { key: 'SOM', folder: 'features/group-somecast', speaks: 'onem2m' },
  { key: 'IGO', folder: 'features/interactive-group-operations', speaks: 'onem2m' },
  { key: 'SES', folder: 'features/service-sessions', speaks: 'onem2m' },
  { key: 'GFO', folder: 'features/gateway-fan-out', speaks: 'syncml' },
  { key: 'DM2', folder: 'features/dm2-basic-flows', speaks: 'dm2' },
];

/** By its key, whatever the letter case. */
export function documentNamed(key: string): DocumentRow | undefined {
  return DOCUMENTS.find((row) => row.key === key.toUpperCase());
}

/** What a scenario speaks that claims these requirements; identifiers begin with the key of their document. */
export function spokenBy(requirements: readonly string[]): DocumentRow['speaks'] {
  const [first = ''] = requirements;
  return documentNamed(first.slice(0, first.indexOf('-')))?.speaks ?? 'onem2m';
}
