import { Deviation } from '../../../harness/verdict/deviation';
import type { FlowproofWorld } from '../../world';

/** The time in which all repetitions of one message must have been made. @see IGO note 1 */
export function repetitionTime(world: FlowproofWorld): number {
  const { retryLimit, retryInterval, acknowledgementTimeout } = world.parameters.target.ixit.igo;
  return (1 + retryLimit) * (acknowledgementTimeout + retryInterval);
}

/** Lets the time of all repetitions go by. */
export async function outlastRepetitions(world: FlowproofWorld): Promise<void> {
  await world.scene.stage.time.elapse(repetitionTime(world));
  await world.quiet();
}

/**
 * Repeats a check until it holds: as long as the target may take to notice that something can be reached again, to
 * repeat a message, and as scripted members let it wait. It looks often enough to jump over nothing.
 */
export async function inTheEnd(world: FlowproofWorld, attempt: () => Promise<void>): Promise<void> {
  const { time, target } = world.scene.stage;
  const { revalidationTime, quietTime } = target.ixit;
  const end = time.now() + Math.max(revalidationTime, repetitionTime(world)) + world.longestDelay;
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof Deviation) || time.now() >= end) throw failure;
      await time.elapse(quietTime);
    }
  }
}
