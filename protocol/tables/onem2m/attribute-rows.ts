/**
 * Puts the clause on the rows of one attribute table, and takes universal attributes into it.
 * It knows no attribute by itself but through universal-attributes.ts.
 */
import type { AttributeRow } from './rows';
import { INHERITED_ATTRIBUTES } from './universal-attributes';

/** Request optionality: presence in a create, then in an update. @see TS-0004 7.4.1.1 */
export const GENERATED = { create: 'NP', update: 'NP', generatedByHostingCse: true } as const;
export const OPTIONAL = { create: 'O', update: 'O' } as const;
export const REQUIRED = { create: 'M', update: 'O' } as const;
export const REQUIRED_ONCE = { create: 'M', update: 'NP' } as const;
export const WRITE_ONCE = { create: 'O', update: 'NP' } as const;

export type UncitedAttributeRow = Omit<AttributeRow, 'clause'>;

/** Rows that all stand in the table that `clause` names. */
export function cited(clause: string, rows: readonly UncitedAttributeRow[]): readonly AttributeRow[] {
  return rows.map((row) => ({ ...row, clause }));
}

/**
 * The universal and common attributes of a type, in the order that schemas inherit them. `creator` is not among them:
 * in the schemas it stands with the specific attributes.
 */
export function inherited(clause: string, without: readonly string[] = []): readonly AttributeRow[] {
  const rows = INHERITED_ATTRIBUTES.filter((row) => !without.includes(row.name));
  return cited(clause, rows);
}

/** The same rows for a type whose resources cannot be updated. */
export function neverUpdated(rows: readonly AttributeRow[]): readonly AttributeRow[] {
  return rows.map((row) => ({ ...row, update: 'NP' }));
}

/** The same rows for a type whose resources nobody creates by request. */
export function neverCreated(rows: readonly AttributeRow[]): readonly AttributeRow[] {
  return rows.map((row) => ({ ...row, create: 'NP' }));
}
