import type { Target } from '../config/target';
import { launchTarget } from '../run/launch';
import { preflight } from '../run/preflight';
import { ExitCode } from '../verdict/exit-code';
import { onInterruption } from './interruption';
import { printPreflight } from './preflight-lines';
import type { Terminal } from './terminal';

/**
 * Launches a target where its file says how, looks whether it can be tested, and ends it afterwards. What happens
 * meanwhile is told of the target with its address, and when a person wants it to stop.
 */
export async function whileReached(
  target: Target,
  terminal: Terminal,
  meanwhile: (reached: Target, signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const launched = target.launch && (await launchTarget(target, target.launch));
  const interruption = onInterruption(terminal);
  try {
    const reached = launched?.target ?? target;
    const checks = await preflight(reached);
    if (checks.every((check) => check.ok)) return await meanwhile(reached, interruption.signal);
    printPreflight(checks, terminal);
    return ExitCode.configuration;
  } finally {
    interruption.dispose();
    await launched?.stop();
  }
}
