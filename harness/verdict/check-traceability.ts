import type { RequirementRow } from './catalogue';
import type { ScenarioTags } from './scenario-tags';

/** What the check needs to know of a scenario. */
export interface TracedScenario extends ScenarioTags {
  readonly location: string;
  readonly file: string;
  readonly scenarioLine: number;
  readonly name: string;
  readonly tags: readonly string[];
}

/** A place where catalogue and scenarios do not fit together. */
export interface TraceabilityProblem {
  /** A requirement, a scenario's location or a feature file. */
  readonly where: string;
  readonly message: string;
}

const FEWEST_SCENARIOS = 4;
const MOST_SCENARIOS = 15;
const KNOWN_TAG = /^@(role-.+|ics-.+|flow)$/;

/**
 * Finds every place where a requirement is not tested, or a test proves no requirement: what keeps the catalogue honest.
 * It reads rows and tags and knows nothing of runs.
 */
export function checkTraceability(
  rows: readonly RequirementRow[],
  scenarios: readonly TracedScenario[],
): readonly TraceabilityProblem[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return [
    ...rows.flatMap((row) => rowProblems(row, scenarios)),
    ...scenarios.flatMap((scenario) => scenarioProblems(scenario, known)),
    ...repeatedNames(scenarios),
    ...featureSizes(scenarios),
  ];
}

function rowProblems(
  row: RequirementRow,
  scenarios: readonly TracedScenario[],
): readonly TraceabilityProblem[] {
  const isClaimed = scenarios.some((scenario) => scenario.requirements.includes(row.id));
  const needsReason = row.observable !== 'wire' && row.reason === undefined && !isClaimed;
  if (needsReason) return [{ where: row.id, message: 'is not observable on the wire and gives no reason' }];
  if (row.observable !== 'wire' || isClaimed) return [];
  return [{ where: row.id, message: 'is observable on the wire and no scenario claims it' }];
}

function scenarioProblems(
  scenario: TracedScenario,
  rows: ReadonlyMap<string, RequirementRow>,
): readonly TraceabilityProblem[] {
  const messages: string[] = [];
  if (scenario.requirements.length === 0) messages.push('claims no requirement');
  if (scenario.roles.length === 0) messages.push('names no role: add @role-...');
  for (const tag of scenario.tags) {
    const id = tag.slice(1);
    const isRequirement = scenario.requirements.includes(id);
    if (isRequirement && !rows.has(id)) messages.push(`claims ${id}, which is in no catalogue`);
    if (!isRequirement && !KNOWN_TAG.test(tag)) messages.push(`has the tag ${tag}, which means nothing`);
  }
  return messages.map((message) => ({ where: scenario.location, message }));
}

/** Rows of one outline may share its name; two scenarios may not. */
function repeatedNames(scenarios: readonly TracedScenario[]): readonly TraceabilityProblem[] {
  const first = new Map<string, TracedScenario>();
  return scenarios.flatMap((scenario) => {
    const earlier = first.get(scenario.name);
    if (earlier === undefined) {
      first.set(scenario.name, scenario);
      return [];
    }
    if (isSameOutline(earlier, scenario)) return [];
    return [{ where: scenario.location, message: `is called "${scenario.name}", as is ${earlier.location}` }];
  });
}

function isSameOutline(one: TracedScenario, other: TracedScenario): boolean {
  return one.file === other.file && one.scenarioLine === other.scenarioLine;
}

/** An outline counts once. */
function featureSizes(scenarios: readonly TracedScenario[]): readonly TraceabilityProblem[] {
  const lines = new Map<string, Set<number>>();
  for (const { file, scenarioLine } of scenarios)
    lines.set(file, (lines.get(file) ?? new Set()).add(scenarioLine));
  const odd = [...lines].filter(([, { size }]) => size < FEWEST_SCENARIOS || size > MOST_SCENARIOS);
  return odd.map(([file, { size }]) => ({
    where: file,
    message: `has ${size} scenarios; a feature has ${FEWEST_SCENARIOS} to ${MOST_SCENARIOS}`,
  }));
}
