import { nodeAt } from '../management-tree/build-tree';
import { itemOfNode } from '../management-tree/get-node';
import { uriOf } from '../management-tree/node';
import { createCommandPerformer } from '../management-tree/performer';
import type { ManagementTree } from '../management-tree/tree';
import type { Ids } from '../runtime/ids';
import { clientParty } from '../syncml/client-party';
import type { ClientPorts } from '../syncml/client-session-state';
import { type ClientSide, tellAlert } from '../syncml/client-side';
import { wakeUp } from '../syncml/client-wake-up';
import type { OutgoingMessage, ReceivedMessage, ReceivedNotification } from '../syncml/envelope';
import type { ServerSessionProcedures } from '../syncml/server-session-procedures';
import type { ServerPorts } from '../syncml/server-session-state';
import { ServerSessions } from '../syncml/server-sessions';
import { noncesOf } from './ask-device';
import { createGateway } from './create-gateway';
import { DeviceWork } from './device-work';
import type { DmGateway } from './dm-gateway';
import type { GatewayConfig } from './gateway-config';
import { nodesOf } from './gateway-nodes';
import type { GatewayPorts } from './gateway-ports';
import { gatewayTree } from './gateway-tree';
import type { GatewayProcedures } from './procedures';

/** The gateway towards both sides, as messages reach it. It knows values, and neither octets nor addresses of its own. */
export interface GatewayRole {
  /** For inspection. */
  readonly gateway: DmGateway;
  readonly tree: ManagementTree;
  /** A message of a device; no answer where there is no room. */
  receive(received: ReceivedMessage, token?: string): Promise<OutgoingMessage | undefined>;
  /** Package 0 of a server. */
  notified(received: ReceivedNotification): void;
}

export interface GatewayRoleParts {
  readonly config: GatewayConfig;
  readonly procedures: GatewayProcedures;
  readonly ports: GatewayRolePorts;
}

export interface GatewayRolePorts extends Omit<GatewayPorts, 'report'> {
  readonly ids: Ids;
  readonly transmit: ClientPorts['transmit'];
  /** Octets of a message on its way to a server, and to a device. */
  readonly sizeAsDevice: ClientPorts['sizeOf'];
  readonly sizeAsServer: ServerPorts['sizeOf'];
}

export function createGatewayRole({ config, procedures, ports }: GatewayRoleParts): GatewayRole {
  const { clock } = ports;
  const tree = gatewayTree(config, {
    clock,
    onStart: ({ by, correlator }) =>
      procedures.fanOut.startFanOut(gateway, {
        orderedBy: by,
        ...(correlator !== undefined && { correlator }),
      }),
  });
  const side = clientSide(tree, { config, procedures, ports });
  const gateway = createGateway({
    config,
    procedures: procedures.fanOut,
    nodes: nodesOf(tree),
    ports: {
      ...ports,
      report: async (serverID, alert) => {
        const party = side.parties.get(serverID);
        return party === undefined ? undefined : tellAlert(side, party, alert);
      },
    },
  });
  const sessions = deviceSessions(gateway, { config, procedures, ports });
  return {
    gateway,
    tree,
    receive: (received, token) => sessions.receive(received, token),
    notified: (received) => void wakeUp(side, received),
  };
}

function clientSide(tree: ManagementTree, { config, procedures, ports }: GatewayRoleParts): ClientSide {
  const { clock, random, transmit, sizeAsDevice } = ports;
  return {
    parties: new Map(config.servers.map((account) => [account.serverID, clientParty(account)])),
    deviceInformation: () => {
      const nodes = nodeAt(tree, './DevInfo')?.children.values() ?? [];
      return [...nodes].map((node) => itemOfNode(node, uriOf(node)));
    },
    performer: createCommandPerformer(tree, procedures.tree),
    limits: config.limits.asDevice,
    ports: { clock, transmit, sizeOf: sizeAsDevice },
    random,
    procedures: procedures.asDevice,
  };
}

function deviceSessions(gateway: DmGateway, { config, procedures, ports }: GatewayRoleParts): ServerSessions {
  const { clock, ids, random, sizeAsServer } = ports;
  return new ServerSessions({
    serverID: config.deviceServerID,
    address: config.deviceServerAddress,
    limits: { ...config.limits.asServer, idleTime: config.limits.deviceTimeLimit },
    ports: { clock, ids, random, sizeOf: sizeAsServer },
    procedures: hearing(procedures.asServer),
    authenticationProcedures: procedures.asServer,
    accountOf(deviceID) {
      const device = gateway.procedures.deviceNamed(gateway, deviceID);
      return device && { account: device.account, nonces: noncesOf(gateway, deviceID) };
    },
    workFor: ({ deviceID, sessionID }) => new DeviceWork(gateway, { deviceID, sessionID }),
  });
}

/** What a device has said so far counts when its time is over, even if it had more to say. @see GFO step 6 */
function hearing(procedures: ServerSessionProcedures): ServerSessionProcedures {
  return {
    ...procedures,
    async takeCommands(session, message) {
      const statuses = await procedures.takeCommands(session, message);
      if (session.work instanceof DeviceWork) session.work.heard(session.asked);
      return statuses;
    },
  };
}
