import type { StepLibrary } from '../../harness/run/cucumber';
import type { PlannedScenario } from '../../harness/run/planned-scenario';
import { loadSuite } from '../../harness/run/suite';
import { code, document, prose, table } from './markdown';
import { generatedFrom, type Page } from './page';
import { PARAMETER_TYPE_MEANINGS } from './parameter-type-meanings';
import { type WrittenStep, writtenSteps } from './written-steps';

/** The steps that a scenario can use, each with a line of a scenario that uses it. */
export async function vocabularyPage(): Promise<Page> {
  const { scenarios, steps } = await loadSuite();
  const exampleOf = examplesIn(scenarios, await steps());
  const written = writtenSteps();
  const text = document([
    generatedFrom('steps/'),
    '# The vocabulary',
    `${written.length} steps. What may stand in their tables is in [add-a-test.md](add-a-test.md).`,
    'A `Given` prepares: where it fails the scenario is INCONCLUSIVE. A `When` is the stimulus, a `Then` its consequence: where they fail the scenario FAILs. In a flow both may begin with the number of the step in the document: `When step 1: ...`.',
    '## Words in braces',
    table(['Word', 'Stands for', 'Written'], meanings(written)),
    ...byFile(written).flatMap(([file, ofFile]) => section(file, ofFile, exampleOf)),
  ]);
  return { file: 'docs/vocabulary.md', text };
}

/** Throws where a step uses a word that nobody explained. */
function meanings(written: readonly WrittenStep[]): readonly (readonly string[])[] {
  const used = new Set(
    written.flatMap(({ expression }) => [...expression.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
  );
  return [...used].sort().map((name) => {
    const known = PARAMETER_TYPE_MEANINGS[name];
    if (known === undefined)
      throw new Error(`scripts/docs/parameter-type-meanings.ts does not explain {${name}}`);
    return [code(`{${name}}`), ...known];
  });
}

function byFile(written: readonly WrittenStep[]): readonly (readonly [string, readonly WrittenStep[]])[] {
  const files = [...new Set(written.map(({ file }) => file))];
  return files.map((file) => [file, written.filter((step) => step.file === file)]);
}

function section(file: string, written: readonly WrittenStep[], exampleOf: ExampleOf): readonly string[] {
  const rows = written.map((step) => {
    const remark = step.comment === '' ? '' : `. ${prose(step.comment)}`;
    return [code(`${step.keyword} ${step.expression}`), `${exampleOf(step)}${remark}`];
  });
  return [`## ${titleOf(file)}`, `\`steps/${file}\``, table(['Step', 'For example'], rows)];
}

/** `onem2m/given-groups.steps.ts` is about "Given groups", a file in a folder below about "Interactive: given listeners". */
function titleOf(file: string): string {
  const words = file.replace('.steps.ts', '').replaceAll('-', ' ').split('/').slice(1).join(': ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

type ExampleOf = (step: WrittenStep) => string;

/** How the scenarios say a step; the shortest way. */
function examplesIn(scenarios: readonly PlannedScenario[], library: StepLibrary): ExampleOf {
  const definitions = definitionsOf(library);
  const said = scenarios.flatMap(({ steps }) => steps.map(({ text }) => text));
  return ({ expression }) => {
    const definition = definitions.find(
      ({ pattern }) => pattern === expression || pattern === `{step}${expression}`,
    );
    const uses = said.filter((text) => isMatch(definition?.expression.match(text)));
    const [shortest] = [...uses].sort((one, other) => one.length - other.length);
    return shortest === undefined ? 'no scenario says it' : code(shortest);
  };
}

function isMatch(found: unknown): boolean {
  return found !== undefined && found !== null;
}

/** What cucumber makes of a step definition; its published types keep silent about it. */
interface Definition {
  readonly pattern: unknown;
  readonly expression: { match(text: string): unknown };
}

function definitionsOf(library: StepLibrary): readonly Definition[] {
  if (hasDefinitions(library)) return library.stepDefinitions;
  throw new Error('cucumber does not say any more which steps it has loaded');
}

function hasDefinitions(
  library: StepLibrary,
): library is StepLibrary & { readonly stepDefinitions: readonly Definition[] } {
  return 'stepDefinitions' in library && Array.isArray(library.stepDefinitions);
}
