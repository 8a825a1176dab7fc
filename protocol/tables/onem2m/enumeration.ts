/**
 * What an enumeration table is, and how a plain object of names and numbers becomes one.
 * It knows no particular enumeration.
 * @see TS-0004 6.3.4.1
 */
export interface EnumerationRow {
  readonly value: number;
  readonly name: string;
}

export interface EnumerationTable {
  /** As in the documents: `m2m:memberType`. */
  readonly name: string;
  readonly rows: readonly EnumerationRow[];
  readonly clause: string;
}

export function enumeration(
  name: string,
  clause: string,
  values: Readonly<Record<string, number>>,
): EnumerationTable {
  const rows = Object.entries(values).map(([interpretation, value]) => ({ value, name: interpretation }));
  return { name, rows, clause };
}

/** The documents' name of a value, for people: `ABANDON_MEMBER` for 1. */
export function nameOf(table: EnumerationTable, value: number): string | undefined {
  return table.rows.find((row) => row.value === value)?.name;
}
