import type { OutgoingMessage, ReceivedMessage } from '../syncml/envelope';
import type { ServerPorts } from '../syncml/server-session-state';
import { ServerSessions } from '../syncml/server-sessions';
import type { FanOutRequest } from './fan-out-job';
import { GatewayWork } from './gateway-work';
import {
  createManagementServer,
  type ManagementServer,
  type ManagementServerPorts,
} from './management-server';
import type { ManagementServerConfig } from './management-server-config';
import type { ManagementServerProcedures } from './procedures';

/** The DM server as messages reach it. It knows values, and neither octets nor addresses of its own. */
export interface ManagementServerRole {
  /** For inspection. */
  readonly server: ManagementServer;
  /** A message of a gateway; no answer where there is no room. */
  receive(received: ReceivedMessage, token?: string): Promise<OutgoingMessage | undefined>;
  /** Somebody wants a fan-out; false where that cannot be. */
  request(request: FanOutRequest): boolean;
}

export interface ManagementServerParts {
  readonly config: ManagementServerConfig;
  readonly procedures: ManagementServerProcedures;
  readonly ports: ManagementServerPorts & ServerPorts;
}

export function createManagementServerRole(parts: ManagementServerParts): ManagementServerRole {
  const { config, procedures, ports } = parts;
  const server = createManagementServer({ config, ports, procedures: procedures.fanOut });
  const sessions = new ServerSessions({
    serverID: config.serverID,
    address: config.serverAddress,
    limits: config.limits.sessions,
    ports,
    procedures: procedures.sessions,
    authenticationProcedures: procedures.sessions,
    accountOf: (deviceID) => server.gateways.get(deviceID),
    workFor({ deviceID }) {
      const gateway = server.gateways.get(deviceID);
      if (gateway === undefined) throw new Error(`${deviceID} has no account: sessions ask for one first`);
      return new GatewayWork(server, gateway);
    },
  });
  return {
    server,
    receive: (received, token) => sessions.receive(received, token),
    request: (request) => procedures.fanOut.requestFanOut(server, request),
  };
}
