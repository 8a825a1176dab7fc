import { Deviation } from '../../harness/verdict/deviation';
import type { FlowproofWorld } from '../world';

/** How long things may take, by the numbers of the target. */

/** Until a client has given a message up, or a push service a notification. */
export function givingUp({ parameters }: FlowproofWorld): number {
  const { repeatLimit, repeatInterval, responseTimeout, pushRetryLimit, pushRetryInterval } =
    parameters.target.ixit.dm2;
  const asClient = (repeatLimit + 1) * (repeatInterval + responseTimeout);
  const asPushService = (pushRetryLimit + 1) * (pushRetryInterval + responseTimeout);
  return Math.max(asClient, asPushService) + parameters.target.ixit.quietTime;
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
