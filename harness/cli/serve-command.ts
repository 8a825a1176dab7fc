import { serveReference } from '../cast/serve-reference';
import { serveReferenceAe } from '../cast/serve-reference-ae';
import {
  type Listening,
  type ServedDm,
  serveDmClient,
  serveDmGateway,
  serveDmServer,
} from '../cast/serve-reference-dm';
import { ConfigError } from '../config/config-error';
import { loadCseConfig } from '../config/load-cse-config';
import { loadDmConfig } from '../config/load-dm-config';
import { LinkFailure } from '../links/link';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

export interface ServeCommandOptions {
  readonly host: string;
  readonly port: number;
  /** Every role but ae: a file with values of its configuration. */
  readonly config?: string;
  /** Role cse: a file that keeps its resources and what it has promised. */
  readonly store?: string;
  /** Role ae: point of access of the CSE that gets its requests. */
  readonly cse?: string;
}

/** A role of the reference that listens. */
interface Served {
  readonly address: string;
  /** What a person needs to know to use it. */
  readonly about: string;
  /** What a stranger could do who reaches it. */
  readonly risk: string;
  close(): Promise<void>;
}

const ROLES: { readonly [role: string]: (options: ServeCommandOptions) => Promise<Served> } = {
  cse: serveCse,
  ae: serveAe,
  'dm-server': (options) =>
    serveDm('dm-server', options, (listening) => serveDmServer(listening, dmFile('dm-server', options))),
  'dm-gateway': (options) =>
    serveDm('dm-gateway', options, (listening) => serveDmGateway(listening, dmFile('dm-gateway', options))),
  'dm-client': (options) =>
    serveDm('dm-client', options, (listening) => serveDmClient(listening, dmFile('dm-client', options))),
};

/** `flowproof serve <role>`: the reference until SIGINT or SIGTERM. Its first line says where it listens. */
export async function serveCommand(
  role: string,
  options: ServeCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const serve = Object.hasOwn(ROLES, role) ? ROLES[role] : undefined;
  if (serve === undefined) {
    const advice = `known: ${Object.keys(ROLES).join(', ')}`;
    const problem = { where: role, path: '', message: 'no such role can be served', advice };
    throw new ConfigError('There is nothing to serve', [problem]);
  }
  const { host, port } = options;
  const served = await serve(options).catch(explainListening(host, port));
  terminal.line(`listening on ${served.address}`);
  terminal.line(served.about);
  if (!isLoopback(host)) {
    terminal.complain(`${host} is reachable from outside this machine, and ${served.risk}`);
  }
  await untilSignalled();
  await served.close();
  return ExitCode.conformant;
}

async function serveCse({ host, port, config: file, store }: ServeCommandOptions): Promise<Served> {
  const config = file === undefined ? {} : loadCseConfig(file);
  const served = await serveReference({ host, port, config, ...(store !== undefined && { store }) });
  const { cseID, resourceName, adminOriginator } = served.config;
  return {
    address: served.address,
    about: `CSE-ID ${cseID}, CSEBase ${served.address}/${resourceName}, administrator ${adminOriginator}, ${keeping(store)}`,
    risk: `whoever sends From: ${adminOriginator} may do everything`,
    close: () => served.close(),
  };
}

function keeping(store: string | undefined): string {
  return store === undefined ? 'kept in memory' : `kept in ${store}`;
}

async function serveAe({ host, port, cse, store }: ServeCommandOptions): Promise<Served> {
  refuseStore('ae', store);
  const served = await serveReferenceAe({ host, port, ...(cse === undefined ? {} : { pointOfAccess: cse }) });
  return {
    address: served.address,
    about: `takes triggers at ${served.address}/trigger, sends requests to ${cse ?? 'the CSE that a trigger names'}`,
    risk: 'whoever sends a trigger has it send requests about groups',
    close: () => served.close(),
  };
}

function refuseStore(role: string, store: string | undefined): void {
  if (store === undefined) return;
  const advice = 'leave it out, or serve the role cse';
  const problem = { where: '--store', path: '', message: `the role ${role} keeps nothing`, advice };
  throw new ConfigError('There is nothing to store', [problem]);
}

type DmRole = 'dm-server' | 'dm-gateway' | 'dm-client';

function dmFile<Role extends DmRole>(role: Role, { config }: ServeCommandOptions) {
  return config === undefined ? {} : loadDmConfig(role, config, process.env);
}

async function serveDm(
  role: DmRole,
  { host, port, store }: ServeCommandOptions,
  serve: (listening: Listening) => Promise<ServedDm>,
): Promise<Served> {
  refuseStore(role, store);
  const served = await serve({ host, port, isLoopback: isLoopback(host) });
  const risk = `messages travel without encryption`;
  return { ...served, risk };
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
    throw new ConfigError('The reference cannot listen', [problem]);
  };
}
