import type { ClientURI } from '../../protocol/model/dm2-client-uri';
import { isRefusal, type Refusal, refuse } from '../../protocol/model/refusal';
import { OBJECTS_MEDIA_TYPE_READ } from '../../protocol/tables/dm2/identifiers';
import { commandStatus } from '../../protocol/tables/dm2/status-codes';
import type { FetchedContent } from '../../reference-impl/dm2-client/dm2-client-ports';
import { findNodes } from '../../reference-impl/dm2-client/tree/find-nodes';
import {
  childrenOf,
  isInterior,
  valueAt,
  withValueAt,
} from '../../reference-impl/dm2-client/tree/node-value';
import {
  type ObjectTree,
  type Place,
  rootOf,
  withRoot,
} from '../../reference-impl/dm2-client/tree/object-tree';
import type { Putting } from '../../reference-impl/dm2-client/tree/put-node';
import { cutOff } from './cut-off';
import { dm2ClientFaults } from './dm2-client-faults';
import type { Fault } from './fault';
import { withStatus } from './with-status';

const REPLACED = 'A leaf is replaced';
const ADDED = 'A sub-tree is added to a parent that is there';
const AS_TEXT = 'A leaf comes as text';
const AS_OCTETS = 'A leaf comes as octets';
const NEW_INSTANCE = 'A new instance gets its MIID from the client';
const NO_PARENT = 'Where there is no parent nothing is added';
const WILDCARD = 'A wildcard is no place';

