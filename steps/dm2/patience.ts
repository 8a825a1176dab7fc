import { Deviation } from '../../harness/verdict/deviation';
import type { FlowproofWorld } from '../world';

/** How long things may take, by the numbers of the target. */

/** Until a client has given a message up, or whoever pushes a notification: by the role that is tested. */
export function givingUp({ parameters, dm2 }: FlowproofWorld): number {
  const { ixit } = parameters.target;
  const { repeatLimit, repeatInterval, responseTimeout, pushRetryLimit, pushRetryInterval } = ixit.dm2;
  const [repeats, interval] =
    dm2.role === 'dm-client' ? [repeatLimit, repeatInterval] : [pushRetryLimit, pushRetryInterval];
  return (repeats + 1) * (interval + responseTimeout) + ixit.quietTime;
}

/** A session from its trigger to its end, with a message lost here and a silent repository there. */
export function sessionTime(world: FlowproofWorld): number {
  return world.parameters.target.ixit.responseTimeout + 2 * givingUp(world);
}

/** Waits until it holds, at most so long. */
export async function waitFor(
  world: FlowproofWorld,
  holds: Promise<unknown>,
  limit = world.parameters.target.ixit.responseTimeout,
): Promise<boolean> {
  return (
    (await world.stage.time.settle(
      holds.then(() => true),
      limit,
    )) === true
  );
}

/** Repeats a check until it holds. */
export async function inTheEnd(
  world: FlowproofWorld,
  limit: number,
  attempt: () => void | Promise<void>,
): Promise<void> {
  const { time, target } = world.stage;
  const end = time.now() + limit;
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof Deviation) || time.now() >= end) throw failure;
      await time.elapse(target.ixit.quietTime);
    }
  }
}
