import type { GatewayProcedures } from '../../reference-impl/dm-gateway/procedures';
import type { Fault } from './fault';

/** Of the side of a session that manages. */
export type SessionProcedures = GatewayProcedures['asServer'];

/** A deviation of whoever manages a client: what the server is to its gateway, the gateway is to its devices. */
export interface ManagerDeviation extends Pick<Fault, 'name' | 'description'> {
  /** Scenarios of both; of an outline the rows of either. */
  readonly catches: readonly string[];
  /** Those that the server alone is in. */
  readonly ofServer?: readonly string[];
  /** Entries that stand in place of those of sessions and authentication. */
  deviate(own: SessionProcedures): Partial<SessionProcedures>;
}

/** The faults of the server, and behind each that of the gateway where scenarios of the gateway would fail. */
export function managerFaults(deviations: readonly ManagerDeviation[]): readonly Fault[] {
  return deviations.flatMap((deviation) =>
    deviation.catches.length === 0
      ? [serverFault(deviation)]
      : [serverFault(deviation), gatewayFault(deviation)],
  );
}

function serverFault({ name, description, catches, ofServer = [], deviate }: ManagerDeviation): Fault {
  return {
    name,
    description,
    catches: [...catches, ...ofServer],
    applyToManagementServer: (own) => ({ ...own, sessions: { ...own.sessions, ...deviate(own.sessions) } }),
  };
}

function gatewayFault({ name, description, catches, deviate }: ManagerDeviation): Fault {
  return {
    name: `${name}-at-gateway`,
    description: `As the server of its devices: ${description}`,
    catches,
    applyToGateway: (own) => ({ ...own, asServer: { ...own.asServer, ...deviate(own.asServer) } }),
  };
}
