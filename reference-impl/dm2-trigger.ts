import { decodeTrigger } from '../protocol/codec/dm2/trigger';
import type { DM2Trigger } from '../protocol/model/dm2-trigger';
import { refuse } from '../protocol/model/refusal';
import type { TriggerHandling } from './trigger-endpoint';

/**
 * Triggers of a client or a server of DM 2.0: what a person or a device would tell it. `take` answers undefined for what
 * is no affair of the role. @see dm2.md 10
 */
export function dm2Triggers(take: (trigger: DM2Trigger) => boolean | undefined): TriggerHandling<DM2Trigger> {
  return {
    decode: decodeTrigger,
    take(trigger) {
      const isTaken = take(trigger);
      if (isTaken === undefined) return refuse(400, `this role has no procedure ${trigger.procedure}`);
      return isTaken ? undefined : NOT_TAKEN;
    },
  };
}

const NOT_TAKEN = refuse(
  409,
  'nothing can come of it: the other side is not known, or too much is to be done already',
);
