import { commandStatus } from '../../protocol/tables/dm2/status-codes';
import type { LeafDescription, ManagedObject } from './tree/node-description';

/** What the reference client is there to manage: lamps, of which a server may add and delete some. @see dm2.md 11 */
const SECOND = 1_000;

function operation(duration: number): LeafDescription {
  return {
    kind: 'leaf',
    type: 'nothing',
    isPermanent: true,
    isReadOnly: true,
    operation: { duration, status: commandStatus('OK') },
  };
}

export const LAMPS: ManagedObject = {
  description: {
    moid: 'urn:flowproof:mo:lamp:1.0',
    name: 'Lamp',
    root: {
      kind: 'interior',
      nodes: {
        Name: { kind: 'leaf', type: 'text' },
        Level: { kind: 'leaf', type: 'whole-number' },
        Photo: { kind: 'leaf', type: 'octets' },
        Effects: { kind: 'interior', nodes: {}, others: { kind: 'free' } },
        Operations: {
          kind: 'interior',
          isPermanent: true,
          nodes: { Blink: operation(0), SelfTest: operation(10 * SECOND) },
        },
      },
    },
    hasPermanentInstances: false,
  },
  instances: {
    hall: { Name: 'Hall', Level: 40, Effects: {} },
    desk: { Name: 'Desk', Level: 0, Effects: {} },
  },
};
