import type { Item } from '../../protocol/model/syncml-item';
import { type SyncMLStatusName, statusCode } from '../../protocol/tables/syncml/status-codes';

/** What became of one item of a command: its status code, and what a Get found. A refusal is a value. */
export interface Outcome {
  readonly code: number;
  readonly found?: readonly Item[];
  /** Such as the node that could not be made. */
  readonly details?: readonly Item[];
}

/** An outcome that stands in the place of what was asked for. */
export interface Refused extends Outcome {
  readonly refused: true;
}

export function done(found: readonly Item[] = []): Outcome {
  return { code: statusCode('OK'), found };
}

export function refused(status: SyncMLStatusName, details: readonly Item[] = []): Refused {
  return { refused: true, code: statusCode(status), details };
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

/** Codes that say that something was done or begun. @see DM_RepPro 4.1.6 */
export function isSuccess(code: number): boolean {
  return code >= statusCode('OK') && code < statusCode('OPERATION_CANCELLED');
}
