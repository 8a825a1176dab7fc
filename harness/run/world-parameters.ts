import type { Target } from '../config/target';

/** What every scenario is told about the run it is part of; plain data, since cucumber clones it for each world. */
export interface WorldParameters {
  readonly target: Target;
  readonly seed: number;
  /** Goes into every name made on the target, so that runs do not meet there. */
  readonly run: string;
  /** Name of the fault that the reference is deployed with, in a run of the fault matrix. */
  readonly fault?: string;
  /** Names of the variants that the reference is deployed with. */
  readonly variants?: readonly string[];
}
