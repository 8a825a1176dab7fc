import { isInterior, type TreeNode } from '../../reference-impl/management-tree/node';
import { done, isRefused, type Outcome, refused } from '../../reference-impl/management-tree/outcome';
import type { ItemRequest } from '../../reference-impl/management-tree/procedures';
import type { TreeAccess } from '../../reference-impl/management-tree/tree-access';
import { clientFaults, gatewayFault } from './client-faults';
import type { Fault } from './fault';

const ABSENT = refused('NOT_FOUND').code;

/** Deviations of Add, Replace, Delete, Get, Copy and Exec at a tree. @see DM_RepPro 4.1.6 */
export const TREE_COMMAND_FAULTS: readonly Fault[] = [
  ...clientFaults([
    {
      name: 'add-overwrites',
      description: 'Gives a node that is there already the value of an Add.',
      catches: ['Add of a node that is there leaves it as it was'],
      atGateway: ['A group that is there cannot be added again', 'The nodes are there and cannot be added'],
      tree: (own) => ({
        add(access, request) {
          const node = nodeOf(access, request);
          if (node === undefined) return own.add(access, request);
          const { format, type } = node;
          access.tree.setContent(node, { format, type, value: request.item.data ?? '' });
          return done();
        },
      }),
    },
    {
      name: 'add-makes-leaves-only',
      description: 'Makes a leaf of an interior node that is added below another one which was added.',
      catches: ['Add makes interior nodes and leaves'],
      tree: (own) => ({
        createNode(access, planned, contentOf) {
          const isBelowAdded = !planned.parent.description.permanent;
          return own.createNode(access, planned, (description) => {
            const content = contentOf(description);
            return isRefused(content) || !isBelowAdded ? content : { ...content, format: 'chr' };
          });
        },
      }),
    },
    {
      name: 'leaves-have-children',
      description: 'Makes an interior node of a leaf below which something is added.',
      catches: ['Nothing is added below a leaf'],
      tree: (own) => ({
        parentOf(access, path) {
          const parent = own.parentOf(access, path);
          if (!isRefused(parent)) access.tree.setContent(parent, { format: 'node', type: '', value: '' });
          return parent;
        },
      }),
    },
    {
      name: 'parents-without-child',
      description: 'Makes the parents that are missing, and then refuses to add the node.',
      catches: ['Parents that are missing are made, or nothing is'],
      tree: (own) => ({
        add(access, request) {
          const address = own.addressOf(access, request.item.target?.uri);
          if (isRefused(address) || access.tree.find(address.path.slice(0, -1)) !== undefined)
            return own.add(access, request);
          own.parentOf(access, address.path);
          return refused('COMMAND_NOT_ALLOWED');
        },
      }),
    },
    {
      name: 'device-says-and-does-not',
      description: 'Answers a Replace as if it was done, and does nothing.',
      catches: ['What the device says it did is done', 'Replace changes a value'],
      tree: (own) => ({
        replace: (access, request) =>
          access.tree.tentatively(
            () => own.replace(access, request),
            () => false,
          ),
      }),
    },
    {
      name: 'replace-creates',
      description: 'Adds what a Replace does not find.',
      catches: ['Replace makes no node'],
      atGateway: ['Replace makes no node at the gateway'],
      tree: (own) => ({
        replace(access, request) {
          const outcome = own.replace(access, request);
          return outcome.code === ABSENT ? own.add(access, { ...request, kind: 'Add' }) : outcome;
        },
      }),
    },
    {
      name: 'delete-orphans',
      description: 'Answers the Delete of a node with nodes below it as if it was done, and does nothing.',
      catches: ['Delete takes a node and everything below it'],
      tree: (own) => ({
        delete(access, request) {
          const isEmpty = (nodeOf(access, request)?.children.size ?? 0) === 0;
          return access.tree.tentatively(
            () => own.delete(access, request),
            () => isEmpty,
          );
        },
      }),
    },
    {
      name: 'delete-absent-200',
      description: 'Answers the Delete of a node that is not there as if it was done.',
      catches: ['Delete of a node that is not there'],
      tree: (own) => ({
        delete(access, request) {
          const outcome = own.delete(access, request);
          return outcome.code === ABSENT ? done() : outcome;
        },
      }),
    },
    {
      name: 'permanent-nodes-deletable',
      description: 'Deletes permanent nodes like others.',
      catches: ['The permanent node <node> cannot be deleted'],
      atGateway: ['<node> cannot be deleted', 'The permanent node <node> of the gateway cannot be deleted'],
      tree: (own) => ({
        delete: (access, request) => deletedAnyway(access, request) ?? own.delete(access, request),
      }),
    },
    {
      name: 'delete-of-property-deletes',
      description: 'Takes the Delete of a property for that of its node, and looks at nothing else.',
      catches: ['Properties of permanent nodes are no way to delete them'],
      tree: (own) => ({
        delete(access, request) {
          const isOfProperty = request.item.target?.uri.includes('?prop=') === true;
          return (isOfProperty ? deletedAnyway(access, request) : undefined) ?? own.delete(access, request);
        },
      }),
    },
    {
      name: 'get-absent-empty',
      description: 'Answers the Get of a node that is not there with an empty value.',
      catches: [
        'Package 3 has statuses and results, with <client> under test',
        'A command that is refused does not keep the others from being answered',
      ],
      atGateway: [
        'Get of a node that the gateway has not',
        'Package 3 has statuses and results, with <client> under test',
      ],
      tree: (own) => ({
        get(access, request) {
          const outcome = own.get(access, request);
          const uri = request.item.target?.uri ?? '';
          return outcome.code === ABSENT ? done([{ source: { uri }, data: '' }]) : outcome;
        },
      }),
    },
    {
      name: 'empty-node-without-results',
      description: 'Answers the Get of an interior node without children as if it was not there.',
      catches: ['An interior node without children has empty Data'],
      tree: (own) => ({
        get(access, request) {
          const node = nodeOf(access, request);
          const isEmpty = node !== undefined && isInterior(node) && node.children.size === 0;
          return isEmpty ? refused('NOT_FOUND') : own.get(access, request);
        },
      }),
    },
    {
      name: 'children-separated-by-commas',
      description: 'Puts commas between the names of the children of a node.',
      catches: ['Add makes interior nodes and leaves'],
      tree: (own) => ({
        itemOfNode(node, uri) {
          const item = own.itemOfNode(node, uri);
          return isInterior(node) ? { ...item, data: [...node.children.keys()].join(',') } : item;
        },
      }),
    },
    {
      name: 'copy-moves',
      description: 'Deletes the leaf whose value it has copied.',
      catches: ['Copy takes the value of a leaf to another'],
      tree: (own) => ({
        copy(access, request) {
          const { source } = request.item;
          const outcome = own.copy(access, request);
          if (source !== undefined && outcome.code === done().code)
            deletedAnyway(access, { ...request, item: { target: source } });
          return outcome;
        },
      }),
    },
    {
      name: 'first-item-only',
      description: 'Acts upon the first item of an Add only.',
      catches: ['A command with three items acts on each'],
      session: (own) => ({
        performCommand: (session, command) =>
          own.performCommand(
            session,
            command.kind === 'Add' ? { ...command, items: command.items.slice(0, 1) } : command,
          ),
      }),
    },
    {
      name: 'put-is-replace',
      description: 'Answers a Put as if it was done.',
      catches: ['A command that DM does not use is refused'],
      tree: () => ({ commandNotInDM: () => done() }),
    },
  ]),
  gatewayFault(
    {
      name: 'exec-anywhere',
      description: 'Answers the Exec of a node that is not there as if it was done.',
      catches: [],
      tree: (own) => ({
        async exec(access, command, item) {
          const outcome = await own.exec(access, command, item);
          return outcome.code === ABSENT ? done() : outcome;
        },
      }),
    },
    ['Exec on a node that is not there is refused'],
  ),
];

function nodeOf(access: TreeAccess, { item }: ItemRequest): TreeNode | undefined {
  const address = access.procedures.addressOf(access, item.target?.uri);
  return isRefused(address) ? undefined : access.tree.find(address.path);
}

/** Nothing where there is no such node. */
function deletedAnyway(access: TreeAccess, request: ItemRequest): Outcome | undefined {
  const node = nodeOf(access, request);
  if (node === undefined) return undefined;
  access.tree.remove(node);
  return done();
}
