import { COMMAND_STATUS_CODES, MESSAGE_STATUS_CODES } from '../../protocol/tables/dm2/status-codes';

/** Statuses as a scenario says them: name and number must agree with the table. It knows nothing of what they are for. */
export interface Codes {
  readonly text: string;
  /** `undefined` is no answer. */
  allows(code: number | undefined): boolean;
}

export const CODE_PATTERN = '[A-Z_]+ \\(\\d{3}\\)';
export const CODES_PATTERN = `(?:a refusal|${CODE_PATTERN})(?: or ${CODE_PATTERN})*`;

/** Of HTTP at large, which DM 2.0 has no row for. */
const OF_HTTP: { readonly [name: string]: number } = {
  CREATED: 201,
  NO_CONTENT: 204,
  FOUND: 302,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
};

export function codeOf(text: string): number {
  const [, name = '', digits = ''] = /^([A-Z_]+) \((\d{3})\)$/.exec(text) ?? [];
  const rows = [...COMMAND_STATUS_CODES, ...MESSAGE_STATUS_CODES].filter((row) => row.name === name);
  const known = [...rows.map(({ code }) => code), OF_HTTP[name]];
  if (known.includes(Number(digits))) return Number(digits);
  throw new Error(`${text}: the tables of status codes have ${name} as ${known[0] ?? 'nothing'}`);
}

export function codesOf(text: string): Codes {
  const parts = text.split(' or ');
  const codes = parts.filter((part) => part !== 'a refusal').map(codeOf);
  const allowsRefusal = parts.includes('a refusal');
  return {
    text,
    allows: (code) => code !== undefined && (codes.includes(code) || (allowsRefusal && code >= 400)),
  };
}

export function codeText(code: number | undefined): string {
  if (code === undefined) return 'no answer';
  const row = [...MESSAGE_STATUS_CODES, ...COMMAND_STATUS_CODES].find((known) => known.code === code);
  return row === undefined ? String(code) : `${row.name} (${code})`;
}
