import type { Fault } from './fault';

/** Every fault of the reference, by the procedure it deviates in. */
export const FAULTS: readonly Fault[] = [];

export function faultNamed(name: string): Fault {
  const fault = FAULTS.find((candidate) => candidate.name === name);
  if (!fault) throw new Error(`no fault is called "${name}"; flowproof selftest lists them`);
  return fault;
}
