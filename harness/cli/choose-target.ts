import { loadTarget } from '../config/load-target';
import type { Target } from '../config/target';
import { referenceTarget } from '../run/control-run';
import type { Suite } from '../run/suite';

/** The target of a command: the file that was given, or the built-in reference. */
export function chooseTarget(file: string | undefined, suite: Suite): Target {
  if (file === undefined) return referenceTarget(suite);
  return { ...loadTarget(file, { environment: process.env, icsItems: suite.icsItems }), file };
}
