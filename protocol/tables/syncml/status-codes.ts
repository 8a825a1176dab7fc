import type { SyncMLStatusRow } from './rows';

/**
 * The status codes that DM 1.2 uses, and those that its commands may get. It knows nothing of when a code is due.
 * @see DM_RepPro 4.1.6, DM_Protocol 2
 */
type Short = readonly [code: number, meaning: string, clause?: string];

const COMMANDS_CLAUSE = 'DM_RepPro 4.1.6';

const CODES = {
  OK: [200, 'done; of credentials: good for this message only'],
  ACCEPTED_FOR_PROCESSING: [202, 'accepted, the result comes later'],
  AUTHENTICATION_ACCEPTED: [212, 'credentials are good for the session', 'DM_Protocol 2.4.1'],
  CHUNKED_ITEM_ACCEPTED: [213, 'a part of a large object was buffered', 'DM_Protocol 2.2'],
  OPERATION_CANCELLED: [214, 'the user cancelled', 'DM_Protocol 2.5'],
  NOT_EXECUTED: [215, 'not executed'],
  ATOMIC_ROLL_BACK_OK: [216, 'undone because its Atomic failed'],
  NOT_MODIFIED: [304, 'the user said no to a confirmation', 'DM_Protocol 2.5'],
  BAD_REQUEST: [400, 'the command is malformed'],
  INVALID_CREDENTIALS: [401, 'the credentials are wrong', 'DM_Protocol 2.4.1'],
  FORBIDDEN: [403, 'understood and refused'],
  NOT_FOUND: [404, 'the node does not exist'],
  COMMAND_NOT_ALLOWED: [405, 'not allowed on this node, for example because it is permanent'],
  OPTIONAL_FEATURE_NOT_SUPPORTED: [406, 'an optional feature is not supported'],
  MISSING_CREDENTIALS: [407, 'credentials are missing', 'DM_Protocol 2.4.1'],
  REQUEST_TIMEOUT: [408, 'the user did not answer in time', 'DM_Protocol 2.5'],
  INCOMPLETE_COMMAND: [412, 'the command is incomplete'],
  REQUEST_ENTITY_TOO_LARGE: [413, 'the object is too large'],
  URI_TOO_LONG: [414, 'the URI is too long'],
  UNSUPPORTED_MEDIA_TYPE_OR_FORMAT: [415, 'the type or format is not supported'],
  REQUESTED_SIZE_TOO_BIG: [416, 'the requested size is too big'],
  ALREADY_EXISTS: [418, 'the node exists already'],
  DEVICE_FULL: [420, 'no room left'],
  SIZE_MISMATCH: [424, 'the size of a large object differs from what was announced', 'DM_Protocol 2.2'],
  PERMISSION_DENIED: [425, 'the access control list refuses'],
  COMMAND_FAILED: [500, 'failed'],
  ATOMIC_FAILED: [507, 'a command of the Atomic failed'],
  DATA_STORE_FAILURE: [510, 'the data store failed'],
  ATOMIC_ROLL_BACK_FAILED: [516, 'could not be undone'],
  ATOMIC_RESPONSE_TOO_LARGE: [517, 'the statuses of the Atomic do not fit into one message'],
} as const satisfies { readonly [name: string]: Short };

export type SyncMLStatusName = keyof typeof CODES;

export const SYNCML_STATUS_CODES: readonly SyncMLStatusRow[] = Object.entries<Short>(CODES).map(
  ([name, [code, meaning, clause]]) => ({ code, name, meaning, clause: clause ?? COMMANDS_CLAUSE }),
);

export function statusCode(name: SyncMLStatusName): number {
  return CODES[name][0];
}

/** The codes that the specification lists for each command. @see DM_RepPro 4.1.6.1 to 4.1.6.14 */
export const STATUS_CODES_OF: { readonly [command: string]: readonly number[] } = {
  Add: [200, 213, 215, 216, 401, 404, 405, 407, 413, 414, 415, 418, 420, 424, 425, 500, 516],
  Alert: [200, 202, 214, 215, 216, 401, 405, 406, 408, 412, 415, 416, 500, 516],
  Atomic: [200, 215, 401, 406, 407, 500, 507, 517],
  Copy: [200, 215, 216, 401, 403, 405, 406, 407, 414, 418, 420, 425, 500, 510, 516],
  Delete: [200, 215, 216, 401, 403, 404, 405, 407, 414, 425, 516],
  Exec: [200, 202, 401, 403, 404, 405, 406, 407, 414, 420, 425, 500, 510],
  Get: [200, 215, 401, 404, 406, 407, 413, 414, 415, 425, 500],
  Replace: [200, 213, 215, 401, 403, 404, 405, 407, 413, 414, 415, 418, 420, 424, 425, 500, 516],
  Sequence: [200, 401, 407, 500],
};
