import { createSchemaCheck } from './check-schema';
import { ConfigError } from './config-error';
import schema from './cse-config.schema.json';
import { readYaml } from './read-yaml';

/** Values of a CSE configuration file by their names, as its schema allows them. */
export type CseConfigFile = { readonly [name: string]: unknown };

const violationsOf = createSchemaCheck(schema);

/** Reads a configuration of the reference CSE. Throws a ConfigError that lists everything that is wrong with it. */
export function loadCseConfig(file: string): CseConfigFile {
  const yaml = readYaml(file);
  const value = yaml.value ?? {};
  const problems = violationsOf(value).map(({ path, ...violation }) => ({
    where: yaml.where(path),
    path: path.join('.'),
    ...violation,
  }));
  if (problems.length > 0 || !isMap(value)) {
    throw new ConfigError(`${file} is not a usable configuration of the CSE`, problems);
  }
  return value;
}

function isMap(value: unknown): value is CseConfigFile {
  return typeof value === 'object' && value !== null;
}
