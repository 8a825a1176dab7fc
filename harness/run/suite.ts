import { join } from 'node:path';
import { packageRoot } from '../config/package-root';
import type { RequirementRow } from '../verdict/catalogue';
import { icsFamily } from '../verdict/ics-family';
import { loadCatalogue } from '../verdict/load-catalogue';
import { loadSteps, readFeatures, type StepLibrary } from './cucumber';
import type { PlannedScenario } from './planned-scenario';

/** What there is to run: the catalogue, the scenarios, and the steps once they are needed. */
export interface Suite {
  readonly rows: readonly RequirementRow[];
  readonly scenarios: readonly PlannedScenario[];
  readonly icsItems: readonly string[];
  /** Loads the steps at the first call and answers the same ones afterwards. */
  steps(): Promise<StepLibrary>;
}

let steps: Promise<StepLibrary> | undefined;

/** Reads the catalogue and the features of this package. Throws a ConfigError where they are not usable. */
export async function loadSuite(): Promise<Suite> {
  const rows = loadCatalogue(join(packageRoot, 'features'));
  const scenarios = await readFeatures(packageRoot);
  return {
    rows,
    scenarios,
    icsItems: knownIcsItems(rows, scenarios),
    steps: () => {
      steps ??= loadSteps();
      return steps;
    },
  };
}

/** Every ICS item that a requirement or a scenario depends on, and the families they belong to, in alphabetical order. */
export function knownIcsItems(
  rows: readonly RequirementRow[],
  scenarios: readonly PlannedScenario[],
): readonly string[] {
  const items = [
    ...rows.flatMap((row) => row.ics ?? []),
    ...scenarios.flatMap((scenario) => scenario.icsItems),
  ];
  return [...new Set(items.flatMap(icsFamily))].sort();
}

/** The items that a target in these roles has to declare. */
export function icsItemsOfRoles({ rows, scenarios }: Suite, roles: readonly string[]): readonly string[] {
  return knownIcsItems(
    rows.filter(({ role }) => roles.includes(role)),
    scenarios.filter((scenario) => scenario.roles.some((role) => roles.includes(role))),
  );
}
