import { deployDM2Client } from '../../reference-impl/deploy-dm2-client';
import { deployDM2Server, isInspectionPath } from '../../reference-impl/deploy-dm2-server';
import { deployPush } from '../../reference-impl/deploy-push';
import { randomIds } from '../../reference-impl/runtime/random-ids';
import { realClock } from '../../reference-impl/runtime/real-clock';
import { realRandom } from '../../reference-impl/runtime/real-random';
import { ConfigError } from '../config/config-error';
import type { DM2ClientFile, DM2ServerFile, PushFile } from '../config/load-dm2-config';
import { dm2ClientConfig, dm2ServerConfig, knowsTestSecret, pushConfig } from './reference-dm2-configs';
import { type Listening, listed, type ServedRole, serveRole } from './serve-reference-role';

/** The reference server, client and push service of DM 2.0, with the real clock and unguessable identifiers. */
const RUNTIME = { clock: realClock, ids: randomIds, random: realRandom };

export interface DM2ServerListening extends Listening {
  /** Path of the inspection hook; off where absent. */
  readonly inspection?: string;
}

export async function serveDM2Server(
  listening: DM2ServerListening,
  file: DM2ServerFile,
): Promise<ServedRole> {
  const { inspection } = listening;
  if (inspection !== undefined && !isInspectionPath(inspection)) throw notShownThere(inspection);
  const config = guarded(listening, dm2ServerConfig(file));
  return serveRole('dm-server', listening, (own, transmit) => {
    const address = file.address ?? own;
    const hook = inspection === undefined ? '' : `, sessions are shown at ${address}${inspection}`;
    const about =
      `server ${config.serverID}: devices connect at ${address}/dm, triggers go to ${address}/trigger${hook}; ` +
      `knows ${listed(config.devices.map(({ deviceID }) => deviceID))}`;
    const options = { config, address, runtime: RUNTIME, transmit };
    return { ...deployDM2Server({ ...options, ...(inspection !== undefined && { inspection }) }), about };
  });
}

export async function serveDM2Client(listening: Listening, file: DM2ClientFile): Promise<ServedRole> {
  const config = guarded(listening, dm2ClientConfig(file));
  return serveRole('dm-client', listening, (address, transmit) => {
    const about =
      `device ${config.deviceID}: notifications of ${listed(config.servers.map(({ serverID }) => serverID))} ` +
      `at ${address}/notifications, triggers at ${address}/trigger`;
    return { ...deployDM2Client({ config, runtime: RUNTIME, transmit }), about };
  });
}

export async function servePush(listening: Listening, file: PushFile): Promise<ServedRole> {
  const config = pushConfig(file);
  if (!listening.isLoopback && config.accounts.length === 0)
    throw notServedThere(listening, 'whoever reaches it could have notifications sent', 'give accounts');
  return serveRole('push', listening, (address, transmit) => {
    const users = config.accounts.map(({ user }) => user);
    const about =
      `push service: requests of ${users.length === 0 ? 'anybody' : listed(users)} at ${address}/push; ` +
      `delivers and reports to ${listed(config.allowedHosts)}`;
    return { ...deployPush({ config, runtime: RUNTIME, transmit }), about };
  });
}

function guarded<Config extends object>(listening: Listening, config: Config): Config {
  if (listening.isLoopback || !knowsTestSecret(config)) return config;
  const message = 'secrets that everybody knows would open it to whoever reaches it';
  throw notServedThere(listening, message, `give each password and each secret as \${NAME}`);
}

function notServedThere({ host }: Listening, message: string, advice: string): ConfigError {
  const problem = { where: `--host ${host}`, path: '', message, advice: `${advice} in --config` };
  return new ConfigError('The reference cannot be served there', [problem]);
}

function notShownThere(path: string): ConfigError {
  const message = `sessions cannot be shown at ${JSON.stringify(path)}`;
  const problem = { where: '--inspect', path: '', message, advice: 'choose a path such as /inspection' };
  return new ConfigError('The reference cannot be served so', [problem]);
}
