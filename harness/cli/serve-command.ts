import { serveReference } from '../cast/serve-reference';
import { ConfigError } from '../config/config-error';
import { loadCseConfig } from '../config/load-cse-config';
import { LinkFailure } from '../links/link';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

export interface ServeCommandOptions {
  readonly host: string;
  readonly port: number;
  readonly config?: string;
}

const ROLES = ['cse'];

/** `flowproof serve cse`: the reference until SIGINT or SIGTERM. Its first line says where it listens. */
export async function serveCommand(
  role: string,
  options: ServeCommandOptions,
  terminal: Terminal,
): Promise<number> {
  if (!ROLES.includes(role)) {
    const problem = {
      where: role,
      path: '',
      message: 'no such role can be served',
      advice: `known: ${ROLES.join(', ')}`,
    };
    throw new ConfigError('There is nothing to serve', [problem]);
  }
  const { host, port } = options;
  const config = options.config === undefined ? {} : loadCseConfig(options.config);
  const served = await serveReference({ host, port, config }).catch(explainListening(host, port));
  terminal.line(`listening on ${served.address}`);
  const { cseID, resourceName, adminOriginator } = served.config;
  terminal.line(
    `CSE-ID ${cseID}, CSEBase ${served.address}/${resourceName}, administrator ${adminOriginator}`,
  );
  if (!isLoopback(host)) {
    terminal.complain(
      `${host} is reachable from outside this machine, and whoever sends From: ${adminOriginator} may do everything`,
    );
  }
  await untilSignalled();
  await served.close();
  return ExitCode.conformant;
}

function untilSignalled(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function explainListening(host: string, port: number): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!(error instanceof LinkFailure) && code === '') throw error;
    const message = error instanceof Error ? error.message : String(error);
    const problem = {
      where: `${host}:${port}`,
      path: '',
      message,
      advice: 'choose another --port; 0 takes any free one',
    };
    throw new ConfigError('The CSE cannot listen', [problem]);
  };
}
