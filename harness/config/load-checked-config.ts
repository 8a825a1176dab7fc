import type { SchemaViolation } from './check-schema';
import { ConfigError, type Problem } from './config-error';
import { literalSecrets } from './literal-secrets';
import { readYaml, type YamlFile } from './read-yaml';
import { type Environment, substituteEnvironment } from './substitute-environment';

export interface CheckedFile {
  readonly file: string;
  /** `role dm-server`: of what it is a configuration. */
  readonly of: string;
  readonly environment: Environment;
  readonly violationsOf: (value: unknown) => readonly SchemaViolation[];
}

/** Reads a configuration whose secrets are in the environment. Throws a ConfigError that lists everything that is wrong with it. */
export function loadCheckedConfig({ file, of, environment, violationsOf }: CheckedFile): object {
  const yaml = readYaml(file);
  const { value, missing } = substituteEnvironment(yaml.value ?? {}, environment);
  const problems: Problem[] = [
    ...missing.map(({ path, name }) => ({
      ...placeOf(yaml, path),
      message: `the environment has no variable ${name}`,
      advice: `set it: export ${name}=...`,
    })),
    ...violationsOf(value).map(({ path, ...violation }) => ({ ...placeOf(yaml, path), ...violation })),
    ...literalSecrets(yaml.value).map((path) => ({
      ...placeOf(yaml, path),
      message: 'a secret must not stand in the file',
      advice: `put it into an environment variable and write \${NAME}`,
    })),
  ];
  if (problems.length > 0 || typeof value !== 'object' || value === null)
    throw new ConfigError(`${file} is not a usable configuration of the ${of}`, problems);
  return value;
}

function placeOf(yaml: YamlFile, path: readonly (string | number)[]): { where: string; path: string } {
  return { where: yaml.where(path), path: path.join('.') };
}
