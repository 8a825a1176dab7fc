import type { StatusCodeRow } from './rows';

/**
 * The Response Status Codes of Release 3 with the HTTP status that goes with each.
 * It knows nothing of when a code is due.
 * @see TS-0004 6.6.3, TS-0009 6.3.2
 */
interface CodeAndHttp {
  readonly code: number;
  readonly http: number;
}

/** @see TS-0004 6.6.3.2 */
const INFORMATIONAL = {
  ACCEPTED: { code: 1000, http: 202 },
  ACCEPTED_NON_BLOCKING_REQUEST_SYNCH: { code: 1001, http: 202 },
  ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH: { code: 1002, http: 202 },
} as const;

/** @see TS-0004 6.6.3.3 */
const SUCCESS = {
  OK: { code: 2000, http: 200 },
  CREATED: { code: 2001, http: 201 },
  DELETED: { code: 2002, http: 200 },
  UPDATED: { code: 2004, http: 200 },
} as const;

/** @see TS-0004 6.6.3.5 */
const ORIGINATOR_ERROR = {
  BAD_REQUEST: { code: 4000, http: 400 },
  RELEASE_VERSION_NOT_SUPPORTED: { code: 4001, http: 501 },
  NOT_FOUND: { code: 4004, http: 404 },
  OPERATION_NOT_ALLOWED: { code: 4005, http: 405 },
  REQUEST_TIMEOUT: { code: 4008, http: 504 },
  UNSUPPORTED_MEDIA_TYPE: { code: 4015, http: 415 },
  SUBSCRIPTION_CREATOR_HAS_NO_PRIVILEGE: { code: 4101, http: 403 },
  CONTENTS_UNACCEPTABLE: { code: 4102, http: 400 },
  ORIGINATOR_HAS_NO_PRIVILEGE: { code: 4103, http: 403 },
  GROUP_REQUEST_IDENTIFIER_EXISTS: { code: 4104, http: 409 },
  CONFLICT: { code: 4105, http: 409 },
  ORIGINATOR_NOT_AUTHENTICATED: { code: 4106, http: 403 },
  SECURITY_ASSOCIATION_REQUIRED: { code: 4107, http: 403 },
  INVALID_CHILD_RESOURCE_TYPE: { code: 4108, http: 403 },
  NO_MEMBERS: { code: 4109, http: 403 },
  GROUP_MEMBER_TYPE_INCONSISTENT: { code: 4110, http: 400 },
  ESPRIM_UNSUPPORTED_OPTION: { code: 4111, http: 403 },
  ESPRIM_UNKNOWN_KEY_ID: { code: 4112, http: 403 },
  ESPRIM_UNKNOWN_ORIG_RAND_ID: { code: 4113, http: 403 },
  ESPRIM_UNKNOWN_RECV_RAND_ID: { code: 4114, http: 403 },
  ESPRIM_BAD_MAC: { code: 4115, http: 403 },
  ESPRIM_IMPERSONATION_ERROR: { code: 4116, http: 403 },
  ORIGINATOR_HAS_ALREADY_REGISTERED: { code: 4117, http: 403 },
  ONTOLOGY_NOT_AVAILABLE: { code: 4118, http: 404 },
  LINKED_SEMANTICS_NOT_AVAILABLE: { code: 4119, http: 404 },
  INVALID_SEMANTICS: { code: 4120, http: 400 },
  MASHUP_MEMBER_NOT_FOUND: { code: 4121, http: 404 },
  INVALID_TRIGGER_PURPOSE: { code: 4122, http: 400 },
  ILLEGAL_TRANSACTION_STATE_TRANSITION_ATTEMPTED: { code: 4123, http: 400 },
  BLOCKING_SUBSCRIPTION_ALREADY_EXISTS: { code: 4124, http: 409 },
  SPECIALIZATION_SCHEMA_NOT_FOUND: { code: 4125, http: 501 },
  APP_RULE_VALIDATION_FAILED: { code: 4126, http: 403 },
  OPERATION_DENIED_BY_REMOTE_ENTITY: { code: 4127, http: 403 },
  // TS-0009 V3.9.1 has no row for it; 403 like the other refusals for want of rights.
  SERVICE_SUBSCRIPTION_NOT_ESTABLISHED: { code: 4128, http: 403 },
  INVALID_SPARQL_QUERY: { code: 4143, http: 400 },
} as const;

