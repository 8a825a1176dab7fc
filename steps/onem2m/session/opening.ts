import { untilNextSecond } from '../../../harness/cast/session/window';
import type { FlowproofWorld } from '../../world';

const aligned = new WeakSet<FlowproofWorld>();

/** Schedules know whole seconds only: the first window of a scenario is counted from the beginning of one. */
export async function atBeginningOfSecond(world: FlowproofWorld): Promise<void> {
  if (aligned.has(world)) return;
  aligned.add(world);
  const { time } = world.scene.stage;
  await time.elapse(untilNextSecond(time.now()));
}
