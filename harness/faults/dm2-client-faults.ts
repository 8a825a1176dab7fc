import type { DM2ClientProcedures } from '../../reference-impl/dm2-client/dm2-client-procedures';
import type { Fault } from './fault';

/** Another way to be a client of DM 2.0. */
export interface DM2ClientDeviation extends Pick<Fault, 'name' | 'description' | 'catches'> {
  /** Entries that stand in place of those of the client. Called once per deployment; what it remembers belongs to it. */
  client(own: DM2ClientProcedures): Partial<DM2ClientProcedures>;
}

export function dm2ClientFaults(deviations: readonly DM2ClientDeviation[]): readonly Fault[] {
  return deviations.map(({ client, ...fault }) => ({
    ...fault,
    applyToDM2Client: (procedures) => ({ ...procedures, ...client(procedures) }),
  }));
}
