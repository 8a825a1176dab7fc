import type { Attributes, AttributeValue } from './attribute-value';

/**
 * A resource representation as it travels in a primitive.
 *
 * `element` is the name of its root as on the wire (`m2m:grp`, `cod:color`): it names the resource type, or for
 * specializations the schema. `attributes` holds every attribute that the tables know, by long name; `unknown`
 * holds the rest under the name they came with, so that a hosting CSE can refuse them and a tester can ignore them.
 * Child resources that came along (result content 4 and 8) are in `children`.
 */
export interface Representation {
  readonly element: string;
  readonly attributes: Attributes;
  readonly unknown?: { readonly [wireName: string]: AttributeValue };
  readonly children?: readonly Representation[];
}
