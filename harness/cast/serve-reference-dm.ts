import { deployDmClient } from '../../reference-impl/deploy-dm-client';
import { deployDmGateway } from '../../reference-impl/deploy-dm-gateway';
import { deployDmServer } from '../../reference-impl/deploy-dm-server';
import { randomIds } from '../../reference-impl/runtime/random-ids';
import { realClock } from '../../reference-impl/runtime/real-clock';
import { realRandom } from '../../reference-impl/runtime/real-random';
import { ConfigError } from '../config/config-error';
import type { DmClientFile, DmGatewayFile, DmServerFile } from '../config/load-dm-config';
import { dmClientConfig, dmGatewayConfig, dmServerConfig, knowsTestPassword } from './reference-dm-configs';
import { type Listening, listed, type ServedRole, serveRole } from './serve-reference-role';

/** The reference server, gateway and device, with the real clock and unguessable identifiers. */
const RUNTIME = { clock: realClock, ids: randomIds, random: realRandom };

export function serveDmServer(listening: Listening, file: DmServerFile): Promise<ServedRole> {
  return serveRole('dm-server', listening, (address, transmit) => {
    const config = guarded(listening, dmServerConfig(file, address));
    const { serverID, gateways } = config;
    const about =
      `server ${serverID}: gateways connect at ${address}/dm, triggers go to ${address}/trigger; ` +
      `knows ${listed(gateways.map(({ deviceID }) => deviceID))}`;
    return { ...deployDmServer({ config, runtime: RUNTIME, transmit }), about };
  });
}

export function serveDmGateway(listening: Listening, file: DmGatewayFile): Promise<ServedRole> {
  return serveRole('dm-gateway', listening, (address, transmit) => {
    const config = guarded(listening, dmGatewayConfig(file, address));
    const { deviceID, deviceServerID, servers, groups, configurationRoot } = config;
    const about =
      `gateway ${deviceID}: package 0 of ${listed(servers.map(({ serverID }) => serverID))} at ${address}/notification; ` +
      `devices connect to ${deviceServerID} at ${address}/dm; ` +
      `groups ${listed(groups.map(({ name }) => `${configurationRoot}/Groups/${name}`))}`;
    return { ...deployDmGateway({ config, runtime: RUNTIME, transmit }), about };
  });
}

export function serveDmClient(listening: Listening, file: DmClientFile): Promise<ServedRole> {
  return serveRole('dm-client', listening, (address, transmit) => {
    const config = guarded(listening, dmClientConfig(file));
    const { deviceID, servers } = config;
    const about =
      `device ${deviceID}: package 0 of ${listed(servers.map(({ serverID }) => serverID))} at ${address}/notification, ` +
      `triggers at ${address}/trigger`;
    return { ...deployDmClient({ config, runtime: RUNTIME, transmit }), about };
  });
}

function guarded<Config extends object>({ host, isLoopback }: Listening, config: Config): Config {
  if (isLoopback || !knowsTestPassword(config)) return config;
  const message = 'passwords that everybody knows would open it to whoever reaches it';
  const advice = `give every account client.password and server.password as \${NAME} in --config`;
  throw new ConfigError('The reference cannot be served there', [
    { where: `--host ${host}`, path: '', message, advice },
  ]);
}
