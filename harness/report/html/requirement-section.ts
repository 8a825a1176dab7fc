import type { RequirementResult } from '../../verdict/run-result';
import { type Markup, markup } from '../text/markup';
import { isTested } from '../verdict-words';
import { type PageContext, requirementAnchor } from './page-context';
import { verdictBadge } from './verdict-badge';

/** Every requirement of the catalogue with what became of it, what proves its test, and why it was not tested. */
export function requirementSection(context: PageContext): Markup {
  const { requirements } = context.run;
  const tested = requirements.filter(({ verdict }) => isTested(verdict));
  const proven = tested.filter(({ faults }) => faults.length > 0);
  return markup`<section id="requirements" aria-labelledby="h-requirements"><h2 id="h-requirements">Requirements <span class="n">${requirements.length}</span></h2>
    <p>${tested.length} of ${requirements.length} were tested; ${proven.length} of these by a test that is proven to catch a deliberate fault. Without such a fault a test counts as <em>unproven</em>.</p>
    <div class="scroll" tabindex="0" role="group" aria-label="Requirement table, scrolls sideways"><table>
    <thead><tr><th scope="col">Requirement</th><th scope="col">Verdict</th><th scope="col">What it demands</th><th scope="col">Scenarios</th><th scope="col">Proven by</th></tr></thead>
    <tbody>${requirements.map((result) => requirementRow(result, context))}</tbody></table></div></section>
    `;
}

function requirementRow(result: RequirementResult, context: PageContext): Markup {
  const { row } = result;
  return markup`<tr id="${requirementAnchor(row.id)}">
    <th scope="row"><code>${row.id}</code><small>${row.source}</small></th>
    <td>${verdictBadge(result.verdict)}</td>
    <td>${row.text}<small>${row.level} · ${row.role}${row.ics !== undefined && ` · if ${row.ics.join(', ')}`}${row.ambiguity !== undefined && ` · two readings: ${row.ambiguity.join(', ')}`}</small>${result.reason !== undefined && markup`<small class="why"><bdi>${result.reason}</bdi></small>`}</td>
    <td>${result.scenarios.map((location) => scenarioLink(location, context))}</td>
    <td>${proof(result)}</td></tr>
    `;
}

function scenarioLink(location: string, context: PageContext): Markup {
  const scenario = context.scenarioAt(location);
  if (scenario === undefined) return markup`<code>${location}</code> `;
  return markup`<a class="sl" href="#${context.anchor(scenario)}"><bdi>${scenario.name}</bdi></a>`;
}

function proof({ faults, verdict }: RequirementResult): Markup {
  if (faults.length > 0) return markup`${faults.map((fault) => markup`<code>${fault}</code> `)}`;
  return isTested(verdict) ? markup`<em>unproven</em>` : markup``;
}
