import type { DM2StatusRow } from './rows';

/**
 * The status codes of commands (`sc`) and of the HTTP messages of a session. They are those of HTTP with the meaning that
 * DM 2.0 gives them; when one is due is not known here.
 */
type Short = readonly [code: number, meaning: string];

const COMMAND_CODES = {
  OK: [200, 'done'],
  ACCEPTED: [202, 'begun; the result comes later, as an alert'],
  NOT_MODIFIED: [304, 'what was asked for has the cache validator that the server named'],
  BAD_REQUEST: [400, 'the arguments, or the data that were fetched, do not fit'],
  FORBIDDEN: [403, 'the host, or the management object, is not allowed to this server'],
  NOT_FOUND: [404, 'the address names nothing, or not exactly one thing where one is needed'],
  METHOD_NOT_ALLOWED: [405, 'the node does not allow it, for example because it is permanent'],
  NOT_ACCEPTABLE: [406, 'no media type that the repository takes'],
  CONTENT_TOO_LARGE: [413, 'more data than the client can hold or report'],
  URI_TOO_LONG: [414, 'the address is too long or too deep'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'the repository sent data of a type that cannot be used there'],
  INTERNAL_ERROR: [500, 'it failed in the device'],
  NOT_IMPLEMENTED: [501, 'the client does not know the verb'],
  BAD_GATEWAY: [502, 'the answer of the repository was no answer, or sent elsewhere'],
  SERVICE_UNAVAILABLE: [503, 'the repository, or the browser, cannot be reached'],
  GATEWAY_TIMEOUT: [504, 'the repository did not answer in time'],
} as const satisfies { readonly [name: string]: Short };

const MESSAGE_CODES = {
  OK: [200, 'the next commands are in the answer'],
  BAD_REQUEST: [400, 'the message is no package of this kind, or the statuses do not fit the commands'],
  UNAUTHORIZED: [401, 'no credentials, or wrong ones; the answer has the challenges'],
  FORBIDDEN: [403, 'these credentials do not speak for this device'],
  NOT_FOUND: [404, 'no such path'],
  METHOD_NOT_ALLOWED: [405, 'a method other than POST'],
  NOT_ACCEPTABLE: [406, 'the client does not accept packages with commands'],
  REQUEST_TIMEOUT: [408, 'the body did not arrive in time'],
  GONE: [410, 'no open session of this device waits for this message'],
  CONTENT_TOO_LARGE: [413, 'the body is longer than the server takes'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'another media type than that of the package'],
  INTERNAL_ERROR: [500, 'the server failed'],
  SERVICE_UNAVAILABLE: [503, 'the server takes no sessions now'],
} as const satisfies { readonly [name: string]: Short };

export type CommandStatusName = keyof typeof COMMAND_CODES;
export type MessageStatusName = keyof typeof MESSAGE_CODES;

function rowsOf(codes: { readonly [name: string]: Short }, clause: string): readonly DM2StatusRow[] {
  return Object.entries(codes).map(([name, [code, meaning]]) => ({ code, name, meaning, clause }));
}

export const COMMAND_STATUS_CODES: readonly DM2StatusRow[] = rowsOf(COMMAND_CODES, 'dm2.md 5.1');
export const MESSAGE_STATUS_CODES: readonly DM2StatusRow[] = rowsOf(MESSAGE_CODES, 'dm2.md 3.7');

export function commandStatus(name: CommandStatusName): number {
  return COMMAND_CODES[name][0];
}

export function messageStatus(name: MessageStatusName): number {
  return MESSAGE_CODES[name][0];
}
