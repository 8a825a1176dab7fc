import type { ScenarioResult, StepResult } from '../../verdict/scenario-result';
import { sequenceSvg } from '../diagram/sequence-svg';
import { rerunCommand } from '../rerun-command';
import { type Markup, markup } from '../text/markup';
import { duration } from '../text/plural';
import { deviationBox } from './deviation-box';
import { listedExchanges } from './listed-exchanges';
import { messageList } from './message-list';
import { isUneventful, type PageContext } from './page-context';
import { citation, requirementLink } from './requirement-link';
import { rolesOf } from './roles';
import { verdictBadge } from './verdict-badge';

const STEP_WORDS: { readonly [status in StepResult['status']]: string } = {
  passed: '✓ passed',
  failed: '✗ failed',
  skipped: '– skipped',
  undefined: '? undefined',
  ambiguous: '? ambiguous',
  pending: '… pending',
};

/** One scenario: closed where there is nothing to see, open where there is. */
export function scenarioArticle(scenario: ScenarioResult, context: PageContext): Markup {
  const anchor = context.anchor(scenario);
  const ids = scenario.requirements;
  return markup`<details class="sc k-${scenario.verdict}" id="${anchor}" data-verdict="${scenario.verdict}" data-find="${[...ids, scenario.name, scenario.location].join(' ').toLowerCase()}" data-roles="${rolesOf(scenario).join(' ')}"${!isUneventful(scenario) && markup` open`}>
    <summary>${verdictBadge(scenario.verdict)} <h4><bdi>${scenario.name}</bdi></h4> <span class="ids">${ids.join(' ')}</span></summary>
    <div class="in">
    <p class="where"><a href="#${anchor}" aria-label="Link to this scenario">#</a> <code>${scenario.location}</code> · ${duration(scenario.durationMilliseconds)} · ${ids.map((id) => markup`${requirementLink(id, context)} `)}</p>
    ${findings(scenario, anchor)}
    ${steps(scenario, anchor)}
    ${diagram(scenario, context)}
    ${messageList(scenario, context)}
    ${scenario.law?.scenario !== undefined && markup`<pre tabindex="0" aria-label="The story as a scenario">${scenario.law.scenario}</pre>`}
    ${!isUneventful(scenario) && markup`<p class="rerun"><span>Run it again</span> <code>${rerunCommand(scenario, context.run)}</code></p>`}
    </div></details>
    `;
}

function findings(scenario: ScenarioResult, anchor: string): Markup {
  return markup`${scenario.reason !== undefined && markup`<p class="reason"><bdi>${scenario.reason}</bdi></p>`}
    ${scenario.deviation !== undefined && deviationBox(scenario.deviation, anchor)}
    ${scenario.warnings.map((warning) => deviationBox(warning, anchor))}`;
}

function steps(scenario: ScenarioResult, anchor: string): Markup {
  const items = scenario.steps.map(
    (step, index) =>
      markup`<li id="${anchor}-step-${index + 1}" class="${step.status}"><a href="#${anchor}-step-${index + 1}" aria-label="Link to step ${index + 1}">${index + 1}</a> <b>${step.keyword.trim()}</b> <bdi>${step.text}</bdi>${step.status !== 'passed' && markup` <span class="st">${STEP_WORDS[step.status]}</span>`}</li>`,
  );
  return markup`<ol class="steps" aria-label="Steps">${items}</ol>`;
}

function diagram(scenario: ScenarioResult, context: PageContext): Markup {
  if (scenario.exchanges.length === 0) return markup`<p class="none">No message was exchanged.</p>`;
  const svg = sequenceSvg(scenario, {
    id: context.anchor(scenario),
    citations: scenario.requirements.map((id) => citation(id, context)),
    rowLimit: context.evidence(scenario).rows,
    linked: new Set(isUneventful(scenario) ? [] : listedExchanges(scenario, context).map(({ id }) => id)),
  });
  return markup`<div class="fig" tabindex="0" role="group" aria-label="Sequence diagram, scrolls sideways">${svg}</div>`;
}
