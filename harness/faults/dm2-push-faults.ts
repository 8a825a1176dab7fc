import type { PushProcedures } from '../../reference-impl/push/procedures';
import type { Fault } from './fault';

/** Another way to be a push service. */
export interface PushDeviation extends Pick<Fault, 'name' | 'description' | 'catches'> {
  /** Entries that stand in place of those of the push service. Called once per deployment; what it remembers belongs to it. */
  push(own: PushProcedures): Partial<PushProcedures>;
}

export function pushFaults(deviations: readonly PushDeviation[]): readonly Fault[] {
  return deviations.map(({ push, ...fault }) => ({
    ...fault,
    applyToPush: (procedures) => ({ ...procedures, ...push(procedures) }),
  }));
}
