/**
 * The child resources of a group, and how many of each. Which types may stand under the others is in the `parents` of
 * resource-types.ts.
 * @see SOM table 7.4.13.1-4
 */
import type { ChildResourceRow } from './rows';

const CLAUSE = 'SOM table 7.4.13.1-4';

export const GROUP_CHILD_RESOURCES: readonly ChildResourceRow[] = [
  { name: 'subscription', multiplicity: '0..n', clause: CLAUSE },
  { name: 'semanticDescriptor', multiplicity: '0..n', clause: CLAUSE },
  { name: 'fanOutPoint', resourceName: 'fopt', multiplicity: '1', clause: CLAUSE },
  { name: 'semanticFanOutPoint', resourceName: 'sfop', multiplicity: '0..1', clause: CLAUSE },
  { name: 'transaction', multiplicity: '0..n', clause: CLAUSE },
];
