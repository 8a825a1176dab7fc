import { dirname, resolve } from 'node:path';
import { createSchemaCheck } from './check-schema';
import { ConfigError, type Problem } from './config-error';
import { contradictionsOf } from './contradictions';
import { literalSecrets } from './literal-secrets';
import { didYouMean } from './nearest';
import { readYaml, type YamlFile } from './read-yaml';
import { type Environment, substituteEnvironment } from './substitute-environment';
import type { Target } from './target';
import schema from './target.schema.json';
import { completeTarget, isTargetFile } from './target-defaults';

/** What the surroundings of a target file contribute to reading it. */
export interface TargetSurroundings {
  readonly environment: Environment;
  /** Every ICS item that the catalogue and the scenarios know. */
  readonly icsItems: readonly string[];
}

const violationsOf = createSchemaCheck(schema);

/** Reads a target description. Throws a ConfigError that lists everything that is wrong with it. */
export function loadTarget(file: string, surroundings: TargetSurroundings): Target {
  const yaml = readYaml(file);
  const substituted = substituteEnvironment(yaml.value, surroundings.environment);
  const missing = substituted.missing.map(({ path, name }) => ({
    ...placeOf(yaml, path),
    message: `the environment has no variable ${name}`,
    advice: `set it: export ${name}=...`,
  }));
  const violations = violationsOf(substituted.value)
    .filter(({ path }) => !substituted.missing.some((reference) => reference.path.join() === path.join()))
    .map(({ path, ...violation }) => ({ ...placeOf(yaml, path), ...violation }));
  const problems = [...missing, ...violations, ...secretProblems(yaml), ...itemProblems(yaml, surroundings)];
  if (problems.length > 0 || !isTargetFile(substituted.value)) {
    throw new ConfigError(`${file} is not a usable target description`, problems);
  }
  const target = completeTarget(substituted.value, (path) => resolve(dirname(file), path));
  const contradictions = contradictionsOf(target).map(({ path, ...contradiction }) => ({
    ...placeOf(yaml, path),
    ...contradiction,
  }));
  if (contradictions.length > 0) throw new ConfigError(`${file} contradicts itself`, contradictions);
  return target;
}

function placeOf(yaml: YamlFile, path: readonly (string | number)[]): { where: string; path: string } {
  return { where: yaml.where(path), path: path.join('.') };
}

function secretProblems(yaml: YamlFile): readonly Problem[] {
  return literalSecrets(yaml.value).map((path) => ({
    ...placeOf(yaml, path),
    message: 'a secret must not stand in the file',
    advice: `put it into an environment variable and write \${NAME}`,
  }));
}

function itemProblems(yaml: YamlFile, surroundings: TargetSurroundings): readonly Problem[] {
  const file = yaml.value;
  if (typeof file !== 'object' || file === null || !('ics' in file)) return [];
  const declared = Object.keys(file.ics ?? {});
  const unknown = declared.filter((item) => !surroundings.icsItems.includes(item));
  return unknown.map((item) => {
    const problem = { ...placeOf(yaml, ['ics', item]), message: 'unknown ICS item' };
    const advice = didYouMean(item, surroundings.icsItems) ?? '`flowproof list --ics` prints all items';
    return { ...problem, advice };
  });
}
