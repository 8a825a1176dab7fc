import type { ScenarioResult } from '../../verdict/scenario-result';

/** Roles under test, from the tags `@role-...` of a scenario. */
export function rolesOf({ tags }: ScenarioResult): readonly string[] {
  return tags.flatMap((tag) => /^@?role-(.+)$/.exec(tag)?.[1] ?? []);
}
