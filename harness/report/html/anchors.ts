import type { ScenarioResult } from '../../verdict/scenario-result';

/** Gives every scenario an id that stays the same from run to run, so that links to it do. */
export function scenarioAnchors(scenarios: readonly ScenarioResult[]): ReadonlyMap<ScenarioResult, string> {
  const taken = new Set<string>();
  const anchors = new Map<ScenarioResult, string>();
  for (const scenario of scenarios) {
    const stem = `s-${slug(scenario.location)}`;
    let anchor = stem;
    for (let copy = 2; taken.has(anchor); copy += 1) anchor = `${stem}-${copy}`;
    taken.add(anchor);
    anchors.set(scenario, anchor);
  }
  return anchors;
}

/** `features/group-somecast/somecast-number.feature:12` becomes `group-somecast-somecast-number-12`. */
export function slug(text: string): string {
  const short = text.replace(/^features\//, '').replace(/\.feature/, '');
  return short
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120);
}
