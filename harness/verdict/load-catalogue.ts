import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSchemaCheck } from '../config/check-schema';
import { ConfigError, type Problem } from '../config/config-error';
import { readYaml, type YamlFile } from '../config/read-yaml';
import type { RequirementRow } from './catalogue';
import schema from './requirements.schema.json';

const violationsOf = createSchemaCheck(schema);

/**
 * Reads the requirements of every document: `<features>/<document>/requirements.yaml`, in the order of the folders.
 * Throws a ConfigError that lists every row that is wrong, and every identifier that is used twice.
 */
export function loadCatalogue(features: string): readonly RequirementRow[] {
  const files = catalogueFiles(features);
  const rows: RequirementRow[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const yaml = readYaml(file);
    const violations = problemsOf(yaml);
    if (violations.length === 0 && isCatalogue(yaml.value)) rows.push(...yaml.value.requirements);
    problems.push(...violations);
  }
  problems.push(...repeatedIdentifiers(rows));
  if (problems.length > 0) throw new ConfigError('The requirement catalogue is not usable', problems);
  return rows;
}

function catalogueFiles(features: string): readonly string[] {
  if (!existsSync(features)) return [];
  const folders = readdirSync(features, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.map((entry) => join(features, entry.name, 'requirements.yaml'));
  return files.sort().filter((file) => existsSync(file));
}

function problemsOf(yaml: YamlFile): readonly Problem[] {
  return violationsOf(yaml.value).map(({ path, ...violation }) => ({
    where: yaml.where(path),
    path: rowName(yaml.value, path),
    ...violation,
  }));
}

/** `SOM-FAN-012.level` instead of `requirements.17.level`, since people know rows by their identifier. */
function rowName(value: unknown, path: readonly (string | number)[]): string {
  const [, index, ...rest] = path;
  if (!isCatalogue(value) || typeof index !== 'number') return path.join('.');
  return [value.requirements[index]?.id ?? index, ...rest].join('.');
}

/** The schema check says everything else about the rows. */
function isCatalogue(value: unknown): value is { readonly requirements: readonly RequirementRow[] } {
  const isMap = typeof value === 'object' && value !== null && 'requirements' in value;
  return isMap && Array.isArray(value.requirements);
}

function repeatedIdentifiers(rows: readonly RequirementRow[]): readonly Problem[] {
  const seen = new Set<string>();
  const repeated = rows.filter((row) => {
    const isRepeated = seen.has(row.id);
    seen.add(row.id);
    return isRepeated;
  });
  return repeated.map((row) => ({
    where: `features (${row.document})`,
    path: row.id,
    message: 'this identifier is used by more than one row; identifiers are unique and never reused',
  }));
}
