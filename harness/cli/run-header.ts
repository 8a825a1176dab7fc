import { packageVersion } from '../config/package-root';
import type { Target } from '../config/target';
import { addressOf } from '../config/target-address';
import { plural } from '../report/text/plural';
import type { RunPlan } from '../run/plan-run';
import type { Suite } from '../run/suite';
import type { Terminal } from './terminal';

interface AboutToRun {
  readonly target: Target;
  readonly seed: number;
  readonly suite: Suite;
}

/** Says what is about to run: tool, set, seed, target, and how much of it applies. */
export function printHeader(plan: RunPlan, run: AboutToRun, terminal: Terminal): void {
  const { selected, applicable, notApplicable } = plan;
  const chosen =
    `${plural(selected.length, 'scenario')} of ${run.suite.scenarios.length}: ` +
    `${applicable.length} applicable, ${notApplicable.length} not applicable, 0 undeclared`;
  printAboutToRun(chosen, run, terminal);
}

/** The same for whatever is chosen. */
export function printAboutToRun(
  chosen: string,
  { target, suite, seed }: AboutToRun,
  terminal: Terminal,
): void {
  const documents = [...new Set(suite.rows.map((row) => row.document))].join(', ');
  const outside = target.launch ? 'to be launched' : 'told by its trigger';
  const where = target.link === 'in-process' ? 'in this process' : (addressOf(target) ?? outside);
  const { paint } = terminal;
  terminal.line(
    `${paint.strong('flowproof')} ${packageVersion}  ${documents} (${plural(suite.rows.length, 'requirement')})  seed ${seed}`,
  );
  terminal.line(`target    ${target.name}, ${where}, ${target.roles.join(' + ')}`);
  terminal.line(`selected  ${chosen}`);
  terminal.line();
}
