import type { KnownFailure } from '../verdict/apply-known-failures';
import { createSchemaCheck } from './check-schema';
import { ConfigError, type Problem } from './config-error';
import schema from './known-failures.schema.json';
import { didYouMean } from './nearest';
import { readYaml, type YamlFile } from './read-yaml';

const violationsOf = createSchemaCheck(schema);

/** What a row may refer to. */
export interface KnownNames {
  readonly requirements: readonly string[];
  readonly scenarios: readonly string[];
}

/** Reads a known-failures file. Throws a ConfigError that lists everything that is wrong with it. */
export function loadKnownFailures(file: string, names: KnownNames): readonly KnownFailure[] {
  const yaml = readYaml(file);
  const rows = yaml.value ?? [];
  const problems: Problem[] = violationsOf(rows).map(({ path, ...violation }) => ({
    where: yaml.where(path),
    path: path.join('.'),
    ...violation,
  }));
  if (problems.length > 0 || !isKnownFailures(rows)) throw unusable(file, problems);
  const unknown = rows.flatMap((row, index) => [
    ...unknownName(yaml, [index, 'requirement'], row.requirement, names.requirements),
    ...unknownName(yaml, [index, 'scenario'], row.scenario, names.scenarios),
  ]);
  if (unknown.length > 0) throw unusable(file, unknown);
  return rows;
}

/** A row that refers to nothing would cover nothing without anybody noticing. */
function unknownName(
  yaml: YamlFile,
  path: readonly [number, string],
  name: string | undefined,
  known: readonly string[],
): readonly Problem[] {
  if (name === undefined || known.includes(name)) return [];
  const advice = didYouMean(name, known);
  const problem = {
    where: yaml.where(path),
    path: path.join('.'),
    message: `there is no ${path[1]} "${name}"`,
  };
  return [{ ...problem, ...(advice !== undefined && { advice }) }];
}

/** The schema check has said everything about the rows by now. */
function isKnownFailures(value: unknown): value is readonly KnownFailure[] {
  return Array.isArray(value);
}

function unusable(file: string, problems: readonly Problem[]): ConfigError {
  return new ConfigError(`${file} is not a usable known-failures file`, problems);
}
