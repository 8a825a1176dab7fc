import { packageVersion } from '../config/package-root';
import type { Target } from '../config/target';
import { addressOf } from '../config/target-address';
import { plural } from '../report/text/plural';
import type { RunPlan } from '../run/plan-run';
import type { Suite } from '../run/suite';
import type { Terminal } from './terminal';

/** Says what is about to run: tool, set, seed, target, and how much of it applies. */
export function printHeader(
  plan: RunPlan,
  run: { target: Target; seed: number; suite: Suite },
  terminal: Terminal,
): void {
  const { target, suite, seed } = run;
  const documents = [...new Set(suite.rows.map((row) => row.document))].join(', ');
  const outside = target.launch ? 'to be launched' : 'told by its trigger';
  const where = target.link === 'in-process' ? 'in this process' : (addressOf(target) ?? outside);
  const { paint } = terminal;
  terminal.line(
    `${paint.strong('flowproof')} ${packageVersion}  ${documents} (${plural(suite.rows.length, 'requirement')})  seed ${seed}`,
  );
  terminal.line(`target    ${target.name}, ${where}, ${target.roles.join(' + ')}`);
  terminal.line(
    `selected  ${plural(plan.selected.length, 'scenario')} of ${suite.scenarios.length}: ` +
      `${plan.applicable.length} applicable, ${plan.notApplicable.length} not applicable, 0 undeclared`,
  );
  terminal.line();
}
