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

void main();
