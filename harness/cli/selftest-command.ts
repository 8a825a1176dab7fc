import { realTime } from '../cast/real-time';
import { ConfigError } from '../config/config-error';
import { didYouMean } from '../config/nearest';
import type { Fault } from '../faults/fault';
import { FAULTS, faultNamed } from '../faults/faults';
import { referenceTarget } from '../run/control-run';
import {
  type FaultMatrix,
  firstOfEachOutline,
  runFaultMatrix,
  scenariosThatCatch,
} from '../run/fault-matrix';
import { type KillTable, readKillTable, writeKillTable } from '../run/kill-table';
import { planRun } from '../run/plan-run';
import { requirementProofs } from '../run/requirement-proofs';
import { startRunRecord } from '../run/run-record';
import { loadSuite } from '../run/suite';
import { type TryScenarios, tryOnReference } from '../run/try-scenarios';
import { ExitCode } from '../verdict/exit-code';
import { faultLine, printGaps, printOutcome, printProofs } from './print-fault-matrix';
import { reportRun } from './report-run';
import { printSummary } from './run-summary';
import { type SelftestGround, selftestVariants } from './selftest-variants';
import type { Terminal } from './terminal';
import { writeFaults } from './write-faults';

export interface SelftestOptions {
  readonly seed: number;
  /** Tries every scenario on every fault instead of those that the fault names. */
  readonly all: boolean;
  /** Writes what caught what into the kill table, which reports read. */
  readonly update: boolean;
  /** Where the report of the whole suite on the sound reference goes; there is none where absent. */
  readonly reportDir?: string;
  /** Only the faults. */
  readonly faultsOnly: boolean;
  /** Only the conformant variants, whose names are given in the place of faults. */
  readonly variantsOnly: boolean;
}

/**
 * `flowproof selftest`: does the suite catch every fault of the reference, is every scenario able to fail, and does each
 * pass on other conformant references? Named faults are tried without the last part.
 */
export async function selftestCommand(
  names: readonly string[],
  options: SelftestOptions,
  terminal: Terminal,
): Promise<number> {
  const suite = await loadSuite();
  const ground = { suite, reference: referenceTarget(suite), seed: options.seed };
  if (options.variantsOnly) return selftestVariants(names, ground, terminal);
  const matrix = await selftestFaults(names, options, ground, terminal);
  if (names.length > 0 || options.faultsOnly) return matrix;
  const variants = await selftestVariants([], ground, terminal);
  return matrix === ExitCode.conformant ? variants : matrix;
}

async function selftestFaults(
  names: readonly string[],
  options: SelftestOptions,
  ground: SelftestGround,
  terminal: Terminal,
): Promise<number> {
  const { suite, reference, seed } = ground;
  const startedAt = realTime.now();
  const faults = names.length === 0 ? FAULTS : names.map(chosenFault);
  const { applicable } = planRun(suite, reference, []);
  const scenarios = isPartial(names, options) ? scenariosThatCatch(faults, applicable) : applicable;
  const matrix = await runFaultMatrix({
    scenarios,
    faults,
    all: options.all,
    tryScenarios: reportingTheSound(options.reportDir, ground, terminal),
    onFault: (fault, caughtBy) => terminal.line(faultLine(fault, caughtBy, terminal)),
  });
  if (options.update)
    writeKillTable(new Map([...(names.length > 0 ? readKillTable() : []), ...namesOf(matrix)]));
  const proofs = requirementProofs(suite.rows, scenarios, matrix.killers);
  if (names.length === 0) writeFaults({ faults, matrix, proofs });
  printGaps(matrix, terminal);
  if (names.length === 0) printProofs(proofs, terminal);
  const elapsed = realTime.now() - startedAt;
  const size = { scenarios: firstOfEachOutline(scenarios).length, seed, elapsed };
  return printOutcome(matrix, size, terminal);
}

function namesOf({ killers }: FaultMatrix): KillTable {
  return new Map([...killers].map(([fault, caughtBy]) => [fault, caughtBy.map(({ name }) => name)]));
}

/** The run on the sound reference can be one that is reported, so that nobody needs to run the suite on it twice. */
function reportingTheSound(
  reportDir: string | undefined,
  { suite, reference, seed }: SelftestGround,
  terminal: Terminal,
): TryScenarios {
  const tryScenarios = tryOnReference(suite, reference, seed);
  if (reportDir === undefined) return tryScenarios;
  return async (scenarios, fault) => {
    if (fault !== undefined) return tryScenarios(scenarios, fault);
    startRunRecord(reportDir, { target: reference.name, seed, selectors: [] });
    const run = await reportRun({ target: reference, selectors: [], seed, suite }, reportDir);
    printSummary({ run, reportDir }, terminal);
    const asked = new Set(scenarios.map(({ location }) => location));
    return run.scenarios.filter(({ location }) => asked.has(location));
  };
}

/** Some faults say nothing of the scenarios that they do not name. */
function isPartial(names: readonly string[], { all }: SelftestOptions): boolean {
  return names.length > 0 && !all;
}

function chosenFault(name: string): Fault {
  const names = FAULTS.map((fault) => fault.name);
  if (names.includes(name)) return faultNamed(name);
  const advice = didYouMean(name, names) ?? 'flowproof selftest without arguments lists all faults';
  const problem = { where: name, path: '', message: 'no fault of the reference has this name', advice };
  throw new ConfigError('The fault is unknown', [problem]);
}
