/**
 * The elements that the Content parameter can hold beside resources, and the elements inside them.
 * It knows which element stands for which `kind` of content, not when one is due.
 * @see TS-0004 tables 7.5.2-1 and 7.5.2-2 (elements), 8.2.2-2 and 8.2.5-1 (short names)
 */
import { CHILD_RESOURCE_REF } from './complex-types';
import { ANY_URI, ATTRIBUTE_LIST, listOf, STRING } from './data-types';
import { NOTIFICATION_TYPE } from './notification';
import type { ContentElementRow, DataType, MemberRow } from './rows';
import { SESSION_EVENT } from './session-types';

/** A resource's children by reference, a member of its parent for result content 5. @see TS-0004 table 8.2.5-1 */
export const CHILD_RESOURCE: MemberRow = {
  name: 'childResource',
  short: 'ch',
  type: CHILD_RESOURCE_REF,
  repeated: true,
};

const LIST_OF_CHILD_RESOURCE_REF: DataType = {
  kind: 'complex',
  name: 'm2m:listOfChildResourceRef',
  members: [{ name: 'resourceRef', short: 'rrf', type: CHILD_RESOURCE_REF, repeated: true }],
};

/** The members of m2m:agr: an address of later answers, and answers under a name with prefix. @see TS-0004 6.3.5.33 */
export const AGGREGATED_RESPONSE = {
  resourceID: { name: 'resourceID', short: 'ri', type: ANY_URI },
  responsePrimitive: { name: 'responsePrimitive', short: 'm2m:rsp' },
} as const;

/** The member of m2m:rce beside the resource. @see TS-0004 6.3.5.25 */
export const RESOURCE_WRAPPER_URI: MemberRow = { name: 'URI', short: 'uri', type: ANY_URI, required: true };

/** Roots of primitives in XML; in JSON primitives have none. @see TS-0004 8.3.1 and 8.4.2 */
export const PRIMITIVE_ROOTS = { request: 'm2m:rqp', response: 'm2m:rsp' } as const;

const REQUEST_TABLE = 'TS-0004 table 7.5.2-1';
const RESPONSE_TABLE = 'TS-0004 table 7.5.2-2';

export const CONTENT_ELEMENTS: readonly ContentElementRow[] = [
  {
    name: 'notification',
    element: 'm2m:sgn',
    kind: 'notification',
    in: ['request'],
    type: NOTIFICATION_TYPE,
    clause: REQUEST_TABLE,
  },
  {
    name: 'aggregatedNotification',
    element: 'm2m:agn',
    kind: 'aggregatedNotification',
    in: ['request'],
    type: {
      kind: 'complex',
      name: 'm2m:aggregatedNotification',
      members: [
        { name: 'notification', short: 'm2m:sgn', type: NOTIFICATION_TYPE, required: true, repeated: true },
      ],
    },
    clause: REQUEST_TABLE,
  },
  {
    name: 'attributeList',
    element: 'm2m:atrl',
    kind: 'attributeList',
    in: ['request'],
    type: ATTRIBUTE_LIST,
    clause: REQUEST_TABLE,
  },
  { name: 'responsePrimitive', element: 'm2m:rsp', kind: 'response', in: ['request'], clause: REQUEST_TABLE },
  {
    name: 'resource',
    element: 'm2m:rce',
    kind: 'resourceAndAddress',
    in: ['response'],
    clause: RESPONSE_TABLE,
  },
  {
    name: 'URIList',
    element: 'm2m:uril',
    kind: 'uriList',
    in: ['response'],
    type: listOf(ANY_URI),
    clause: RESPONSE_TABLE,
  },
  {
    name: 'resourceRefList',
    element: 'm2m:rrl',
    kind: 'references',
    in: ['response'],
    type: LIST_OF_CHILD_RESOURCE_REF,
    clause: RESPONSE_TABLE,
  },
  {
    name: 'aggregatedResponse',
    element: 'm2m:agr',
    kind: 'aggregatedResponse',
    in: ['response'],
    clause: RESPONSE_TABLE,
  },
  {
    name: 'sessionEvent',
    element: 'fp:sen',
    kind: 'sessionEvent',
    in: ['request'],
    type: SESSION_EVENT,
    clause: 'SES profile',
  },
  { name: 'URI', element: 'm2m:uri', kind: 'uri', in: ['response'], type: ANY_URI, clause: RESPONSE_TABLE },
  {
    name: 'debugInfo',
    element: 'm2m:dbg',
    kind: 'debug',
    in: ['response'],
    type: STRING,
    clause: RESPONSE_TABLE,
  },
];

const BY_ELEMENT = new Map(CONTENT_ELEMENTS.map((row) => [row.element, row]));

/** The row of an element, or `undefined`: then it is a resource, or of kind `other` (m2m:seci, m2m:qres). */
export function contentElement(element: string): ContentElementRow | undefined {
  return BY_ELEMENT.get(element);
}
