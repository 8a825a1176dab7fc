import { check, show } from '../../harness/verdict/check';
import type { Attributes, AttributeValue } from '../../protocol/model/attribute-value';
import type { Representation } from '../../protocol/model/representation';
import type { FlowproofWorld } from '../world';
import { cellValue } from './cells';

const IDENTIFIER_LISTS = new Set(['memberIDs', 'accessControlPolicyIDs', 'membersAccessControlPolicyIDs']);

/** Compares the attributes of a table with a resource. Identifiers count as equal when they name the same resource. */
export function checkAttributes(
  world: FlowproofWorld,
  what: string,
  resource: Representation,
  rows: readonly (readonly string[])[],
): void {
  for (const [name = '', cell = ''] of rows) {
    const expected = cellValue(world, name, cell);
    const actual = resource.attributes[name];
    const equal = actual !== undefined && sameValue(world, name, expected, actual);
    check(equal, `${name} in ${what}`, show(expected), show(actual));
  }
}

export function sameValue(
  world: FlowproofWorld,
  name: string,
  expected: AttributeValue,
  actual: AttributeValue,
): boolean {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return IDENTIFIER_LISTS.has(name) ? sameMembers(world, expected, actual) : sameElements(expected, actual);
  }
  if (typeof expected === 'string' && typeof actual === 'string')
    return world.scene.places.same(expected, actual);
  if (isRecord(expected) && isRecord(actual)) return hasMembers(world, expected, actual);
  return JSON.stringify(expected) === JSON.stringify(actual);
}

/** What was given is there. A CSE may complete it, as with the duration of a notifyAggregation. @see TS-0001 9.6.8 */
function hasMembers(world: FlowproofWorld, expected: Attributes, actual: Attributes): boolean {
  return Object.entries(expected).every(([name, value]) => {
    const found = actual[name];
    return found !== undefined && sameValue(world, name, value, found);
  });
}

function isRecord(value: AttributeValue): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same identifiers, each once, in any order and any spelling. */
export function sameMembers(
  world: FlowproofWorld,
  expected: readonly AttributeValue[],
  actual: readonly AttributeValue[],
): boolean {
  const canonical = (list: readonly AttributeValue[]) =>
    list.map((id) => world.scene.places.canonical(String(id))).sort();
  return JSON.stringify(canonical(expected)) === JSON.stringify(canonical(actual));
}

function sameElements(expected: readonly AttributeValue[], actual: readonly AttributeValue[]): boolean {
  const texts = (list: readonly AttributeValue[]) => list.map((value) => JSON.stringify(value)).sort();
  return JSON.stringify(texts(expected)) === JSON.stringify(texts(actual));
}