/** @see TS-0004 6.6.3.6 */
const RECEIVER_ERROR = {
  INTERNAL_SERVER_ERROR: { code: 5000, http: 500 },
  NOT_IMPLEMENTED: { code: 5001, http: 501 },
  TARGET_NOT_REACHABLE: { code: 5103, http: 404 },
  RECEIVER_HAS_NO_PRIVILEGE: { code: 5105, http: 403 },
  ALREADY_EXISTS: { code: 5106, http: 409 },
  REMOTE_ENTITY_NOT_REACHABLE: { code: 5107, http: 404 },
  TARGET_NOT_SUBSCRIBABLE: { code: 5203, http: 403 },
  SUBSCRIPTION_VERIFICATION_INITIATION_FAILED: { code: 5204, http: 500 },
  SUBSCRIPTION_HOST_HAS_NO_PRIVILEGE: { code: 5205, http: 403 },
  NON_BLOCKING_SYNCH_REQUEST_NOT_SUPPORTED: { code: 5206, http: 501 },
  NOT_ACCEPTABLE: { code: 5207, http: 406 },
  DISCOVERY_DENIED_BY_IPE: { code: 5208, http: 403 },
  GROUP_MEMBERS_NOT_RESPONDED: { code: 5209, http: 500 },
  ESPRIM_DECRYPTION_ERROR: { code: 5210, http: 500 },
  ESPRIM_ENCRYPTION_ERROR: { code: 5211, http: 500 },
  SPARQL_UPDATE_ERROR: { code: 5212, http: 500 },
  TARGET_HAS_NO_SESSION_CAPABILITY: { code: 5214, http: 403 },
  SESSION_IS_ONLINE: { code: 5215, http: 403 },
  JOIN_MULTICAST_GROUP_FAILED: { code: 5216, http: 500 },
  LEAVE_MULTICAST_GROUP_FAILED: { code: 5217, http: 500 },
  TRIGGERING_DISABLED_FOR_RECIPIENT: { code: 5218, http: 403 },
  UNABLE_TO_REPLACE_REQUEST: { code: 5219, http: 409 },
  UNABLE_TO_RECALL_REQUEST: { code: 5220, http: 409 },
  CROSS_RESOURCE_OPERATION_FAILURE: { code: 5221, http: 500 },
  TRANSACTION_PROCESSING_IS_INCOMPLETE: { code: 5222, http: 403 },
} as const;

/** @see TS-0004 6.6.3.7 */
const NETWORK_SYSTEM_ERROR = {
  EXTERNAL_OBJECT_NOT_REACHABLE: { code: 6003, http: 404 },
  EXTERNAL_OBJECT_NOT_FOUND: { code: 6005, http: 404 },
  MAX_NUMBER_OF_MEMBER_EXCEEDED: { code: 6010, http: 400 },
  MGMT_SESSION_CANNOT_BE_ESTABLISHED: { code: 6020, http: 500 },
  MGMT_SESSION_ESTABLISHMENT_TIMEOUT: { code: 6021, http: 500 },
  INVALID_CMDTYPE: { code: 6022, http: 400 },
  INVALID_ARGUMENTS: { code: 6023, http: 400 },
  INSUFFICIENT_ARGUMENTS: { code: 6024, http: 400 },
  MGMT_CONVERSION_ERROR: { code: 6025, http: 500 },
  MGMT_CANCELLATION_FAILED: { code: 6026, http: 500 },
  ALREADY_COMPLETE: { code: 6028, http: 409 },
  MGMT_COMMAND_NOT_CANCELLABLE: { code: 6029, http: 409 },
  EXTERNAL_OBJECT_NOT_REACHABLE_BEFORE_RQET_TIMEOUT: { code: 6030, http: 504 },
  EXTERNAL_OBJECT_NOT_REACHABLE_BEFORE_OET_TIMEOUT: { code: 6031, http: 504 },
} as const;

function rows(clause: string, table: Readonly<Record<string, CodeAndHttp>>): readonly StatusCodeRow[] {
  return Object.entries(table).map(([name, { code, http }]) => ({ code, name, http, clause }));
}

export const STATUS_CODES: readonly StatusCodeRow[] = [
  ...rows('TS-0004 6.6.3.2', INFORMATIONAL),
  ...rows('TS-0004 6.6.3.3', SUCCESS),
  ...rows('TS-0004 6.6.3.5', ORIGINATOR_ERROR),
  ...rows('TS-0004 6.6.3.6', RECEIVER_ERROR),
  ...rows('TS-0004 6.6.3.7', NETWORK_SYSTEM_ERROR),
];

type CodesByName<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends { readonly code: infer Code } ? Code : never;
};

function codesByName<const Table extends Readonly<Record<string, CodeAndHttp>>>(
  table: Table,
): CodesByName<Table>;
function codesByName(table: Readonly<Record<string, CodeAndHttp>>): Record<string, number> {
  return Object.fromEntries(Object.entries(table).map(([name, { code }]) => [name, code]));
}

/** Response Status Code by its name: `RSC.BAD_REQUEST` is 4000. */
export const RSC = codesByName({
  ...INFORMATIONAL,
  ...SUCCESS,
  ...ORIGINATOR_ERROR,
  ...RECEIVER_ERROR,
  ...NETWORK_SYSTEM_ERROR,
});

const BY_CODE = new Map(STATUS_CODES.map((row) => [row.code, row]));
const BY_NAME = new Map(STATUS_CODES.map((row) => [row.name, row]));

/** The row of a code, or `undefined` where no table has it. */
export function statusCode(code: number): StatusCodeRow | undefined {
  return BY_CODE.get(code);
}

export function statusCodeNamed(name: string): StatusCodeRow | undefined {
  return BY_NAME.get(name);
}
