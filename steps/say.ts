import { Then, When } from '@cucumber/cucumber';
import type { FlowproofWorld } from './world';

// biome-ignore lint/suspicious/noExplicitAny: cucumber hands a step the values of whatever parameter types it names
type Step = (this: FlowproofWorld, ...values: any[]) => Promise<void> | void;

/** A stimulus. In a flow it may be introduced by the number of its step: `When step 1: AE1 retrieves ...`. */
export function stimulus(expression: string, step: Step): void {
  When(`{step}${expression}`, numbered(step));
}

/** A consequence, likewise. */
export function consequence(expression: string, step: Step): void {
  Then(`{step}${expression}`, numbered(step));
}

function numbered(step: Step) {
  const withNumber = function (this: FlowproofWorld, _number: string, ...values: unknown[]) {
    return step.apply(this, values);
  };
  return Object.defineProperty(withNumber, 'length', { value: step.length + 1 });
}