/** Deviations of a DM 2.0 client in what it fetches, and where it puts it. @see dm2.md 5.3 */
export const DM2_FETCH_FAULTS: readonly Fault[] = [
  ...dm2ClientFaults([
    {
      name: 'fetch-stores-nothing',
      description: 'Fetches data for a place, and puts them nowhere.',
      catches: [REPLACED, ADDED, AS_TEXT],
      client: () => ({ storeAt: () => DONE }),
    },
    {
      name: 'fetch-replaces-only',
      description: 'Adds no node that is not there.',
      catches: [ADDED],
      client: (own) => ({
        placeOf(mandate, clientURI) {
          const place = own.placeOf(mandate, clientURI);
          const { tree } = mandate.client.store;
          const isThere = !isRefusal(place) && valueAt(rootOf(tree, place), place.path) !== undefined;
          return isThere || isRefusal(place) ? place : NOT_FOUND;
        },
      }),
    },
    {
      name: 'fetch-merges',
      description: 'Keeps the nodes that the data do not name.',
      catches: ['Nodes that are not in the data are gone'],
      client: (own) => ({
        putNode(store, tree, { place, name, value }) {
          const before = childrenOf(valueAt(rootOf(tree, place), place.path));
          const kept = isInterior(value) ? { ...Object.fromEntries(before), ...value } : value;
          return own.putNode(store, tree, { place, name, value: kept });
        },
      }),
    },
    {
      name: 'fetch-without-place-not-reported',
      description: 'Says of instances only where it put data that said themselves where they go.',
      catches: ['Without ClientURI the data say where they go'],
      client: (own) => ({
        storeObjects(mandate, content) {
          const outcome = own.storeObjects(mandate, content);
          if (isRefusal(outcome)) return outcome;
          return { ...outcome, clientURIs: outcome.clientURIs?.filter((uri) => uri.endsWith('/')) ?? [] };
        },
      }),
    },
    {
      name: 'fetch-makes-one-instance',
      description: 'Makes one instance that is not there, and no other.',
      catches: [NEW_INSTANCE],
      client(own) {
        let isMade = false;
        return {
          ownPlaceOf(mandate, tree, clientURI) {
            const place = own.ownPlaceOf(mandate, tree, clientURI);
            const isNew = !isRefusal(place) && rootOf(tree, place) === undefined;
            if (isNew && isMade) return NOT_FOUND;
            isMade ||= isNew;
            return place;
          },
        };
      },
    },
    {
      name: 'fetch-text-refused',
      description: 'Takes management object data only.',
      catches: [AS_TEXT, AS_OCTETS],
      client: (own) => ({
        dataFor: (store, place, content) =>
          own.dataFor(store, place, content.type === 'objects' ? content : { type: 'unknown' }),
      }),
    },
    {
      name: 'fetch-octets-as-text',
      description: 'Takes octets of any type for text.',
      catches: [AS_OCTETS],
      client: (own) => ({
        dataFor: (store, place, content) =>
          own.dataFor(store, place, content.type === 'octets' ? asText(content.octets) : content),
      }),
    },
    {
      name: 'fetch-cut-off',
      description: 'Keeps no more than 64 KiB of a value.',
      catches: ['A large sub-tree comes whole'],
      client: (own) => ({
        putNode: (store, tree, putting) =>
          own.putNode(store, tree, { ...putting, value: cutOff(putting.value) }),
      }),
    },
    {
      name: 'fetch-makes-parents',
      description: 'Makes the nodes that are missing above a place.',
      catches: [NO_PARENT],
      client: (own) => ({
        placeOf(mandate, clientURI) {
          const place = own.placeOf(mandate, clientURI);
          const address = own.readClientURI(mandate, clientURI);
          return isRefusal(address) || !isRefusal(place) ? place : (placeNamed(address) ?? place);
        },
        putNode(store, tree, putting) {
          const outcome = own.putNode(store, tree, putting);
          return isNotAllowed(outcome) ? written(tree, putting) : outcome;
        },
      }),
    },
    {
      name: 'parent-missing-not-allowed',
      description: 'Says that a node does not allow it where there is none.',
      catches: [NO_PARENT],
      client: (own) => ({
        placeOf: (mandate, clientURI) =>
          withStatus(own.placeOf(mandate, clientURI), commandStatus('METHOD_NOT_ALLOWED')),
      }),
    },
    {
      name: 'fetch-to-wildcard',
      description: 'Puts data at the first place that a wildcard finds.',
      catches: [WILDCARD],
      client: (own) => ({
        placeOf(mandate, clientURI) {
          const address = own.readClientURI(mandate, clientURI);
          if (isRefusal(address)) return address;
          return findNodes(mandate.client.store.tree, address)[0] ?? own.placeOf(mandate, clientURI);
        },
      }),
    },
    {
      name: 'read-only-written',
      description: 'Writes nodes that are not writable.',
      catches: ['A node that is not writable is not replaced'],
      client: (own) => ({
        putNode(store, tree, putting) {
          const outcome = own.putNode(store, tree, putting);
          return isNotAllowed(outcome) ? written(tree, putting) : outcome;
        },
      }),
    },
    {
      name: 'text-for-sub-trees',
      description: 'Takes text for a sub-tree as well, and finds then that it does not fit.',
      catches: ['Text is no sub-tree'],
      client: (own) => ({
        dataFor: (store, place, content) =>
          content.type === 'text'
            ? { name: place.path.at(-1) ?? '', value: content.text }
            : own.dataFor(store, place, content),
      }),
    },
    {
      name: 'first-object-only',
      description: 'Puts the first of several objects at the one place, and passes the others over.',
      catches: ['Two objects are too many for one place'],
      client: (own) => ({
        dataFor: (store, place, content) =>
          own.dataFor(
            store,
            place,
            content.type === 'objects' ? { ...content, objects: content.objects.slice(0, 1) } : content,
          ),
      }),
    },
  ]),
  {
    name: 'other-name-of-data-refused',
    description: 'Takes management object data under one of their two names only.',
    catches: ['Data under their other name are read'],
    wrapTransmit: (transmit) => async (message) => {
      const answer = await transmit(message);
      const isOther = answer.headers.get('Content-Type') === OBJECTS_MEDIA_TYPE_READ;
      return isOther ? new Response(null, { status: 415 }) : answer;
    },
  },
];

const DONE = { status: commandStatus('OK') };
const NOT_FOUND = refuse(commandStatus('NOT_FOUND'), 'nothing is added', 'dm2.md 5.3');

function isNotAllowed(outcome: ObjectTree | Refusal): boolean {
  return isRefusal(outcome) && outcome.status === commandStatus('METHOD_NOT_ALLOWED');
}

/** Whatever is or is not there, and whatever may be. */
function written(tree: ObjectTree, { place, value }: Pick<Putting, 'place' | 'value'>): ObjectTree {
  return withRoot(tree, place, withValueAt(rootOf(tree, place) ?? {}, place.path, value));
}

/** Of an address that names each step. */
function placeNamed({ moid, instance, path }: ClientURI): Place | undefined {
  const names = path.flatMap((selector) => (selector.kind === 'named' ? [selector.name] : []));
  if (instance.kind !== 'named' || names.length < path.length) return undefined;
  return { moid, miid: instance.name, path: names };
}

function asText(octets: Uint8Array): FetchedContent {
  return { type: 'text', text: Buffer.from(octets).toString('latin1') };
}
