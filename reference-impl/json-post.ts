import { mediaTypeOf } from '../protocol/codec/dm2/media-types';
import { readBodyBytes } from '../protocol/codec/http-body';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { Place } from '../protocol/codec/place';
import type { Decoded, DecodeFault } from '../protocol/model/decoded';
import { type Refusal, refuse } from '../protocol/model/refusal';
import { plainAnswer } from './plain-answer';

export interface JsonReader<T> {
  readonly decode: (body: Uint8Array) => Decoded<T>;
  /** Octets of a body. */
  readonly bytes: number;
}

/** The value of a POST of JSON. Whatever else it is, is refused, in part before a body is read. */
export async function readJsonPost<T>(
  message: Request,
  { decode, bytes }: JsonReader<T>,
): Promise<T | Refusal> {
  const { method, headers } = message;
  if (method !== 'POST') return refuse(405, `expected POST, found ${method}`);
  if (mediaTypeOf(headers.get('Content-Type')) !== 'application/json')
    return refuse(415, 'expected application/json, found another media type');
  const place = new Place('body');
  const body = place.outcome(await readBodyBytes(message, { ...DEFAULT_LIMITS, bytes }, place));
  if (!body.ok) return refusalOf(body.fault, body.fault.reason === 'too-large' ? 413 : 400);
  const value = decode(body.value);
  return value.ok ? value.value : refusalOf(value.fault, 400);
}

function refusalOf({ where, detail }: DecodeFault, status: 400 | 413): Refusal {
  return refuse(status, `${where}: ${detail}`);
}

/** A refusal of a POST, with what else there is to say. */
export function refusalAnswer(
  { status, reason }: Refusal,
  headers: readonly (readonly [name: string, value: string])[] = [],
): Response {
  const allow = status === 405 ? ([['Allow', 'POST']] as const) : [];
  return plainAnswer(status, `${reason}.`, [...allow, ...headers]);
}
