/**
 * Universal and common attributes, with the presence they have for a group. It knows nothing of which type has which:
 * each table in attributes/ takes its own.
 * @see SOM table 7.4.13.1-2, TS-0004 6.3.6 and table 8.2.3-1
 */
import {
  ACP_TYPE,
  ANY_URI,
  ID,
  LABELS,
  listOf,
  NC_NAME,
  NON_HIERARCHICAL_URI,
  NON_NEGATIVE_INTEGER,
  RESOURCE_NAME,
  RESOURCE_TYPE,
  TIMESTAMP,
} from './data-types';
import type { AttributeRow } from './rows';

const CLAUSE = 'SOM table 7.4.13.1-2';

const RESOURCE_NAME_ROW: AttributeRow = {
  name: 'resourceName',
  short: 'rn',
  type: RESOURCE_NAME,
  create: 'O',
  update: 'NP',
  xml: 'attribute',
  clause: CLAUSE,
};

/** An attribute that only the hosting CSE gives a value. */
function generated(name: string, short: string, type: AttributeRow['type']): AttributeRow {
  return { name, short, type, create: 'NP', update: 'NP', generatedByHostingCse: true, clause: CLAUSE };
}

/** An attribute that the creator may give and anyone with the right may change. */
function optional(name: string, short: string, type: AttributeRow['type']): AttributeRow {
  return { name, short, type, create: 'O', update: 'O', clause: CLAUSE };
}

const RESOURCE_TYPE_ROW = generated('resourceType', 'ty', RESOURCE_TYPE);
const RESOURCE_ID = generated('resourceID', 'ri', ID);
const PARENT_ID = generated('parentID', 'pi', NON_HIERARCHICAL_URI);
const ACCESS_CONTROL_POLICY_IDS = optional('accessControlPolicyIDs', 'acpi', ACP_TYPE);
const CREATION_TIME = generated('creationTime', 'ct', TIMESTAMP);
const EXPIRATION_TIME = optional('expirationTime', 'et', TIMESTAMP);
const LAST_MODIFIED_TIME = generated('lastModifiedTime', 'lt', TIMESTAMP);
const LABELS_ROW = optional('labels', 'lbl', LABELS);
const ANNOUNCE_TO = optional('announceTo', 'at', listOf(ANY_URI));
const ANNOUNCED_ATTRIBUTE = optional('announcedAttribute', 'aa', listOf(NC_NAME));
const DYNAMIC_AUTHORIZATION = optional('dynamicAuthorizationConsultationIDs', 'daci', listOf(ANY_URI));

/** Given without a value by a creator who wants it; the hosting CSE puts the Originator. @see TS-0001 table 9.6.1.3.2-1 */
export const CREATOR: AttributeRow = {
  name: 'creator',
  short: 'cr',
  type: ID,
  create: 'O',
  update: 'NP',
  nullOnCreate: true,
  clause: CLAUSE,
};

/** Common to the types that count their changes. @see TS-0004 table 7.4.6.1-2 */
export const STATE_TAG: AttributeRow = {
  ...generated('stateTag', 'st', NON_NEGATIVE_INTEGER),
  clause: 'TS-0004 table 7.4.6.1-2',
};

/** The thirteen rows in the document's order. */
export const UNIVERSAL_ATTRIBUTES: readonly AttributeRow[] = [
  RESOURCE_NAME_ROW,
  RESOURCE_TYPE_ROW,
  RESOURCE_ID,
  PARENT_ID,
  ACCESS_CONTROL_POLICY_IDS,
  CREATION_TIME,
  EXPIRATION_TIME,
  LAST_MODIFIED_TIME,
  LABELS_ROW,
  ANNOUNCE_TO,
  ANNOUNCED_ATTRIBUTE,
  DYNAMIC_AUTHORIZATION,
  CREATOR,
];

/** Those that types inherit, in the order of the schema m2m:announceableResource, which XML keeps. */
export const INHERITED_ATTRIBUTES: readonly AttributeRow[] = [
  RESOURCE_NAME_ROW,
  RESOURCE_TYPE_ROW,
  RESOURCE_ID,
  PARENT_ID,
  CREATION_TIME,
  LAST_MODIFIED_TIME,
  LABELS_ROW,
  ACCESS_CONTROL_POLICY_IDS,
  EXPIRATION_TIME,
  DYNAMIC_AUTHORIZATION,
  ANNOUNCE_TO,
  ANNOUNCED_ATTRIBUTE,
];
