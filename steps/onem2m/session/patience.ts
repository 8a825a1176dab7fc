import { Deviation } from '../../../harness/verdict/deviation';
import type { FlowproofWorld } from '../../world';

/**
 * Repeats a check until it holds: as long as the target may take to repeat what it owes, and as testers let it wait. It
 * looks often enough to jump over nothing.
 */
export async function inTime(world: FlowproofWorld, attempt: () => Promise<void> | void): Promise<void> {
  const { time, target } = world.scene.stage;
  const { revalidationTime, responseTimeout, quietTime } = target.ixit;
  const end = time.now() + Math.max(revalidationTime, responseTimeout) + world.longestDelay;
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof Deviation) || time.now() >= end) throw failure;
      await time.elapse(quietTime);
    }
  }
}
