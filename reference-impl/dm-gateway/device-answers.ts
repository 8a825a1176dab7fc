import type { AnsweredCommand } from '../syncml/server-work';
import type { DeviceTask } from './fan-out-run';

/** What a device says of the commands, in their order. @see GFO step 5 */

export function keepAnswers(task: DeviceTask, answers: readonly AnsweredCommand[]): void {
  answers.forEach((answer, index) => {
    const isAnswer = answer.statuses.length > 0 || answer.results.length > 0;
    if (isAnswer && index < task.answers.length) task.answers[index] ??= answer;
  });
}

/**
 * What was handed out is not handed out again, since nobody knows how much of it was carried out. So there is nothing to
 * wait for once the session is over; a device that never came so far has until the time limit.
 */
export function isStillAwaited({ state }: DeviceTask): boolean {
  return state === 'waiting';
}
