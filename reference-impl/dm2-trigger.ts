import { decodeTrigger } from '../protocol/codec/dm2/trigger';
import type { DM2Trigger } from '../protocol/model/dm2-trigger';
import { type Refusal, refuse } from '../protocol/model/refusal';
import type { TriggerHandling } from './trigger-endpoint';

/**
 * Triggers of a client or a server of DM 2.0: what a person or a device would tell it. What the role does about one, and
 * why it may refuse it, is for the role to know. @see dm2.md 10
 */
export function dm2Triggers(take: (trigger: DM2Trigger) => Refusal | undefined): TriggerHandling<DM2Trigger> {
  return { decode: decodeTrigger, take };
}

/** A trigger that is for the other side. */
export function noSuchProcedure({ procedure }: DM2Trigger): Refusal {
  return refuse(400, `this role has no procedure ${procedure}`);
}
