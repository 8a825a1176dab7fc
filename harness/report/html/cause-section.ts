import type { Cause } from '../group-causes';
import { rerunCommand } from '../rerun-command';
import { type Markup, markup } from '../text/markup';
import { plural } from '../text/plural';
import { deviationBox } from './deviation-box';
import type { PageContext } from './page-context';
import { citation } from './requirement-link';
import { verdictBadge } from './verdict-badge';

const LISTED = 25;

/** What went wrong, each cause once, with every scenario that shows it. */
export function causeSection(causes: readonly Cause[], context: PageContext): Markup {
  if (causes.length === 0) {
    return markup`<section id="causes" aria-labelledby="h-causes"><h2 id="h-causes">Causes</h2><p class="none">Nothing went wrong.</p></section>`;
  }
  return markup`<section id="causes" aria-labelledby="h-causes"><h2 id="h-causes">Causes <span class="n">${causes.length}</span></h2>
    <ol class="causes">${causes.map((cause) => causeCard(cause, context))}</ol></section>
    `;
}

function causeCard(cause: Cause, context: PageContext): Markup {
  const first = cause.scenarios[0];
  if (first === undefined) return markup``;
  const requirements = [...new Set(cause.scenarios.flatMap((scenario) => scenario.requirements))];
  return markup`<li class="cause k-${cause.verdict}">
    <h3>${verdictBadge(cause.verdict)} <span>${plural(cause.scenarios.length, 'scenario')}</span></h3>
    <ul class="cites">${requirements.slice(0, LISTED).map((id) => markup`<li>${citation(id, context)}${obligation(id, context)}</li>`)}</ul>
    ${cause.reason !== undefined && markup`<p class="reason"><bdi>${cause.reason}</bdi></p>`}
    ${cause.detail !== undefined && deviationBox(cause.detail, context.anchor(first))}
    ${control(cause)}
    <ul class="links">${cause.scenarios.slice(0, LISTED).map((scenario) => markup`<li><a href="#${context.anchor(scenario)}"><bdi>${scenario.name}</bdi></a></li>`)}${cause.scenarios.length > LISTED && markup`<li>and ${cause.scenarios.length - LISTED} more</li>`}</ul>
    <p class="rerun"><span>Run it again</span> <code>${rerunCommand(first, context.run)}</code></p>
    </li>
    `;
}

function obligation(id: string, context: PageContext): Markup | undefined {
  const row = context.requirement(id);
  return row === undefined ? undefined : markup` <em>(${row.level})</em> ${row.text}`;
}

function control({ scenarios }: Cause): Markup | undefined {
  const outcomes = new Set(scenarios.map((scenario) => scenario.control));
  if (outcomes.has('fails'))
    return markup`<p class="control">Control run: the reference fails too, so the harness is to blame.</p>`;
  if (outcomes.has('passes'))
    return markup`<p class="control">Control run: the reference passes, so the difference lies in the target.</p>`;
  return undefined;
}
