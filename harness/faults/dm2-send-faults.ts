import { isRefusal } from '../../protocol/model/refusal';
import { OBJECTS_MEDIA_TYPE } from '../../protocol/tables/dm2/identifiers';
import type { ToldNode } from '../../reference-impl/dm2-client/tree/serialize';
import { cutOff } from './cut-off';
import { dm2ClientFaults } from './dm2-client-faults';
import type { Fault } from './fault';

const ONE_LIST = 'Several sub-trees travel as one list';
const ALL_OR_NONE = 'Where one address names nothing, nothing is sent';
const NAMES_NOTHING = 'One address that names nothing is not found';
const LEAF_AS_TEXT = 'Where the repository takes text only, a leaf travels as text, or nothing does';
const NO_SUB_TREE = 'Where the repository takes text only, a sub-tree is not sent';

/** Deviations of a DM 2.0 client in what it sends to repositories, and how. @see dm2.md 5.4 */
export const DM2_SEND_FAULTS: readonly Fault[] = dm2ClientFaults([
  {
    name: 'put-and-post-swapped',
    description: 'Posts for HPUT, and puts for HPOST.',
    catches: ['HPUT sends by PUT', 'HPOST sends by POST'],
    client: (own) => ({
      sendData: (performance, command) =>
        own.sendData(performance, { ...command, verb: command.verb === 'HPUT' ? 'HPOST' : 'HPUT' }),
    }),
  },
  {
    name: 'one-list-each',
    description: 'Sends the sub-trees one by one.',
    catches: [ONE_LIST],
    client: (own) => ({
      async sendData(performance, { clientURIs, ...command }) {
        for (const clientURI of clientURIs.slice(0, -1))
          await own.sendData(performance, { ...command, clientURIs: [clientURI] });
        return own.sendData(performance, { ...command, clientURIs: clientURIs.slice(-1) });
      },
    }),
  },
  {
    name: 'sends-backwards',
    description: 'Sends the sub-tree first that was named last.',
    catches: [ONE_LIST],
    client: (own) => ({
      sendData: (performance, command) =>
        own.sendData(performance, { ...command, clientURIs: command.clientURIs.toReversed() }),
    }),
  },
  {
    name: 'sends-addresses-unresolved',
    description: 'Sends sub-trees under the addresses that the server named.',
    catches: ['A wildcard gives one object for each place', 'An empty instance is the only one there is'],
    client: (own) => ({
      nodesToSend(performance, clientURIs) {
        const nodes: ToldNode[] = [];
        for (const clientURI of clientURIs) {
          const told = own.nodesToSend(performance, [clientURI]);
          if (isRefusal(told)) return told;
          nodes.push(...told.map(({ place, object }) => ({ place, object: { ...object, clientURI } })));
        }
        return nodes;
      },
    }),
  },
  {
    name: 'sends-what-there-is',
    description: 'Leaves out what names nothing, and sends the rest.',
    catches: [ALL_OR_NONE, NAMES_NOTHING],
    client: (own) => ({
      nodesToSend: (performance, clientURIs) =>
        clientURIs.flatMap((clientURI) => {
          const told = own.nodesToSend(performance, [clientURI]);
          return isRefusal(told) ? [] : told;
        }),
    }),
  },
  {
    name: 'cache-validator-ignored',
    description: 'Tells everything, whatever the server has already.',
    catches: ['What the repository has already is not sent', 'GET of what has not changed brings nothing'],
    client: () => ({ nodesToTell: (_mandate, { nodes }) => nodes }),
  },
  {
    name: 'cache-validator-never-changes',
    description: 'Tells nothing of which the server names a cache validator.',
    catches: ['GET of what has changed brings it'],
    client: (own) => ({
      nodesToTell: (mandate, named) =>
        named.address.cacheValidator === undefined ? own.nodesToTell(mandate, named) : [],
    }),
  },
  {
    name: 'object-data-whatever-is-accepted',
    description: 'Sends management object data to a repository that takes none.',
    catches: [NO_SUB_TREE],
    client: (own) => ({ contentOf: (store, nodes) => own.contentOf(store, nodes) }),
  },
  {
    name: 'text-only-fails',
    description: 'Fails where a repository takes no management object data.',
    catches: [LEAF_AS_TEXT, NO_SUB_TREE],
    client: (own) => ({
      contentOf(store, nodes, objectTypes) {
        if (objectTypes?.includes(OBJECTS_MEDIA_TYPE) === false) throw new Error('no data to send');
        return own.contentOf(store, nodes, objectTypes);
      },
    }),
  },
  {
    name: 'sends-cut-off',
    description: 'Sends no more than 64 KiB of a value.',
    catches: ['A large sub-tree goes whole'],
    client: (own) => ({
      contentOf: (store, nodes, objectTypes) =>
        own.contentOf(
          store,
          nodes.map(({ place, object }) => ({ place, object: { ...object, value: cutOff(object.value) } })),
          objectTypes,
        ),
    }),
  },
]);
