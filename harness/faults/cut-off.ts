import type { NodeValue } from '../../protocol/model/dm2-object';
import { childrenOf, isInterior } from '../../reference-impl/dm2-client/tree/node-value';

const LIMIT = 65_536;

/** Of each text the first 64 KiB, for faults that lose what is behind them. */
export function cutOff(value: NodeValue): NodeValue {
  if (typeof value === 'string') return value.slice(0, LIMIT);
  if (!isInterior(value)) return value;
  return Object.fromEntries(childrenOf(value).map(([name, child]) => [name, cutOff(child)]));
}
