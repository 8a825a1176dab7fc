import { launchTarget } from '../run/launch';
import { planRun } from '../run/plan-run';
import { preflight } from '../run/preflight';
import { loadSuite } from '../run/suite';
import { ExitCode } from '../verdict/exit-code';
import { chooseTarget } from './choose-target';
import { printPreflight } from './preflight-lines';
import { printHeader } from './run-header';
import type { Terminal } from './terminal';

/** `flowproof check`: everything that can be known before a run, and no scenario. */
export async function checkCommand(
  selectors: readonly string[],
  options: { readonly target?: string },
  terminal: Terminal,
): Promise<number> {
  const suite = await loadSuite();
  const target = chooseTarget(options.target, suite);
  const plan = planRun(suite, target, selectors);
  printHeader(plan, { target, seed: 1, suite }, terminal);
  const launched = target.launch && (await launchTarget(target, target.launch));
  try {
    const checks = await preflight(launched?.target ?? target);
    printPreflight(checks, terminal);
    const ready = checks.every((check) => check.ok);
    terminal.line(ready ? terminal.paint.good('ready to run') : terminal.paint.bad('not ready to run'));
    return ready ? ExitCode.conformant : ExitCode.configuration;
  } finally {
    await launched?.stop();
  }
}
