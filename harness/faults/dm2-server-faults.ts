import type { DM2ServerProcedures } from '../../reference-impl/dm2-server/procedures';
import type { Fault } from './fault';

/** Another way to be a server of DM 2.0. */
export interface DM2ServerDeviation extends Pick<Fault, 'name' | 'description' | 'catches'> {
  /** Entries that stand in place of those of the server. Called once per deployment; what it remembers belongs to it. */
  server(own: DM2ServerProcedures): Partial<DM2ServerProcedures>;
}

export function dm2ServerFaults(deviations: readonly DM2ServerDeviation[]): readonly Fault[] {
  return deviations.map(({ server, ...fault }) => ({
    ...fault,
    applyToDM2Server: (procedures) => ({ ...procedures, ...server(procedures) }),
  }));
}
