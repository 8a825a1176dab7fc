import type { Nonces } from '../syncml/account';
import type { DeviceTask, FanOutRun } from './fan-out-run';
import type { GatewayConfig } from './gateway-config';
import type { GatewayNodes } from './gateway-nodes';
import type { GatewayPorts } from './gateway-ports';
import type { FanOutProcedures } from './procedures';

/** What every procedure of the gateway works with. It knows commands, never sessions, wires or other roles. */
export interface DmGateway {
  readonly config: GatewayConfig;
  readonly ports: GatewayPorts;
  readonly nodes: GatewayNodes;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: FanOutProcedures;
  /** Fan-outs whose results are kept, oldest first. */
  readonly runs: FanOutRun[];
  /** What devices are still to answer, by their identifier, oldest first. */
  readonly tasks: Map<string, DeviceTask[]>;
  /** When a device last said something that it could prove to have said, in milliseconds since the epoch. */
  readonly lastSigns: Map<string, number>;
  /** Of the accounts of devices, by their identifiers. */
  readonly nonces: Map<string, Nonces>;
}
