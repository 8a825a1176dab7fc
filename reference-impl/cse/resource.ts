import type { Attributes } from '../../protocol/model/attribute-value';

/**
 * A stored resource. Universal attributes (resourceID, parentID, creationTime, ...) are in `attributes` like all
 * others; the fields beside them are the keys the store searches by.
 */
export interface Resource {
  readonly resourceID: string;
  readonly parentID: string;
  readonly resourceName: string;
  readonly resourceType: number;
  readonly element: string;
  readonly attributes: Attributes;
  /** The Originator that created it: it has access where no accessControlPolicyIDs say otherwise. Never on the wire. */
  readonly createdBy: string;
}
