import type { ClientURI, NodeSelector } from '../../protocol/model/dm2-client-uri';
import { isRefusal, refuse } from '../../protocol/model/refusal';
import { commandStatus } from '../../protocol/tables/dm2/status-codes';
import type { DM2ClientProcedures } from '../../reference-impl/dm2-client/dm2-client-procedures';
import { clientURIOf, type FoundNode } from '../../reference-impl/dm2-client/tree/object-tree';
import { type DM2ClientDeviation, dm2ClientFaults } from './dm2-client-faults';
import type { Fault } from './fault';

const ONLY_INSTANCE = 'An empty instance is the only one there is';
const BOTH_HOLD = 'Two conditions of a letter have to hold together';
const TWO_PLACES = 'Two letters name two places';
const NO_ADDRESS = 'The address <address> is none';
const OUTSIDE = 'With <address> nothing outside of the tree is reached';
const NAMES_NOTHING = 'The address <address> names nothing';

/** Deviations of a DM 2.0 client in what an address names. @see dm2.md 6 */
export const DM2_ADDRESS_FAULTS: readonly Fault[] = dm2ClientFaults([
  {
    name: 'empty-instance-is-first',
    description: 'Takes the first of several instances where an address leaves it open.',
    catches: ['An empty instance is none where there are two'],
    client: (own) => ({
      findNodes(tree, address) {
        const [first] = tree.get(address.moid)?.keys() ?? [];
        if (address.instance.kind !== 'only' || first === undefined) return own.findNodes(tree, address);
        return own.findNodes(tree, { ...address, instance: { kind: 'named', name: first } });
      },
    }),
  },
  {
    name: 'empty-instance-unknown',
    description: 'Knows no address that leaves the instance open.',
    catches: [ONLY_INSTANCE],
    client: (own) => ({
      findNodes: (tree, address) => (address.instance.kind === 'only' ? [] : own.findNodes(tree, address)),
    }),
  },
  {
    name: 'root-needs-slash',
    description: 'Cannot read the address of a root without a slash at its end.',
    catches: ['A root is the same with its slash and without'],
    client: (own) => ({
      readClientURI: (mandate, text) =>
        /^[^/]+\/[^/]+$/u.test(text)
          ? refuse(commandStatus('BAD_REQUEST'), 'a root has a slash at its end', 'dm2.md 6.1')
          : own.readClientURI(mandate, text),
    }),
  },
  {
    name: 'wildcard-finds-first',
    description: 'Stops at the first node that a wildcard finds.',
    catches: [
      'A wildcard gives one object for each place',
      'GET with a wildcard brings one object for each place',
      'DELETE with a wildcard removes all places',
    ],
    client: (own) => ({ findNodes: (tree, address) => own.findNodes(tree, address).slice(0, 1) }),
  },
  {
    name: 'condition-ignored',
    description: 'Takes a letter for any node.',
    catches: ['DELETE of the effect that blinks', BOTH_HOLD, TWO_PLACES],
    client: (own) => ({
      findNodes: (tree, address) =>
        own.findNodes(
          tree,
          withSelectors(address, (selector) => (selector.kind === 'named' ? selector : { kind: 'any' })),
        ),
    }),
  },
  {
    name: 'conditions-by-or',
    description: 'Is content where one of several conditions holds.',
    catches: [BOTH_HOLD, TWO_PLACES],
    client: (own) => ({
      findNodes(tree, address) {
        const { conditions } = address;
        if (conditions.length < 2) return own.findNodes(tree, address);
        return distinct(conditions.flatMap((one) => own.findNodes(tree, { ...address, conditions: [one] })));
      },
    }),
  },
  {
    name: 'one-letter-for-all',
    description: 'Takes all letters for the same one.',
    catches: [TWO_PLACES],
    client: (own) => ({
      findNodes(tree, address) {
        const conditions = address.conditions.map((condition) => ({ ...condition, letter: 'x' }));
        const selected = withSelectors(address, (selector) =>
          selector.kind === 'placeholder' ? { ...selector, letter: 'x' } : selector,
        );
        return own.findNodes(tree, { ...selected, conditions });
      },
    }),
  },
  {
    name: 'names-not-decoded',
    description: 'Leaves the percent signs in names.',
    catches: ['A name that is percent-encoded is the name'],
    client: (own) => ({
      readClientURI: (mandate, text) => own.readClientURI(mandate, text.replaceAll('%', '%25')),
    }),
  },
  {
    name: 'dots-go-up',
    description: 'Lets two dots lead to the node above.',
    catches: [NO_ADDRESS],
    client: (own) => ({
      readClientURI: (mandate, text) =>
        own.readClientURI(mandate, text.replace(/(?:[^/]+\/)?(?:\.\.|%2E%2E)(?:\/|$)/giu, '')),
    }),
  },
  {
    name: 'bad-addresses-not-found',
    description: 'Finds nothing where an address cannot be read.',
    catches: [NO_ADDRESS, 'The query of <address> fits nothing'],
    client: readingAs('BAD_REQUEST', 'NOT_FOUND'),
  },
  {
    name: 'long-addresses-not-found',
    description: 'Finds nothing where an address is too long.',
    catches: ['An address with <what> is too long'],
    client: readingAs('URI_TOO_LONG', 'NOT_FOUND'),
  },
  {
    name: 'inherited-names-found',
    description: 'Finds below every node what every object of its language has.',
    catches: [OUTSIDE, NAMES_NOTHING],
    client: (own) => ({
      findNodes(tree, address) {
        const last = address.path.at(-1);
        if (last?.kind !== 'named' || !(last.name in {})) return own.findNodes(tree, address);
        const above = own.findNodes(tree, { ...address, path: address.path.slice(0, -1) });
        return above.map((node) => ({ ...node, path: [...node.path, last.name], value: {} }));
      },
    }),
  },
  {
    name: 'bad-server-address-out-of-reach',
    description: 'Does not reach what is no address in the network.',
    catches: ['The address <address> leads nowhere in the network'],
    client: (own) => ({
      readServerURI(mandate, text) {
        const read = own.readServerURI(mandate, text);
        const isBad = isRefusal(read) && read.status === commandStatus('BAD_REQUEST');
        return isBad ? { ...read, status: commandStatus('SERVICE_UNAVAILABLE') } : read;
      },
    }),
  },
]);

type StatusName = Parameters<typeof commandStatus>[0];

/** An address that is refused with one code is refused with another. */
function readingAs(due: StatusName, said: StatusName): DM2ClientDeviation['client'] {
  return (own: DM2ClientProcedures) => ({
    readClientURI(mandate, text) {
      const read = own.readClientURI(mandate, text);
      const isDue = isRefusal(read) && read.status === commandStatus(due);
      return isDue ? { ...read, status: commandStatus(said) } : read;
    },
  });
}

function withSelectors(address: ClientURI, change: (selector: NodeSelector) => NodeSelector): ClientURI {
  const { instance, path } = address;
  return {
    ...address,
    instance: instance.kind === 'only' ? instance : change(instance),
    path: path.map(change),
  };
}

function distinct(nodes: readonly FoundNode[]): readonly FoundNode[] {
  return [...new Map(nodes.map((node) => [clientURIOf(node), node])).values()];
}
