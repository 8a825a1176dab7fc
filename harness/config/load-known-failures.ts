import type { KnownFailure } from '../verdict/apply-known-failures';
import { createSchemaCheck } from './check-schema';
import { ConfigError, type Problem } from './config-error';
import schema from './known-failures.schema.json';
import { didYouMean } from './nearest';
import { readYaml } from './read-yaml';

const violationsOf = createSchemaCheck(schema);

/** Reads a known-failures file. Throws a ConfigError that lists everything that is wrong with it. */
export function loadKnownFailures(file: string, requirementIds: readonly string[]): readonly KnownFailure[] {
  const yaml = readYaml(file);
  const rows = yaml.value ?? [];
  const problems: Problem[] = violationsOf(rows).map(({ path, ...violation }) => ({
    where: yaml.where(path),
    path: path.join('.'),
    ...violation,
  }));
  if (problems.length > 0 || !isKnownFailures(rows)) throw unusable(file, problems);
  const unknown = rows.flatMap((row, index) => {
    if (requirementIds.includes(row.requirement)) return [];
    const problem = { where: yaml.where([index, 'requirement']), path: `${index}.requirement` };
    const advice = didYouMean(row.requirement, requirementIds);
    const message = `${row.requirement} is in no catalogue`;
    return [{ ...problem, message, ...(advice !== undefined && { advice }) }];
  });
  if (unknown.length > 0) throw unusable(file, unknown);
  return rows;
}

/** The schema check has said everything about the rows by now. */
function isKnownFailures(value: unknown): value is readonly KnownFailure[] {
  return Array.isArray(value);
}

function unusable(file: string, problems: readonly Problem[]): ConfigError {
  return new ConfigError(`${file} is not a usable known-failures file`, problems);
}
