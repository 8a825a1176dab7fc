/** What the tags of a scenario say of it. */
export interface ScenarioTags {
  /** Requirement identifiers. */
  readonly requirements: readonly string[];
  /** Roles of the target that the scenario is for. */
  readonly roles: readonly string[];
  /** ICS items that the scenario needs beyond those of its requirements. */
  readonly icsItems: readonly string[];
}

const REQUIREMENT_TAG = /^@([A-Z0-9]{3}-[A-Z]{2,5}-[0-9]{3})$/;

export function readTags(tags: readonly string[]): ScenarioTags {
  const requirements = tags.flatMap((tag) => REQUIREMENT_TAG.exec(tag)?.[1] ?? []);
  return { requirements, roles: behind('@role-', tags), icsItems: behind('@ics-', tags) };
}

function behind(prefix: string, tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
}
