import { Deviation } from '../../harness/verdict/deviation';
import type { FlowproofWorld } from '../world';

/** The time in which a fan-out is over and told, whatever its devices do. @see GFO step 7 */
export function fanOutTime(world: FlowproofWorld): number {
  const { deviceTimeLimit, alertInterval, alertRepeats } = world.parameters.target.ixit.gfo;
  return deviceTimeLimit + alertRepeats * alertInterval;
}

/** Repeats a check until it holds, as long as a fan-out may take. It looks often enough to jump over nothing. */
export async function inTheEnd(world: FlowproofWorld, attempt: () => void | Promise<void>): Promise<void> {
  const { time, target } = world.stage;
  const end = time.now() + fanOutTime(world);
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof Deviation) || time.now() >= end) throw failure;
      await time.elapse(target.ixit.quietTime);
    }
  }
}
