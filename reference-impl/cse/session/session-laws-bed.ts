import assert from 'node:assert/strict';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEvent } from '../../../protocol/model/session-event';
import { attributesOf } from '../test-bed';
import type { SessionApplication } from './session-application-bed';
import type { Chain, Message } from './session-bed';
import { positionsOf, sessionsAt, traces } from './session-traces-bed';

/** A session that an application was invited to. */
export interface KnownSession {
  readonly sid: string;
  readonly key: string;
  /** Which establishment it comes from. */
  readonly number: number;
  readonly initiator: SessionApplication;
  readonly invited: SessionApplication;
}

/** What happened in a chain, as its applications saw it. */
export interface History {
  readonly chain: Chain;
  readonly known: Map<string, KnownSession>;
  /** By number of the establishment: what its initiator was answered. */
  readonly answers: Map<number, ResponsePrimitive>;
  /** Sessions that somebody has ended, or whose application has gone. */
  readonly ended: Set<string>;
}

/** All on the way between the endpoints have the session, and nobody else. */
export function checkAgreement({ chain, known: all }: History): void {
  const held = new Set(positionsOf(chain).flatMap((position) => sessionsAt(chain, position)));
  for (const sid of held) {
    const known = all.get(sid);
    assert.ok(known, 'a session to which nobody was invited');
    const ends = [known.initiator.position, known.invited.position];
    const way = positionsOf(chain).filter(
      (position) => position >= Math.min(...ends) && position <= Math.max(...ends),
    );
    const holders = positionsOf(chain).filter((position) => sessionsAt(chain, position).includes(sid));
    assert.deepEqual(holders, way, `all hops agree on session ${known.number}`);
  }
}

/** Who was told of a session has it until somebody ends it; who was refused has none. */
export function checkAnswers({ chain, known, answers, ended }: History): void {
  const numbers = new Map<number, string>();
  for (const { number, sid } of known.values()) {
    assert.equal(numbers.get(number), undefined, 'one identifier for one establishment');
    numbers.set(number, sid);
  }
  for (const [number, response] of answers) {
    const sid = numbers.get(number);
    if (response.responseStatusCode === 2001) {
      assert.equal(attributesOf(response).sessionID, sid, 'both are told the same identifier');
      const alive = sid === undefined || ended.has(sid) || isHeld(chain, sid);
      assert.ok(alive, `session ${number}, which nobody ended, is there`);
    } else {
      assert.ok(
        sid === undefined || !isHeld(chain, sid),
        `session ${number}, which was refused, is not there`,
      );
    }
  }
}

function isHeld(chain: Chain, sid: string): boolean {
  return positionsOf(chain).some((position) => sessionsAt(chain, position).includes(sid));
}

/** Only establishment and invitation carry a key; the answer to the initiator is no message of the bed. */
export function checkKeys({ chain, known }: History): void {
  const keys = [...known.values()].map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length, 'each session has a key of its own');
  for (const { request, response } of chain.messages) {
    const byDesign = request.operation === 'create' && request.resourceType === 9002;
    const text = JSON.stringify([byDesign || isInvitation(request) ? undefined : request, response]);
    assert.ok(!keys.some((key) => text.includes(key)), `a key in ${request.operation} ${request.to}`);
  }
}

export function checkDebts({ chain }: History): void {
  const owed = traces(chain).filter((line) => line.includes('session-debt'));
  assert.deepEqual(owed, [], 'nobody owes anything any more');
}

export function eventOf({ content }: Message['request']): SessionEvent | undefined {
  const event = content?.kind === 'notification' ? content.notification.event?.representation : undefined;
  return event?.kind === 'sessionEvent' ? event.event : undefined;
}

function isInvitation(request: Message['request']): boolean {
  return eventOf(request)?.type === 1;
}
