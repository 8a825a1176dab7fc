import fc from 'fast-check';
import { ConfigError } from '../config/config-error';
import type { Abilities, Law } from './law';

/**
 * Looks whether a path leads to a story of the one law that is chosen. Throws a ConfigError where it does not: paths
 * belong to a law, a seed and what the target is able to do.
 */
export function assertPathLeads(
  path: string,
  [law, ...others]: readonly Law[],
  { abilities, seed }: { readonly abilities: Abilities; readonly seed: number },
): void {
  if (law === undefined || others.length > 0) {
    throw wrongPath(path, 'leads to a story of one law', 'name that law before the options');
  }
  if (!/^\d{1,5}(:\d{1,5})*$/.test(path)) {
    throw wrongPath(path, 'is no path', 'give the numbers as they were printed, such as 3:0:1');
  }
  if (!leadsToStory(path, law, abilities, seed)) {
    const message = `leads to no story of ${law.name} with seed ${seed}`;
    throw wrongPath(path, message, 'give seed, law and target of the run that printed it');
  }
}

function leadsToStory(path: string, law: Law, abilities: Abilities, seed: number): boolean {
  try {
    return fc.sample(law.stories(abilities), { seed, path, numRuns: 1 }).length === 1;
  } catch {
    return false;
  }
}

function wrongPath(where: string, message: string, advice: string): ConfigError {
  return new ConfigError('The story cannot be played again', [
    { where: `--path ${where}`, path: '', message, advice },
  ]);
}
