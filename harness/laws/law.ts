import type { Arbitrary } from 'fast-check';
import type { Ixit, Target } from '../config/target';
import type { Story } from './story';

/** A sentence that holds in every course of events. It knows courses of events, not how they are played. */
export interface Law {
  /** In kebab-case: what a command line selects it by. */
  readonly name: string;
  /** What holds, in one sentence. */
  readonly says: string;
  readonly role: 'group-hosting-cse' | 'member-hosting-cse';
  readonly requirements: readonly string[];
  /** What a target must declare beyond what the requirements need. */
  readonly icsItems?: readonly string[];
  /** Courses of events, each with what the law demands in it. */
  stories(abilities: Abilities): Arbitrary<Story>;
}

/** What a target is able to do, as far as it decides which stories can be told of it. */
export interface Abilities {
  declares(icsItem: string): boolean;
  readonly igo: Ixit['igo'];
}

export function abilitiesOf({ ics, ixit }: Target): Abilities {
  return { declares: (item) => ics[item] === true, igo: ixit.igo };
}

/** As the tags of a scenario say it. */
export function tagsOf({ role, requirements, icsItems = [] }: Law): readonly string[] {
  return [`@role-${role}`, ...requirements.map((id) => `@${id}`), ...icsItems.map((item) => `@ics-${item}`)];
}
