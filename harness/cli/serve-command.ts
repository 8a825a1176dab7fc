import { serveReference } from '../cast/serve-reference';
import { serveReferenceAe } from '../cast/serve-reference-ae';
import { serveDmClient, serveDmGateway, serveDmServer } from '../cast/serve-reference-dm';
import { serveDM2Client, serveDM2Server, servePush } from '../cast/serve-reference-dm2';
import type { Listening, ServedRole } from '../cast/serve-reference-role';
import { ConfigError } from '../config/config-error';
import { loadCseConfig } from '../config/load-cse-config';
import { loadDmConfig } from '../config/load-dm-config';
import { loadDM2Config } from '../config/load-dm2-config';
import { loadTlsIdentity } from '../config/load-tls-identity';
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
  /** Roles dm-*: the version of DM that is spoken. */
  readonly dm?: string;
  /** Role dm-server of DM 2.0: path at which its sessions are shown. */
  readonly inspect?: string;
  /** Roles of DM 2.0: files with key and certificate, in PEM. */
  readonly tlsKey?: string;
  readonly tlsCert?: string;
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

type Roles = { readonly [role: string]: (options: ServeCommandOptions) => Promise<Served> };

const ROLES: Roles = {
  cse: serveCse,
  ae: serveAe,
  'dm-server': (options) =>
    serveDm('dm-server', options, (listening) => serveDmServer(listening, dmFile('dm-server', options))),
  'dm-gateway': (options) =>
    serveDm('dm-gateway', options, (listening) => serveDmGateway(listening, dmFile('dm-gateway', options))),
  'dm-client': (options) =>
    serveDm('dm-client', options, (listening) => serveDmClient(listening, dmFile('dm-client', options))),
  push: servePushService,
};

const DM2_ROLES: Roles = {
  'dm-server': (options) =>
    serveDM2('dm-server', options, (listening) => {
      const { inspect } = options;
      const file = dm2File('dm-server', options);
      return serveDM2Server({ ...listening, ...(inspect !== undefined && { inspection: inspect }) }, file);
    }),
  'dm-client': (options) =>
    serveDM2('dm-client', options, (listening) => serveDM2Client(listening, dm2File('dm-client', options))),
  push: servePushService,
};

/** `flowproof serve <role>`: the reference until SIGINT or SIGTERM. Its first line says where it listens. */
export async function serveCommand(
  role: string,
  options: ServeCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const roles = rolesFor(options);
  const serve = Object.hasOwn(roles, role) ? roles[role] : undefined;
  if (serve === undefined) {
    const advice = `known: ${Object.keys(roles).join(', ')}`;
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

async function serveCse(options: ServeCommandOptions): Promise<Served> {
  const { host, port, config: file, store } = options;
  refuseDM2Options(options);
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

async function serveAe(options: ServeCommandOptions): Promise<Served> {
  const { host, port, cse, store } = options;
  refuseStore('ae', store);
  refuseDM2Options(options);
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
  options: ServeCommandOptions,
  serve: (listening: Listening) => Promise<ServedRole>,
): Promise<Served> {
  const { host, port, store } = options;
  refuseStore(role, store);
  refuseDM2Options(options);
  const served = await serve({ host, port, isLoopback: isLoopback(host) });
  const risk = `messages travel without encryption`;
  return { ...served, risk };
}

function rolesFor({ dm = '1.2' }: ServeCommandOptions): Roles {
  if (dm === '1.2') return ROLES;
  if (dm === '2.0') return DM2_ROLES;
  const problem = {
    where: `--dm ${dm}`,
    path: '',
    message: 'no such version of DM',
    advice: 'known: 1.2, 2.0',
  };
  throw new ConfigError('There is nothing to serve', [problem]);
}

type DM2Role = 'dm-server' | 'dm-client' | 'push';

function dm2File<Role extends DM2Role>(role: Role, { config }: ServeCommandOptions) {
  return config === undefined ? {} : loadDM2Config(role, config, process.env);
}

function servePushService(options: ServeCommandOptions): Promise<Served> {
  return serveDM2('push', options, (listening) => servePush(listening, dm2File('push', options)));
}

async function serveDM2(
  role: DM2Role,
  options: ServeCommandOptions,
  serve: (listening: Listening) => Promise<ServedRole>,
): Promise<Served> {
  const { host, port, store } = options;
  refuseStore(role, store);
  if (role !== 'dm-server')
    refuseOption('--inspect', options.inspect, 'it is for the role dm-server of DM 2.0');
  const tls = loadTlsIdentity(options);
  const served = await serve({ host, port, isLoopback: isLoopback(host), ...(tls && { tls }) });
  return { ...served, risk: riskOf(role, tls !== undefined) };
}

function riskOf(role: DM2Role, isEncrypted: boolean): string {
  if (!isEncrypted) return 'messages travel without encryption: give --tls-key and --tls-cert';
  return role === 'push' ? 'it sends to every allowed host' : 'whoever sends a trigger is obeyed';
}

function refuseDM2Options({ inspect, tlsKey, tlsCert }: ServeCommandOptions): void {
  const advice = 'it is for the roles of DM 2.0: add --dm 2.0';
  refuseOption('--inspect', inspect, advice);
  refuseOption('--tls-key', tlsKey, advice);
  refuseOption('--tls-cert', tlsCert, advice);
}

function refuseOption(option: string, value: string | undefined, advice: string): void {
  if (value === undefined) return;
  const problem = { where: option, path: '', message: 'this role has no use for it', advice };
  throw new ConfigError('There is nothing to serve so', [problem]);
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
