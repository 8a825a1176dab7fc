/**
 * The conditions of Filter Criteria and of a subscription's eventNotificationCriteria.
 * It knows their names and types, not how a condition is judged.
 * @see TS-0004 6.3.5.7, 6.3.5.8, table 8.2.5-1; TS-0009 table 6.2.2.2-1
 */
import { OPERATION_MONITOR } from './complex-types';
import {
  ANY_TYPE,
  ANY_URI,
  ATTRIBUTE_LIST,
  CONTENT_FILTER_SYNTAX,
  DURATION,
  FILTER_OPERATION,
  FILTER_USAGE,
  LABELS,
  listOf,
  NC_NAME,
  NON_NEGATIVE_INTEGER,
  NOTIFICATION_EVENT_TYPE,
  POSITIVE_INTEGER,
  RESOURCE_TYPE,
  SPARQL,
  STRING,
  TIMESTAMP,
  TYPE_OF_CONTENT,
} from './data-types';
import type { DataType, MemberRow } from './rows';

/** @see TS-0004 6.3.5.9 */
const ATTRIBUTE: DataType = {
  kind: 'complex',
  name: 'm2m:attribute',
  members: [
    { name: 'name', short: 'nm', type: NC_NAME, required: true },
    { name: 'value', short: 'val', type: ANY_TYPE, required: true },
  ],
};

const TIME_AND_SIZE_CONDITIONS: readonly MemberRow[] = [
  { name: 'createdBefore', short: 'crb', type: TIMESTAMP },
  { name: 'createdAfter', short: 'cra', type: TIMESTAMP },
  { name: 'modifiedSince', short: 'ms', type: TIMESTAMP },
  { name: 'unmodifiedSince', short: 'us', type: TIMESTAMP },
  { name: 'stateTagSmaller', short: 'sts', type: POSITIVE_INTEGER },
  { name: 'stateTagBigger', short: 'stb', type: NON_NEGATIVE_INTEGER },
  { name: 'expireBefore', short: 'exb', type: TIMESTAMP },
  { name: 'expireAfter', short: 'exa', type: TIMESTAMP },
];

/**
 * The conditions of Filter Criteria. `attributeList` is none of them in Release 3: there it is the content of a partial
 * retrieve, which the HTTP binding carries beside them as a query argument. @see TS-0009 6.2.2.2, case 2
 */
export const FILTER_CRITERIA: readonly MemberRow[] = [
  ...TIME_AND_SIZE_CONDITIONS,
  { name: 'labels', short: 'lbl', type: LABELS },
  { name: 'childLabels', short: 'clbl', type: LABELS },
  { name: 'parentLabels', short: 'palb', type: LABELS },
  { name: 'labelsQuery', short: 'lbq', type: STRING },
  { name: 'resourceType', short: 'ty', type: listOf(RESOURCE_TYPE) },
  { name: 'childResourceType', short: 'chty', type: listOf(RESOURCE_TYPE) },
  { name: 'parentResourceType', short: 'pty', type: listOf(RESOURCE_TYPE) },
  { name: 'sizeAbove', short: 'sza', type: NON_NEGATIVE_INTEGER },
  { name: 'sizeBelow', short: 'szb', type: POSITIVE_INTEGER },
  { name: 'contentType', short: 'cty', type: TYPE_OF_CONTENT, repeated: true },
  { name: 'attribute', short: 'atr', type: ATTRIBUTE, repeated: true },
  { name: 'childAttribute', short: 'catr', type: ATTRIBUTE, repeated: true },
  { name: 'parentAttribute', short: 'patr', type: ATTRIBUTE, repeated: true },
  { name: 'filterUsage', short: 'fu', type: FILTER_USAGE },
  { name: 'limit', short: 'lim', type: NON_NEGATIVE_INTEGER },
  { name: 'semanticsFilter', short: 'smf', type: SPARQL, repeated: true },
  { name: 'filterOperation', short: 'fo', type: FILTER_OPERATION },
  { name: 'contentFilterSyntax', short: 'cfs', type: CONTENT_FILTER_SYNTAX },
  { name: 'contentFilterQuery', short: 'cfq', type: STRING },
  { name: 'level', short: 'lvl', type: POSITIVE_INTEGER },
  { name: 'offset', short: 'ofst', type: POSITIVE_INTEGER },
  { name: 'applyRelativePath', short: 'arp', type: ANY_URI },
  { name: 'attributeList', short: 'atrl', type: ATTRIBUTE_LIST },
];

export const FILTER_CRITERIA_TYPE: DataType = {
  kind: 'complex',
  name: 'm2m:filterCriteria',
  members: FILTER_CRITERIA,
};

/** In a query, attribute conditions come as `name=value`, those of children and parents prefixed. @see TS-0009 6.2.2.2 */
export const ATTRIBUTE_QUERY_PREFIXES = {
  attribute: '',
  childAttribute: 'c.',
  parentAttribute: 'p.',
} as const;

/** @see TS-0004 6.3.5.40 */
const MISSING_DATA: DataType = {
  kind: 'complex',
  name: 'm2m:missingData',
  members: [
    { name: 'number', short: 'num', type: POSITIVE_INTEGER, required: true },
    { name: 'duration', short: 'dur', type: DURATION, required: true },
  ],
};

/** @see TS-0004 6.3.5.7 */
export const EVENT_NOTIFICATION_CRITERIA: DataType = {
  kind: 'complex',
  name: 'm2m:eventNotificationCriteria',
  members: [
    ...TIME_AND_SIZE_CONDITIONS,
    { name: 'sizeAbove', short: 'sza', type: NON_NEGATIVE_INTEGER },
    { name: 'sizeBelow', short: 'szb', type: POSITIVE_INTEGER },
    { name: 'operationMonitor', short: 'om', type: OPERATION_MONITOR, repeated: true },
    { name: 'attribute', short: 'atr', type: ATTRIBUTE_LIST },
    { name: 'notificationEventType', short: 'net', type: NOTIFICATION_EVENT_TYPE, repeated: true },
    { name: 'childResourceType', short: 'chty', type: listOf(RESOURCE_TYPE) },
    { name: 'missingData', short: 'md', type: MISSING_DATA },
    { name: 'filterOperation', short: 'fo', type: FILTER_OPERATION },
  ],
};
