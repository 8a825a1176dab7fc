import assert from 'node:assert/strict';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { entriesOf } from '../group/group-bed';
import type { SentRequest, TestBed } from '../test-bed';

export const ASYNCH = 2;

/** Two notification targets. */
export const NT1 = 'http://localhost/nt1';
export const NT2 = 'http://localhost/nt2';

export function ok({ request }: SentRequest): ResponsePrimitive {
  return { responseStatusCode: 2000, requestIdentifier: request.requestIdentifier };
}

/** The message that a notification target got, told apart from what members got. */
export function messagesTo(bed: TestBed, target: string): readonly SentRequest[] {
  return bed.sent.filter(({ pointOfAccess, request }) => {
    return request.content?.kind === 'response' && pointOfAccess === target;
  });
}

/** Members that a result message tells of, with their codes. */
export function toldIn({ request }: SentRequest): readonly (readonly [string | undefined, number])[] {
  const { content } = request;
  assert.equal(content?.kind, 'response');
  return content?.kind === 'response' ? entriesOf(content.response) : [];
}

/** A retrieve of all members, to be answered later at these targets. */
export function interactively(
  notificationURIs?: readonly string[],
): Partial<RequestPrimitive> & Pick<RequestPrimitive, 'operation' | 'to'> {
  const responseType = { value: ASYNCH, ...(notificationURIs && { notificationURIs }) };
  return { operation: 'retrieve', to: 'cse-base/g/fopt', requestIdentifier: 'q1', responseType };
}

/** The address of the <request> resource in an acceptance. */
export function requestAddress(acceptance: ResponsePrimitive): string {
  assert.equal(acceptance.content?.kind, 'uri', JSON.stringify(acceptance));
  return acceptance.content?.kind === 'uri' ? acceptance.content.uri : '';
}

/** An answer that comes after so many milliseconds. */
export function after(
  { clock }: Pick<TestBed, 'clock'>,
  milliseconds: number,
  answer: ResponsePrimitive,
): Promise<ResponsePrimitive> {
  return new Promise((resolve) => clock.after(milliseconds, () => resolve(answer)));
}
