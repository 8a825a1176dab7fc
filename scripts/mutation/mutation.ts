import { relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core' with { 'resolution-mode': 'import' };
import type { MutatedFolder } from './mutated-folders';
import { MUTATED_FOLDERS, mutatedFolder } from './mutated-folders';

/**
 * Changes the code in many small ways and counts the changes that no unit test notices: `npm run mutation -- harness/verdict`.
 * Without a folder it tries all of them, which takes long. It judges nothing; docs/mutation-testing.md says what came out.
 */
const REPORTS = 'reports/mutation';

async function mutate(where: MutatedFolder): Promise<MutantResult[]> {
  const { Stryker } = await import('@stryker-mutator/core');
  const report = `${REPORTS}/${where.folder.replaceAll('/', '-')}`;
  const stryker = new Stryker({
    configFile: 'scripts/mutation/stryker.json',
    mutate: filesOf(where),
    nodeTest: { tests: where.tests, tooSlow: where.tooSlow ?? [] },
    htmlReporter: { fileName: `${report}.html` },
    jsonReporter: { fileName: `${report}.json` },
  });
  return stryker.runMutationTest();
}

function filesOf({ folder, without = [] }: MutatedFolder): string[] {
  const others = without.map((name) => `!${folder}/${name}${name.endsWith('.ts') ? '' : '/**'}`);
  const noCode = ['test', 'contract'].map((kind) => `!${folder}/**/*.${kind}.ts`);
  return [`${folder}/**/*.ts`, ...noCode, `!${folder}/**/*-bed.ts`, ...others];
}

function printSurvivors(mutants: readonly MutantResult[]): void {
  for (const { status, fileName, location, mutatorName, replacement } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const change = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 100);
    const place = `${relative('', fileName)}:${location.start.line}:${location.start.column}`;
    console.log(`${status === 'Survived' ? 'survived' : 'no test '}  ${place}  ${mutatorName}: ${change}`);
  }
}

/** The share of mutants that tests noticed, of all and of those that a test reaches. */
function printScore(folder: string, mutants: readonly MutantResult[]): void {
  const count = (status: MutantResult['status']) => mutants.filter((one) => one.status === status).length;
  const noticed = count('Killed') + count('Timeout');
  const reached = noticed + count('Survived');
  const tried = reached + count('NoCoverage');
  const share = (whole: number) => (whole === 0 ? '-' : `${((100 * noticed) / whole).toFixed(1)} %`);
  console.log(
    `${folder}: ${tried} mutants, ${count('Killed')} killed, ${count('Timeout')} timed out, ` +
      `${count('Survived')} survived, ${count('NoCoverage')} not reached, ${count('RuntimeError')} in error; ` +
      `score ${share(tried)}, of those reached ${share(reached)}`,
  );
}

async function main(paths: readonly string[]): Promise<void> {
  const folders = paths.length === 0 ? MUTATED_FOLDERS : paths.map(mutatedFolder);
  for (const where of folders) {
    const mutants = await mutate(where);
    printSurvivors(mutants);
    printScore(where.folder, mutants);
  }
}

void main(process.argv.slice(2));
