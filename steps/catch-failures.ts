import { setDefinitionFunctionWrapper } from '@cucumber/cucumber';
import { FlowproofWorld } from './world';

/** Keeps what a step threw for the verdict: the message stream carries only its text. */
setDefinitionFunctionWrapper((step: (this: unknown, ...args: unknown[]) => unknown) => {
  const kept = async function (this: unknown, ...args: unknown[]) {
    try {
      return await step.apply(this, args);
    } catch (failure) {
      if (this instanceof FlowproofWorld) this.failure ??= failure;
      throw failure;
    }
  };
  return Object.defineProperty(kept, 'length', { value: step.length });
});
