import type { NodeValue } from '../../../protocol/model/dm2-object';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import { describedChild, isPermanent, type LeafDescription, type NodeDescription } from './node-description';
import { childOf, childrenOf, isInterior } from './node-value';

/** What may become of nodes, by their description. Where they are, and who asks, is not known here. @see dm2.md 5.2 */

/** A node before and after; either may be absent. */
export interface NodeChange {
  readonly before: NodeValue | undefined;
  readonly after: NodeValue | undefined;
}

/** Why a server may not have this change, with all that it does below the node. */
export function faultOfChange(
  description: NodeDescription | undefined,
  change: NodeChange,
): Refusal | undefined {
  const { before, after } = change;
  if (after === undefined) return faultOfRemoval(description, before);
  if (description === undefined) return notAllowed('the object has no place for such a node');
  if (description.kind === 'free') return undefined;
  if (description.kind === 'leaf') return faultOfLeaf(description, before, after);
  if (!isInterior(after)) return misfit('expected an interior node, found a leaf');
  for (const name of new Set([...childrenOf(before), ...childrenOf(after)].map(([child]) => child))) {
    const below = { before: childOf(before, name), after: childOf(after, name) };
    const fault = faultOfChange(describedChild(description, name), below);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfRemoval(
  description: NodeDescription | undefined,
  before: NodeValue | undefined,
): Refusal | undefined {
  if (before === undefined || !holdsPermanent(description, before)) return undefined;
  return notAllowed('the node, or one below it, is permanent');
}

/** Whether the node or any below it cannot be deleted. */
function holdsPermanent(description: NodeDescription | undefined, value: NodeValue): boolean {
  if (isPermanent(description)) return true;
  return childrenOf(value).some(([name, child]) => holdsPermanent(describedChild(description, name), child));
}

function faultOfLeaf(
  description: LeafDescription,
  before: NodeValue | undefined,
  after: NodeValue,
): Refusal | undefined {
  if (isInterior(after)) return notAllowed('a leaf has no children');
  if (!isOfType(description, after)) return misfit(`expected ${description.type}, found ${typeof after}`);
  const isChanged = after !== (before ?? initialValue(description));
  return description.isReadOnly === true && isChanged ? notAllowed('the leaf is not writable') : undefined;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;

function isOfType({ type }: LeafDescription, value: NodeValue): boolean {
  if (type === 'nothing') return value === null;
  if (type === 'whole-number') return Number.isInteger(value);
  return typeof value === 'string' && (type === 'text' || BASE64.test(value));
}

/** What a node is that comes to be without data of its own. */
export function initialValue(description: NodeDescription): NodeValue {
  if (description.kind === 'leaf') {
    const defaults = { text: '', octets: '', 'whole-number': 0, nothing: null };
    return description.value ?? defaults[description.type];
  }
  return completed(description, { before: undefined, after: {} }) ?? {};
}

/** The node as it will be: those that come to be have their permanent nodes, whether the data name them or not. */
export function completed(
  description: NodeDescription | undefined,
  { before, after }: NodeChange,
): NodeValue | undefined {
  if (description?.kind !== 'interior' || !isInterior(after)) return after;
  const given = childrenOf(after).map(([name, value]) => {
    const below = { before: childOf(before, name), after: value };
    return [name, completed(describedChild(description, name), below) ?? value] as const;
  });
  const isNew = before === undefined;
  const missing = Object.entries(description.nodes)
    .filter(([name, node]) => isNew && isPermanent(node) && childOf(after, name) === undefined)
    .map(([name, node]) => [name, initialValue(node)] as const);
  return Object.fromEntries([...given, ...missing]);
}

function notAllowed(reason: string): Refusal {
  return refuse(commandStatus('METHOD_NOT_ALLOWED'), reason, 'dm2.md 5.2');
}

function misfit(reason: string): Refusal {
  return refuse(commandStatus('BAD_REQUEST'), reason, 'dm2.md 3.6');
}
