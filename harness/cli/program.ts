import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ConfigError } from '../config/config-error';
import { packageVersion } from '../config/package-root';
import { ExitCode } from '../verdict/exit-code';
import { checkCommand } from './check-command';
import { explainCommand } from './explain-command';
import { initCommand } from './init-command';
import { DEFAULT_RUNS, lawsCommand, MOST_RUNS } from './laws-command';
import { listCommand } from './list-command';
import { mergeCommand } from './merge-command';
import { newScenarioCommand } from './new-scenario-command';
import { type RunCommandOptions, runCommand } from './run-command';
import { selftestCommand } from './selftest-command';
import { serveCommand } from './serve-command';
import type { Terminal } from './terminal';
import { verifyCommand } from './verify-command';

/** Runs a command line and answers its exit code. */
export type Program = (argv: readonly string[]) => Promise<number>;

/** The commands and their options. Only this file knows commander; a command itself knows nothing of argv. */
export function buildProgram(terminal: Terminal): Program {
  let exitCode: number = ExitCode.conformant;
  const settle = async (code: Promise<number>): Promise<void> => {
    exitCode = await code;
  };
  const program = new Command('flowproof')
    .description('Proves, message by message, that an implementation follows the documented flows.')
    .version(packageVersion)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeErr: (text) => terminal.complain(text.trimEnd()) });
  addRunning(program, terminal, settle);
  addReading(program, terminal, settle);
  addAuthoring(program, terminal, settle);
  return async (argv) => {
    try {
      await program.parseAsync([...argv]);
      return exitCode;
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      return error.exitCode === 0 ? ExitCode.conformant : ExitCode.configuration;
    }
  };
}

type Settle = (code: Promise<number>) => Promise<void>;

type RunOptions = RunCommandOptions & {
  readonly properties: boolean;
  readonly runs?: number;
  readonly path?: string;
};

const SELECTORS = 'requirement identifiers, tags, document keys, files or file:line; none for everything';
const TARGET = 'target description; the built-in reference where absent';

