import type { ScenarioResult } from '../../verdict/scenario-result';
import { VERDICTS } from '../../verdict/verdict';
import { type Markup, markup } from '../text/markup';
import { VERDICT_WORDS } from '../verdict-words';
import type { PageContext } from './page-context';
import { rolesOf } from './roles';
import { scenarioArticle } from './scenario-article';

/** All scenarios by feature, with filters. The filters appear only where the script runs. */
export function scenarioSection(context: PageContext): Markup {
  const { scenarios } = context.run;
  const features = [...new Set(scenarios.map(({ feature }) => feature))];
  return markup`<section id="scenarios" aria-labelledby="h-scenarios"><h2 id="h-scenarios">Scenarios <span class="n">${scenarios.length}</span></h2>
    ${filters(context)}
    ${features.map((feature) => featureGroup(feature, context))}</section>
    `;
}

function filters({ run }: PageContext): Markup {
  const present = VERDICTS.filter((verdict) => run.counts[verdict] > 0);
  const roles = [...new Set(run.scenarios.flatMap(rolesOf))].sort();
  return markup`<form class="filters" id="filters" hidden>
    <fieldset><legend>Verdict</legend>${present.map((verdict) => markup`<button type="button" class="chip ${verdict}" aria-pressed="false" data-verdict="${verdict}"><span aria-hidden="true">${VERDICT_WORDS[verdict].sign}</span> ${VERDICT_WORDS[verdict].label} <b>${run.counts[verdict]}</b></button> `)}</fieldset>
    <label>Requirement or name <input type="search" id="find" autocomplete="off" placeholder="SOM-CAST-004"></label>
    <label>Role <select id="role"><option value="">all roles</option>${roles.map((role) => markup`<option>${role}</option>`)}</select></label>
    <output id="shown" aria-live="polite"></output>
    </form>
    `;
}

function featureGroup(feature: string, context: PageContext): Markup {
  const scenarios: readonly ScenarioResult[] = context.run.scenarios.filter(
    (scenario) => scenario.feature === feature,
  );
  return markup`<div class="feature"><h3><bdi>${feature}</bdi></h3>
    ${scenarios.map((scenario) => scenarioArticle(scenario, context))}</div>
    `;
}
