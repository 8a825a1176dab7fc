import { ConfigError } from '../config/config-error';
import { packageVersion } from '../config/package-root';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

/** Says what ended a command, and answers its exit code. A stack trace is shown only where FLOWPROOF_DEBUG asks for it. */
export function reportFatal(error: unknown, terminal: Terminal): number {
  if (error instanceof ConfigError) {
    terminal.complain(terminal.paint.bad(error.message.split('\n', 1)[0] ?? ''));
    for (const line of error.message.split('\n').slice(1)) terminal.complain(line);
    return ExitCode.configuration;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  terminal.complain(terminal.paint.bad(message));
  terminal.complain(
    `This is a defect of flowproof ${packageVersion}, not of the target. Please report it with the command you typed.`,
  );
  if (process.env.FLOWPROOF_DEBUG !== undefined && error instanceof Error)
    terminal.complain(error.stack ?? '');
  else terminal.complain('FLOWPROOF_DEBUG=1 shows where it happened.');
  return ExitCode.harnessError;
}