function addRunning(program: Command, terminal: Terminal, settle: Settle): void {
  program
    .command('run')
    .description('run the suite against a target and write the reports')
    .argument('[selectors...]', SELECTORS)
    .option('-t, --target <file>', TARGET)
    .option('-s, --seed <number>', 'seed of everything random', wholeNumber, 1)
    .option('-r, --report-dir <folder>', 'where the reports go', 'reports/latest')
    .option('--known-failures <file>', 'failures that are known; makes the run not certifiable')
    .option('--failed', 'only what did not pass in the run that the report folder holds', false)
    .option('--resume', 'finish the run that the report folder holds the beginning of', false)
    .option(
      '--properties',
      'laws in stories made up by chance instead of scenarios; selectors name laws',
      false,
    )
    .option(
      '--runs <number>',
      `with --properties: stories of each law (default: ${DEFAULT_RUNS})`,
      storyCount,
    )
    .option('--path <path>', 'with --properties and one law: the story to play again')
    .action((selectors, options: RunOptions) =>
      settle(
        options.properties
          ? lawsCommand(selectors, options, terminal)
          : runCommand(selectors, withoutLaws(options), terminal),
      ),
    );
  program
    .command('check')
    .description('preflight only: target file, ICS, reachability, access, clock')
    .argument('[selectors...]', SELECTORS)
    .option('-t, --target <file>', TARGET)
    .action((selectors, options) => settle(checkCommand(selectors, options, terminal)));
  program
    .command('selftest')
    .description(
      'run the suite against faulty references, which it has to catch, and other conformant ones, which have to pass',
    )
    .argument(
      '[faults...]',
      'names of faults, or of variants with --variants-only; all of them where none is given',
    )
    .option('-s, --seed <number>', 'seed of everything random', wholeNumber, 1)
    .option('--all', 'every scenario on every fault, not only those that the fault names', false)
    .option('-r, --report-dir <folder>', 'also writes the report of the suite on the sound reference')
    .option('--faults-only', 'only the faulty references', false)
    .option('--variants-only', 'only the conformant variants', false)
    .option('--update', 'write what caught what into the kill table, which reports read', false)
    .action((faults, options) => settle(selftestCommand(faults, options, terminal)));
  program
    .command('serve')
    .description('the reference as a real server, to develop against')
    .argument('<role>', 'cse, ae, dm-server, dm-gateway, dm-client or push')
    .option('-p, --port <number>', 'port; 0 for any free one', wholeNumber, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('-c, --config <file>', 'every role but ae: YAML with values of the configuration')
    .option('--dm <version>', 'roles dm-server and dm-client: 1.2 or 2.0', '1.2')
    .option('--inspect <path>', 'role dm-server of DM 2.0: where its sessions are shown; nowhere if absent')
    .option('--tls-key <file>', 'roles of DM 2.0: private key in PEM, for TLS')
    .option('--tls-cert <file>', 'roles of DM 2.0: certificate in PEM, followed by those above it')
    .option('--store <file>', 'role cse: file that keeps its resources over restarts; in memory where absent')
    .option(
      '--cse <address>',
      'role ae: point of access of its CSE; the one that a trigger names where absent',
    )
    .action((role, options) => settle(serveCommand(role, options, terminal)));
}

function addReading(program: Command, terminal: Terminal, settle: Settle): void {
  program
    .command('list')
    .description('what there is to run')
    .argument('[selectors...]', SELECTORS)
    .option('--json', 'as JSON', false)
    .option('--ics', 'the ICS items a target declares', false)
    .option('--requirements', 'the requirements', false)
    .action((selectors, options) => settle(listCommand(selectors, options, terminal)));
  program
    .command('explain')
    .description('one requirement: where it stands and what tests it')
    .argument('<id>', 'requirement identifier, such as SOM-FAN-012')
    .action((id) => settle(explainCommand(id, terminal)));
  program
    .command('verify')
    .description('check the hashes and the signature of a report folder, without the target')
    .argument('<bundle>', 'report folder')
    .option('--fingerprint <text>', 'fingerprint of the signer, known from elsewhere')
    .action((bundle, options) => settle(verifyCommand(bundle, options, terminal)));
  program
    .command('merge')
    .description('make one report of several')
    .argument('<runs...>', 'report folders')
    .option('-r, --report-dir <folder>', 'where the merged report goes', 'reports/merged')
    .action((runs, options) => settle(mergeCommand(runs, options, terminal)));
}

function addAuthoring(program: Command, terminal: Terminal, settle: Settle): void {
  program
    .command('init')
    .description('probe a target and write its description')
    .requiredOption(
      '-u, --url <address>',
      'point of access of the CSE, or root of the server, gateway or device',
    )
    .option('--role <role>', 'dm-server, dm-gateway or dm-client; a CSE where absent')
    .option('-o, --output <file>', 'file to write', 'target.yaml')
    .option('--originator <id>', 'originator that may create resources', 'CAdmin')
    .option('--resource-name <name>', 'resource name of the CSEBase, where it cannot be found out')
    .option('--force', 'overwrite the file', false)
    .action((options) => settle(initCommand(options, terminal)));
  program
    .command('new')
    .description('start something new')
    .command('scenario')
    .description('write the stub of a scenario for a requirement')
    .argument('<requirement>', 'requirement identifier, such as SOM-FAN-012')
    .requiredOption('-f, --feature <name>', 'feature file, new or existing, without folder and ending')
    .option('-n, --name <text>', 'what the scenario says; the requirement where absent')
    .action((requirement, options) => settle(newScenarioCommand(requirement, options, terminal)));
}

/** What only laws know is no option of scenarios. */
function withoutLaws(options: RunOptions): RunCommandOptions {
  const stray = options.runs === undefined ? options.path : options.runs;
  if (stray === undefined) return options;
  const where = options.runs === undefined ? '--path' : '--runs';
  const message = 'is for laws only';
  const advice = 'add --properties, or leave it out';
  throw new ConfigError('An option has no meaning here', [{ where, path: '', message, advice }]);
}

function storyCount(text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_RUNS) return count;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST_RUNS}`);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number from 0 to 999999999');
  return Number(text);
}
