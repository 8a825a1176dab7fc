import type { Attributes, AttributeValue } from '../../protocol/model/attribute-value';
import type { Representation } from '../../protocol/model/representation';
import { resourceTypeByElement } from '../../protocol/tables/onem2m/resource-types';

/** Specializations bring attributes of their own, which no table has. */
const OPEN_TYPES = new Set(['flexContainer', 'mgmtObj']);

/** A representation as a tester writes it: what the tables do not know travels under the name the scenario gave. */
export function writtenRepresentation(element: string, attributes: Attributes): Representation {
  const type = resourceTypeByElement(element);
  if (!type || OPEN_TYPES.has(type.name)) return { element, attributes };
  const known: Record<string, AttributeValue> = {};
  const unknown: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const isKnown = type.attributes.some((row) => row.name === name);
    (isKnown ? known : unknown)[name] = value;
  }
  return Object.keys(unknown).length === 0
    ? { element, attributes }
    : { element, attributes: known, unknown };
}
