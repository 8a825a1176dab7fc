import { APPLICATION_FAULTS } from './application-faults';
import type { Fault } from './fault';

/** Every fault of the reference, by the theme it belongs to. */
export const FAULTS: readonly Fault[] = [...APPLICATION_FAULTS];

const BY_NAME: ReadonlyMap<string, Fault> = new Map(FAULTS.map((fault) => [fault.name, fault]));

/** Throws where no fault has that name. */
export function faultNamed(name: string): Fault {
  const fault = BY_NAME.get(name);
  if (fault === undefined) throw new Error(`No fault is called "${name}"; flowproof selftest lists them.`);
  return fault;
}
