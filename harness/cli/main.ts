#!/usr/bin/env node
import { buildProgram } from './program';
import { reportFatal } from './report-fatal';
import { processTerminal } from './terminal';

/** The command line. Everything a command throws ends here, and only here the process gets its exit code. */
async function main(): Promise<void> {
  const terminal = processTerminal();
  try {
    process.exitCode = await buildProgram(terminal)(process.argv);
  } catch (error) {
    process.exitCode = reportFatal(error, terminal);
  }
}

/** A reader that has seen enough, such as `head`, is no failure. */
process.stdout.on('error', () => process.exit());

/** What escapes between two steps. While a step runs, cucumber listens too and makes it the failure of that step. */
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') === 1) process.exit(reportFatal(error, processTerminal()));
});

void main();
