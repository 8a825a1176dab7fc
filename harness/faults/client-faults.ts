import type { TreeProcedures } from '../../reference-impl/management-tree/procedures';
import type { ClientSideProcedures } from '../../reference-impl/syncml/client-side';
import type { Fault } from './fault';

/** A deviation of a client of DM: what the device is to its gateway, the gateway is to its server. */
export interface ClientDeviation {
  readonly name: string;
  readonly description: string;
  /** Scenarios of the device that fail. */
  readonly catches: readonly string[];
  /** Where the gateway deviates likewise, in a fault of its own: those of the gateway. */
  readonly atGateway?: readonly string[];
  /** Entries that stand in place of those of the tree. */
  tree?(own: TreeProcedures): Partial<TreeProcedures>;
  /** Entries that stand in place of those of sessions, authentication and package 0. */
  session?(own: ClientSideProcedures): Partial<ClientSideProcedures>;
}

/** The faults of the device, and beside them those of the gateway. */
export function clientFaults(deviations: readonly ClientDeviation[]): readonly Fault[] {
  return deviations.flatMap((deviation) => {
    const { atGateway } = deviation;
    return atGateway === undefined
      ? [deviceFault(deviation)]
      : [deviceFault(deviation), gatewayFault(deviation, atGateway)];
  });
}

function deviceFault(deviation: ClientDeviation): Fault {
  const { name, description, catches } = deviation;
  return {
    name,
    description,
    catches,
    applyToDevice: (procedures) => ({ ...procedures, ...deviating(procedures, deviation) }),
  };
}

/** Of the gateway as a client of its server. */
export function gatewayFault(deviation: ClientDeviation, catches: readonly string[]): Fault {
  const { name, description } = deviation;
  return {
    name: `${name}-at-gateway`,
    description: `As a client of its server: ${description}`,
    catches,
    applyToGateway: (procedures) => ({ ...procedures, ...deviating(procedures, deviation) }),
  };
}

interface ClientTables {
  readonly tree: TreeProcedures;
  readonly asDevice: ClientSideProcedures;
}

function deviating({ tree, asDevice }: ClientTables, deviation: ClientDeviation): ClientTables {
  return {
    tree: { ...tree, ...deviation.tree?.(tree) },
    asDevice: { ...asDevice, ...deviation.session?.(asDevice) },
  };
}
