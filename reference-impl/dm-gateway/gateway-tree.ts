import { buildTree } from '../management-tree/build-tree';
import { deviceInformation } from '../management-tree/device-information';
import type { AccessType, Execution, NodeDescription } from '../management-tree/node-description';
import { nameBelowRoot, rightsOf } from '../management-tree/node-for-servers';
import type { ManagementTree } from '../management-tree/tree';
import { DEFAULT_TREE_LIMITS, type TreeLimits } from '../management-tree/tree-limits';
import type { Clock } from '../runtime/clock';
import type { ConfiguredDevice, ConfiguredGroup, GatewayConfig } from './gateway-config';

/**
 * The gateway as a device of its servers: who it is, the fan-out object, and the devices and groups behind it. What an
 * Exec on Start does is somebody else's. @see GFO steps 1 to 7, OMNA DM MO registry
 */
export interface GatewayTreeOptions {
  readonly clock: Clock;
  readonly onStart: (execution: Execution) => number;
}

export function gatewayTree(config: GatewayConfig, { clock, onStart }: GatewayTreeOptions): ManagementTree {
  const rights = rightsOf(config.servers.map(({ serverID }) => serverID));
  const nodes = {
    DevInfo: deviceInformation(config.deviceID, config.identity),
    [nameBelowRoot(config.fanOutRoot)]: { ...fanOutObject(onStart), ...rights },
    [nameBelowRoot(config.configurationRoot)]: { ...configurationObject(config), ...rights },
  };
  return buildTree({ nodes }, { clock, limits: LIMITS });
}

/** Room for thousands of devices, and for what they said. */
const LIMITS: TreeLimits = { ...DEFAULT_TREE_LIMITS, nodes: 500_000, totalSize: 512 * 1_024 * 1_024 };

const XML_TYPES = ['application/xml', 'text/xml', 'application/vnd.syncml.dm+xml'];
const OPERAND: NodeDescription = { permanent: true, access: ['Get', 'Replace'], otherTypes: XML_TYPES };

/** @see GFO steps 2, 3 and 6 */
function fanOutObject(onStart: GatewayTreeOptions['onStart']): NodeDescription {
  return {
    type: 'urn:oma:mo:oma-gwmo-fanout:1.0',
    permanent: true,
    nodes: {
      FanOut: {
        permanent: true,
        nodes: {
          ToBeFannedOut: { ...OPERAND, format: 'xml', otherFormats: ['chr'] },
          TargetGroupRef: { ...OPERAND, format: 'chr' },
          Start: { permanent: true, format: 'null', access: [], onExec: onStart },
        },
      },
      Results: { permanent: true, format: 'node' },
    },
  };
}

const CHANGEABLE: readonly AccessType[] = ['Delete', 'Get', 'Replace'];
const LEAF: NodeDescription = { format: 'chr', access: CHANGEABLE };
/** Whoever may write a secret need not read it. @see DM_StdObj 7.1.3.1 */
const SECRET: NodeDescription = { format: 'chr', access: ['Delete', 'Replace'] };

const DEVICE: NodeDescription = {
  format: 'node',
  access: CHANGEABLE,
  mayBeAdded: {
    DeviceID: LEAF,
    NotificationAddress: LEAF,
    AuthType: LEAF,
    ClientName: LEAF,
    ClientSecret: SECRET,
    ServerSecret: SECRET,
  },
};

const GROUP: NodeDescription = { format: 'node', access: CHANGEABLE, mayBeAdded: { '*': LEAF } };

/** @see GFO step 1 */
function configurationObject({ devices, groups }: GatewayConfig): NodeDescription {
  return {
    type: 'urn:oma:mo:oma-gwmo-config:1.1',
    permanent: true,
    nodes: {
      Devices: {
        permanent: true,
        mayBeAdded: { '*': DEVICE },
        nodes: Object.fromEntries(devices.map((device) => [device.name, deviceNode(device)])),
      },
      Groups: {
        permanent: true,
        mayBeAdded: { '*': GROUP },
        nodes: Object.fromEntries(groups.map((group) => [group.name, groupNode(group)])),
      },
    },
  };
}

function deviceNode(device: ConfiguredDevice): NodeDescription {
  return {
    ...DEVICE,
    nodes: {
      DeviceID: { ...LEAF, value: device.deviceID },
      NotificationAddress: { ...LEAF, value: device.notificationAddress },
      AuthType: { ...LEAF, value: device.authenticationType },
      ClientName: { ...LEAF, value: device.clientName },
      ClientSecret: { ...SECRET, value: device.clientSecret },
      ServerSecret: { ...SECRET, value: device.serverSecret },
    },
  };
}

function groupNode({ members }: ConfiguredGroup): NodeDescription {
  const nodes = members.map((value, index) => [`Member${index + 1}`, { ...LEAF, value }] as const);
  return { ...GROUP, nodes: Object.fromEntries(nodes) };
}

/** What the gateway adds for one Start. The server removes it when it has seen enough. @see GFO step 6 */
export const RESULTS_NODE: NodeDescription = { format: 'node', access: ['Delete', 'Get'] };

/** The pair of one device. @see GFO step 6 */
export function resultPair(deviceID: string, result: string): NodeDescription {
  return {
    ...RESULTS_NODE,
    nodes: {
      DeviceID: { format: 'chr', value: deviceID, access: ['Get'] },
      DeResult: { format: 'xml', type: 'application/xml', value: result, access: ['Get'] },
    },
  };
}
