import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';

/** A response in one line, for a person. */
export function describeAnswer(response: ResponsePrimitive): string {
  const debug = response.content?.kind === 'debug' ? `: ${response.content.text}` : '';
  return `${statusText(response.responseStatusCode)}${debug}`;
}

export function statusText(code: number): string {
  const name = Object.entries(RSC).find(([, value]) => value === code)?.[0];
  return name === undefined ? String(code) : `${name} (${code})`;
}
