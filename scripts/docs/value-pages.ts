import type { EnumerationTable } from '../../protocol/tables/onem2m/enumeration';
import { ENUMERATIONS } from '../../protocol/tables/onem2m/enumerations';
import { STATUS_CODES } from '../../protocol/tables/onem2m/status-codes';
import { code, document, table } from './markdown';
import { generatedFrom, type Page } from './page';

export function valuePages(): readonly Page[] {
  return [
    { file: 'docs/protocol/status-codes.md', text: statusCodes() },
    { file: 'docs/protocol/enumerations.md', text: enumerations() },
  ];
}

function statusCodes(): string {
  const rows = STATUS_CODES.map((row) => [String(row.code), row.name, String(row.http), row.clause]);
  return document([
    generatedFrom('protocol/tables/onem2m/status-codes.ts'),
    '# Response status codes',
    'The codes of Release 3 (TS-0004 6.6.3) with the HTTP status that goes with each (TS-0009 6.3.2).',
    table(['Code', 'Name', 'HTTP', 'Clause'], rows),
  ]);
}

function enumerations(): string {
  return document([
    generatedFrom('protocol/tables/onem2m/enumerations.ts'),
    '# Enumerations',
    'What the numbers on the wire mean.',
    ...Object.values(ENUMERATIONS).flatMap(enumeration),
  ]);
}

function enumeration({ name, clause, rows }: EnumerationTable): readonly string[] {
  const cells = rows.map((row) => [String(row.value), code(row.name)]);
  return [`## ${name}`, `${clause}.`, table(['Value', 'Meaning'], cells)];
}
