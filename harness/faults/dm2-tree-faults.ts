import type { NodeValue, SerializedObject } from '../../protocol/model/dm2-object';
import type { CommandResult } from '../../protocol/model/dm2-package';
import { isRefusal, type Refusal } from '../../protocol/model/refusal';
import { commandStatus } from '../../protocol/tables/dm2/status-codes';
import {
  childrenOf,
  isInterior,
  valueAt,
  withoutValueAt,
  withValueAt,
} from '../../reference-impl/dm2-client/tree/node-value';
import { rootOf, withRoot } from '../../reference-impl/dm2-client/tree/object-tree';
import { dm2ClientFaults } from './dm2-client-faults';
import type { Fault } from './fault';
import { withStatus } from './with-status';

const PERMANENT_STAYS = 'The permanent <address> stays';
const PERMANENT_405 = 'DELETE of the permanent <address> is not allowed';

/** Deviations of a DM 2.0 client in what it deletes, and what it tells by GET. @see dm2.md 5.5 */
export const DM2_TREE_FAULTS: readonly Fault[] = dm2ClientFaults([
  {
    name: 'delete-keeps-children',
    description: 'Moves what is below a deleted node to the node above it.',
    catches: ['DELETE removes a node with everything below it'],
    client: (own) => ({
      removeNode(store, tree, place) {
        const outcome = own.removeNode(store, tree, place);
        if (isRefusal(outcome) || place.path.length === 0) return outcome;
        const children = childrenOf(valueAt(rootOf(tree, place), place.path));
        const above = place.path.slice(0, -1);
        const root = rootOf(outcome, place) ?? {};
        const siblings = childrenOf(valueAt(root, above));
        return withRoot(
          outcome,
          place,
          withValueAt(root, above, Object.fromEntries([...siblings, ...children])),
        );
      },
    }),
  },
  {
    name: 'delete-keeps-root',
    description: 'Empties an instance that is deleted, and keeps its root.',
    catches: ['DELETE of the root removes the instance'],
    client: (own) => ({
      removeNode(store, tree, place) {
        const outcome = own.removeNode(store, tree, place);
        const isRoot = place.path.length === 0 && !isRefusal(outcome);
        return isRoot ? withRoot(tree, place, {}) : outcome;
      },
    }),
  },
  {
    name: 'delete-removes-all-instances',
    description: 'Deletes all instances of an object with one of them.',
    catches: ['DELETE of the root removes the instance'],
    client: (own) => ({
      removeNode(store, tree, place) {
        const outcome = own.removeNode(store, tree, place);
        const isRoot = place.path.length === 0 && !isRefusal(outcome);
        return isRoot ? new Map(tree).set(place.moid, new Map()) : outcome;
      },
    }),
  },
  {
    name: 'permanent-deleted',
    description: 'Deletes permanent nodes.',
    catches: [PERMANENT_STAYS, PERMANENT_405],
    client: (own) => ({
      removeNode(store, tree, place) {
        if (!isRefusal(own.removeNode(store, tree, place))) return own.removeNode(store, tree, place);
        const isRoot = place.path.length === 0;
        return withRoot(
          tree,
          place,
          isRoot ? undefined : withoutValueAt(rootOf(tree, place) ?? {}, place.path),
        );
      },
    }),
  },
  {
    name: 'permanent-forbidden',
    description: 'Says that permanent nodes are not for this server.',
    catches: [PERMANENT_405],
    client: (own) => ({
      removeNode: (...where) => withStatus(own.removeNode(...where), commandStatus('FORBIDDEN')),
    }),
  },
  {
    name: 'delete-of-nothing-is-done',
    description: 'Says that a node is deleted that was not there.',
    catches: ['DELETE of <address> finds nothing', 'The address <address> names nothing'],
    client: (own) => ({
      deleteNodes: (mandate, clientURI) =>
        whereNothingIs(own.deleteNodes(mandate, clientURI), { status: commandStatus('OK') }),
    }),
  },
  {
    name: 'get-without-data',
    description: 'Reports that a GET is done, and no data.',
    catches: [
      'GET brings the value of a leaf',
      'GET brings a sub-tree',
      'GET with a wildcard brings one object for each place',
    ],
    client: (own) => ({
      reportNodes(performance, clientURI) {
        const outcome = own.reportNodes(performance, clientURI);
        return isRefusal(outcome) ? outcome : { status: outcome.status };
      },
    }),
  },
  {
    name: 'get-one-level',
    description: 'Leaves out what is below the children of a node.',
    catches: ['GET brings a sub-tree'],
    client: (own) => ({
      reportNodes(performance, clientURI) {
        const outcome = own.reportNodes(performance, clientURI);
        if (isRefusal(outcome) || outcome.data === undefined) return outcome;
        return { ...outcome, data: outcome.data.map(ofOneLevel) };
      },
    }),
  },
  {
    name: 'get-of-nothing-is-empty',
    description: 'Reports an empty list where there is nothing.',
    catches: ['GET of nothing finds nothing'],
    client: (own) => ({
      reportNodes: (performance, clientURI) =>
        whereNothingIs(own.reportNodes(performance, clientURI), { status: commandStatus('OK'), data: [] }),
    }),
  },
]);

function whereNothingIs(outcome: CommandResult | Refusal, otherwise: CommandResult): CommandResult | Refusal {
  return isRefusal(outcome) && outcome.status === commandStatus('NOT_FOUND') ? otherwise : outcome;
}

function ofOneLevel(object: SerializedObject): SerializedObject {
  const children = childrenOf(object.value).map(([name, child]) => [name, withoutChildren(child)]);
  return isInterior(object.value) ? { ...object, value: Object.fromEntries(children) } : object;
}

function withoutChildren(value: NodeValue): NodeValue {
  return isInterior(value) ? {} : value;
}
