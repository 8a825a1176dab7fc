import { codeText, isRefusalCode, isSuccessCode } from '../../harness/cast/management/outcomes';
import { SYNCML_STATUS_CODES } from '../../protocol/tables/syncml/status-codes';

/** What a status may be, as a scenario says it. It knows codes, and nothing of what they are for. */
export interface Outcome {
  readonly text: string;
  /** `undefined` is no status. */
  allows(code: number | undefined): boolean;
}

export const STATUS_PATTERN = '[A-Z_]+ \\(\\d{3}\\)';

/** The number in `NOT_FOUND (404)`; name and number must agree with the table. */
export function dmStatusOf(text: string): number {
  const [, name = '', digits = ''] = /^([A-Z_]+) \((\d{3})\)$/.exec(text) ?? [];
  const known = SYNCML_STATUS_CODES.find((row) => row.name === name)?.code;
  if (known === Number(digits)) return known;
  throw new Error(`${text}: the table of status codes has ${name} as ${known ?? 'nothing'}`);
}

export function dmStatusesOf(text: string): number[] {
  return (text.match(new RegExp(STATUS_PATTERN, 'g')) ?? []).map(dmStatusOf);
}

export function outcomeOf(text: string): Outcome {
  const parts = text.split(' or ').map(partOf);
  return { text, allows: (code) => parts.some((allows) => allows(code)) };
}

function partOf(text: string): Outcome['allows'] {
  if (text === 'a success') return (code) => code !== undefined && isSuccessCode(code);
  if (text === 'a refusal') return (code) => code === undefined || isRefusalCode(code);
  if (text === 'none') return (code) => code === undefined;
  const status = dmStatusOf(text);
  return (code) => code === status;
}

export function outcomeText(code: number | undefined): string {
  return code === undefined ? 'no status' : codeText(code);
}
