import { buildTree } from '../management-tree/build-tree';
import { deviceInformation } from '../management-tree/device-information';
import { ANY_NODE, type Execution, type NodeDescription } from '../management-tree/node-description';
import { nameBelowRoot, rightsOf } from '../management-tree/node-for-servers';
import type { ManagementTree } from '../management-tree/tree';
import { DEFAULT_TREE_LIMITS } from '../management-tree/tree-limits';
import type { Clock } from '../runtime/clock';
import { accountObject } from './account-object';
import type { DeviceConfig, DeviceOperation } from './device-config';

/**
 * The nodes of the device: who it is, its accounts, what it can carry out, and a place for its servers. What an Exec
 * does is somebody else's. @see DM_StdObj 7.1.3
 */
export interface DeviceTreeOptions {
  readonly clock: Clock;
  readonly onExec: (operation: DeviceOperation, execution: Execution) => number;
}

export function deviceTree(config: DeviceConfig, { clock, onExec }: DeviceTreeOptions): ManagementTree {
  const rights = rightsOf(config.servers.map(({ serverID }) => serverID));
  const nodes = {
    DevInfo: deviceInformation(config.deviceID, config.identity),
    DevDetail: deviceDetail(config),
    DMAcc: accountObject(config),
    Operations: { ...operations(config.operations, onExec), ...rights },
    [nameBelowRoot(config.testRoot)]: { ...TEST_ROOT, ...rights },
    ...config.nodes,
  };
  return buildTree({ nodes }, { clock });
}

const TEST_ROOT: NodeDescription = { format: 'node', permanent: true, mayBeAdded: { '*': ANY_NODE } };

function leaf(value: string, format = 'chr'): NodeDescription {
  return { value, format, permanent: true, access: ['Get'] };
}

/** @see DM_StdObj 7.1.3.3 */
function deviceDetail({ detail }: DeviceConfig): NodeDescription {
  const { depth, uriLength, segmentLength } = DEFAULT_TREE_LIMITS;
  return {
    type: 'urn:oma:mo:oma-dm-devdetail:1.0',
    permanent: true,
    nodes: {
      URI: {
        permanent: true,
        nodes: {
          MaxDepth: leaf(String(depth)),
          MaxTotLen: leaf(String(uriLength)),
          MaxSegLen: leaf(String(segmentLength)),
        },
      },
      DevTyp: leaf(detail.deviceType),
      OEM: leaf(detail.originalEquipmentManufacturer),
      FwV: leaf(detail.firmwareVersion),
      SwV: leaf(detail.softwareVersion),
      HwV: leaf(detail.hardwareVersion),
      LrgObj: leaf('true', 'bool'),
    },
  };
}

function operations(list: readonly DeviceOperation[], onExec: DeviceTreeOptions['onExec']): NodeDescription {
  const nodes = list.map((operation): [string, NodeDescription] => [
    operation.name,
    {
      format: 'null',
      permanent: true,
      access: [],
      onExec: (execution) => onExec(operation, execution),
    },
  ]);
  return { format: 'node', permanent: true, nodes: Object.fromEntries(nodes) };
}
