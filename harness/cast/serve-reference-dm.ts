import { deployDmClient } from '../../reference-impl/deploy-dm-client';
import { deployDmGateway } from '../../reference-impl/deploy-dm-gateway';
import { deployDmServer } from '../../reference-impl/deploy-dm-server';
import type { Transmit } from '../../reference-impl/http-outbound';
import { randomIds } from '../../reference-impl/runtime/random-ids';
import { realClock } from '../../reference-impl/runtime/real-clock';
import { realRandom } from '../../reference-impl/runtime/real-random';
import { ConfigError } from '../config/config-error';
import type { DmClientFile, DmGatewayFile, DmServerFile } from '../config/load-dm-config';
import { createHttpLink } from '../links/http';
import { lateListener } from '../links/late-listener';
import type { Endpoint } from '../links/link';
import { dmClientConfig, dmGatewayConfig, dmServerConfig, knowsTestPassword } from './reference-dm-configs';

/** A reference server, gateway or device as a program of its own, with the real clock and unguessable identifiers. */
export interface ServedDm {
  readonly address: string;
  /** Its identifiers, and who may connect: `com.flowproof.server, gateways urn:...`. */
  readonly about: string;
  close(): Promise<void>;
}

export interface Listening {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Nobody outside this machine reaches it. */
  readonly isLoopback: boolean;
}

const RUNTIME = { clock: realClock, ids: randomIds, random: realRandom };

export function serveDmServer(listening: Listening, file: DmServerFile): Promise<ServedDm> {
  return serve('dm-server', listening, (address, transmit) => {
    const config = guarded(listening, dmServerConfig(file, address));
    const { serverID, gateways } = config;
    const about =
      `server ${serverID}: gateways connect at ${address}/dm, triggers go to ${address}/trigger; ` +
      `knows ${listed(gateways.map(({ deviceID }) => deviceID))}`;
    return { ...deployDmServer({ config, runtime: RUNTIME, transmit }), about };
  });
}

export function serveDmGateway(listening: Listening, file: DmGatewayFile): Promise<ServedDm> {
  return serve('dm-gateway', listening, (address, transmit) => {
    const config = guarded(listening, dmGatewayConfig(file, address));
    const { deviceID, deviceServerID, servers, groups, configurationRoot } = config;
    const about =
      `gateway ${deviceID}: package 0 of ${listed(servers.map(({ serverID }) => serverID))} at ${address}/notification; ` +
      `devices connect to ${deviceServerID} at ${address}/dm; ` +
      `groups ${listed(groups.map(({ name }) => `${configurationRoot}/Groups/${name}`))}`;
    return { ...deployDmGateway({ config, runtime: RUNTIME, transmit }), about };
  });
}

export function serveDmClient(listening: Listening, file: DmClientFile): Promise<ServedDm> {
  return serve('dm-client', listening, (address, transmit) => {
    const config = guarded(listening, dmClientConfig(file));
    const { deviceID, servers } = config;
    const about =
      `device ${deviceID}: package 0 of ${listed(servers.map(({ serverID }) => serverID))} at ${address}/notification, ` +
      `triggers at ${address}/trigger`;
    return { ...deployDmClient({ config, runtime: RUNTIME, transmit }), about };
  });
}

interface Deployed {
  readonly endpoint: Endpoint;
  readonly about: string;
  close(): void;
}

/** The address is known only once somebody listens there. */
async function serve(
  name: string,
  { host, port }: Listening,
  deploy: (address: string, transmit: Transmit) => Deployed,
): Promise<ServedDm> {
  const link = createHttpLink({ host, ports: { [name]: port } });
  try {
    const own = await lateListener(link, name);
    const deployed = deploy(own.address, (request) => link.send(request));
    own.serve(deployed.endpoint);
    const close = (): Promise<void> => {
      deployed.close();
      return link.close();
    };
    return { address: own.address, about: deployed.about, close };
  } catch (error) {
    await link.close();
    throw error;
  }
}

function guarded<Config extends object>({ host, isLoopback }: Listening, config: Config): Config {
  if (isLoopback || !knowsTestPassword(config)) return config;
  const message = 'passwords that everybody knows would open it to whoever reaches it';
  const advice = `give every account client.password and server.password as \${NAME} in --config`;
  throw new ConfigError('The reference cannot be served there', [
    { where: `--host ${host}`, path: '', message, advice },
  ]);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nobody' : names.join(', ');
}
