import { ConfigError } from '../config/config-error';
import { DOCUMENTS, documentNamed } from '../config/documents';
import { nearest } from '../config/nearest';
import type { PlannedScenario } from './planned-scenario';

/**
 * The scenarios that at least one selector names: a requirement identifier, a tag, a document key, a file, a folder, or
 * `file:line`. No selector selects everything. Throws a ConfigError for a selector that names nothing.
 */
export function selectScenarios(
  scenarios: readonly PlannedScenario[],
  selectors: readonly string[],
): readonly PlannedScenario[] {
  if (selectors.length === 0) return scenarios;
  const matches = selectors.map((selector) => matchesOf(selector, scenarios));
  const problems = selectors.flatMap((selector, index) => {
    if (matches[index]?.length) return [];
    return [{ where: selector, path: '', message: 'selects no scenario', ...adviceFor(selector, scenarios) }];
  });
  if (problems.length > 0) throw new ConfigError('Nothing to run for a selector', problems);
  const selected = new Set(matches.flat());
  return scenarios.filter((scenario) => selected.has(scenario));
}

function matchesOf(selector: string, scenarios: readonly PlannedScenario[]): readonly PlannedScenario[] {
  const tag = selector.startsWith('@') ? selector : `@${selector}`;
  const tagged = scenarios.filter((scenario) => scenario.tags.includes(tag));
  if (tagged.length > 0 || selector.startsWith('@')) return tagged;
  const folder = documentNamed(selector)?.folder;
  if (folder !== undefined) return scenarios.filter((scenario) => scenario.file.startsWith(`${folder}/`));
  return matchesOfFile(selector, scenarios);
}

function matchesOfFile(selector: string, scenarios: readonly PlannedScenario[]): readonly PlannedScenario[] {
  const [, path = selector, line] = /^(.*?)(?::(\d+))?$/.exec(selector.replaceAll('\\', '/')) ?? [];
  const wanted = path.replace(/^\.\//, '').replace(/\/$/, '');
  const inFile = scenarios.filter((scenario) => isOrEndsWith(scenario.file, wanted));
  return line === undefined ? inFile : atLine(inFile, Number(line));
}

/** A path may be given from anywhere: its end, or the folder it begins with, must agree. */
function isOrEndsWith(file: string, wanted: string): boolean {
  if (wanted === '') return false;
  const isFile = file === wanted || file.endsWith(`/${wanted}`) || wanted.endsWith(`/${file}`);
  return isFile || file.startsWith(`${wanted}/`);
}

/** The scenario that stands at the line: its own line, a row of its examples, or any line of its steps. */
function atLine(scenarios: readonly PlannedScenario[], line: number): readonly PlannedScenario[] {
  const row = scenarios.filter((scenario) => scenario.line === line);
  if (row.length > 0) return row;
  const start = Math.max(
    ...scenarios.map((scenario) => scenario.scenarioLine).filter((from) => from <= line),
  );
  return scenarios.filter((scenario) => scenario.scenarioLine === start);
}

function adviceFor(selector: string, scenarios: readonly PlannedScenario[]): { readonly advice?: string } {
  const tags = [...new Set(scenarios.flatMap((scenario) => scenario.tags))];
  const names = selector.startsWith('@') ? tags : tags.map((tag) => tag.slice(1));
  const files = [...new Set(scenarios.map((scenario) => scenario.file))];
  const best = nearest(selector, [...names, ...DOCUMENTS.map(({ key }) => key), ...files]);
  return { advice: best === undefined ? '`flowproof list` prints what there is' : `did you mean "${best}"?` };
}
