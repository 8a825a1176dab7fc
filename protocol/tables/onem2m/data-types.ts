/**
 * The simple data types of the tables, by the documents' names, and how lists are made of them.
 * It knows nothing of where a type is used; types with members are in complex-types.ts and its neighbours.
 * @see TS-0004 6.3.2, 6.3.3 and 6.3.4
 */
import type { EnumerationTable } from './enumeration';
import { ENUMERATIONS } from './enumerations';
import type { DataType } from './rows';

export const STRING: DataType = { kind: 'string', name: 'xs:string' };
export const NC_NAME: DataType = { kind: 'string', name: 'xs:NCName' };
export const TOKEN: DataType = { kind: 'string', name: 'xs:token' };
export const DURATION: DataType = { kind: 'string', name: 'xs:duration' };
export const ANY_URI: DataType = { kind: 'uri', name: 'xs:anyURI' };
export const BOOLEAN: DataType = { kind: 'boolean', name: 'xs:boolean' };
export const FLOAT: DataType = { kind: 'number', name: 'xs:float' };
export const NON_NEGATIVE_INTEGER: DataType = { kind: 'integer', name: 'xs:nonNegativeInteger', minimum: 0 };
export const POSITIVE_INTEGER: DataType = { kind: 'integer', name: 'xs:positiveInteger', minimum: 1 };
export const UNSIGNED_INT: DataType = { kind: 'integer', name: 'xs:unsignedInt', minimum: 0 };
export const ANY_TYPE: DataType = { kind: 'any', name: 'xs:anyType' };

/** Holds exactly one content element, see content-elements.ts. @see TS-0004 6.3.5.5 */
export const PRIMITIVE_CONTENT: DataType = { kind: 'any', name: 'm2m:primitiveContent' };
/** Carried as they are: no flow looks into them. @see TS-0004 6.3.5.24, 6.3.5.45, 6.3.5.52, 6.3.5.64 */
export const MGMT_LINK_REF: DataType = { kind: 'any', name: 'm2m:mgmtLinkRef' };
export const DYN_AUTH_TOKEN_REQ_INFO: DataType = { kind: 'any', name: 'm2m:dynAuthTokenReqInfo' };
export const E2E_SEC_INFO: DataType = { kind: 'any', name: 'm2m:e2eSecInfo' };
export const ACTIVITY_PATTERN_ELEMENTS: DataType = { kind: 'any', name: 'm2m:activityPatternElements' };

export const ID: DataType = { kind: 'string', name: 'm2m:ID' };
export const REQUEST_ID: DataType = { kind: 'string', name: 'm2m:requestID' };
export const NON_HIERARCHICAL_URI: DataType = { kind: 'string', name: 'm2m:nhURI' };
export const RESOURCE_NAME: DataType = { kind: 'string', name: 'm2m:resourceName' };
export const NODE_ID: DataType = { kind: 'string', name: 'm2m:nodeID' };
export const EXTERNAL_ID: DataType = { kind: 'string', name: 'm2m:externalID' };
export const TRIGGER_RECIPIENT_ID: DataType = {
  kind: 'integer',
  name: 'm2m:triggerRecipientID',
  minimum: 0,
};
export const ROLE_ID: DataType = { kind: 'string', name: 'm2m:roleID' };
export const TOKEN_ID: DataType = { kind: 'string', name: 'm2m:tokenID' };
export const DYN_AUTH_JWT: DataType = { kind: 'string', name: 'm2m:dynAuthJWT' };
export const RELEASE_VERSION: DataType = { kind: 'string', name: 'm2m:releaseVersion' };
export const CONTENT_INFO: DataType = { kind: 'string', name: 'm2m:contentInfo' };
export const TYPE_OF_CONTENT: DataType = { kind: 'string', name: 'm2m:typeOfContent' };
export const SCHEDULE_ENTRY: DataType = { kind: 'string', name: 'm2m:scheduleEntry' };
export const SPARQL: DataType = { kind: 'string', name: 'm2m:sparql' };
export const TIMESTAMP: DataType = { kind: 'timestamp', name: 'm2m:timestamp' };
/** An absolute time, or milliseconds from now; a string in JSON, whichever it is. @see TS-0004 table 6.3.3-1 */
export const ABS_REL_TIMESTAMP: DataType = { kind: 'timestamp', name: 'm2m:absRelTimestamp' };

/** A list named after its items, as the tables do: `list of xs:anyURI`. */
export function listOf(type: DataType, minimumItems?: number): DataType {
  return namedList(`list of ${type.name}`, type, minimumItems);
}

/** A list that the document gives a name of its own. */
export function namedList(name: string, type: DataType, minimumItems?: number): DataType {
  return minimumItems === undefined
    ? { kind: 'list', name, of: type }
    : { kind: 'list', name, of: type, minimumItems };
}

function enumerationType(table: EnumerationTable): DataType {
  return { kind: 'enumeration', name: table.name, values: table.rows.map((row) => row.value) };
}

export const ACP_TYPE = namedList('m2m:acpType', ANY_URI, 1);
export const LABELS = namedList('m2m:labels', TOKEN);
export const LIST_OF_URIS = namedList('m2m:listOfURIs', ANY_URI, 1);
export const LIST_OF_M2M_ID = namedList('m2m:listOfM2MID', ID, 1);
export const POA_LIST = namedList('m2m:poaList', { kind: 'string', name: 'm2m:pointOfAccess' });
export const SERIALIZATIONS = namedList('m2m:serializations', STRING, 1);
export const SUPPORTED_RELEASE_VERSIONS = namedList('m2m:supportedReleaseVersions', RELEASE_VERSION, 1);
export const ATTRIBUTE_LIST = namedList('m2m:attributeList', NC_NAME, 1);
export const PROTOCOL_LIST = namedList('m2m:protocolList', STRING);
export const SESSION_CAPABILITIES = namedList('m2m:sessionCapabilities', STRING);
export const SIGNATURE_LIST = namedList('m2m:signatureList', STRING);

export const OPERATION = enumerationType(ENUMERATIONS.operation);
export const RESOURCE_TYPE = enumerationType(ENUMERATIONS.resourceType);
export const MEMBER_TYPE = enumerationType(ENUMERATIONS.memberType);
export const CSE_TYPE_ID = enumerationType(ENUMERATIONS.cseTypeID);
export const RESPONSE_TYPE = enumerationType(ENUMERATIONS.responseType);
export const RESULT_CONTENT = enumerationType(ENUMERATIONS.resultContent);
export const DES_ID_RES_TYPE = enumerationType(ENUMERATIONS.desIdResType);
export const REQUEST_STATUS = enumerationType(ENUMERATIONS.requestStatus);
export const CONSISTENCY_STRATEGY = enumerationType(ENUMERATIONS.consistencyStrategy);
export const SOMECAST_ALGORITHM = enumerationType(ENUMERATIONS.somecastAlgorithm);
export const PENDING_NOTIFICATION = enumerationType(ENUMERATIONS.pendingNotification);
export const NOTIFICATION_CONTENT_TYPE = enumerationType(ENUMERATIONS.notificationContentType);
export const NOTIFICATION_EVENT_TYPE = enumerationType(ENUMERATIONS.notificationEventType);
export const STATUS = enumerationType(ENUMERATIONS.status);
export const BATTERY_STATUS = enumerationType(ENUMERATIONS.batteryStatus);
export const MGMT_DEFINITION = enumerationType(ENUMERATIONS.mgmtDefinition);
export const FILTER_USAGE = enumerationType(ENUMERATIONS.filterUsage);
export const FILTER_OPERATION = enumerationType(ENUMERATIONS.filterOperation);
export const CONTENT_FILTER_SYNTAX = enumerationType(ENUMERATIONS.contentFilterSyntax);
export const AE_REGISTRATION_STATUS = enumerationType(ENUMERATIONS.aeRegistrationStatus);
export const MULTICAST_CAPABILITY = enumerationType(ENUMERATIONS.multicastCapability);
export const CONTENT_STATUS = enumerationType(ENUMERATIONS.contentStatus);
export const SESSION_EVENT_TYPE = enumerationType(ENUMERATIONS.sessionEventType);
export const SESSION_STATE = enumerationType(ENUMERATIONS.sessionState);
export const SESSION_DELIVERY = enumerationType(ENUMERATIONS.sessionDelivery);

/** Which codes there are is a matter of the release, so that any number can be read. @see TS-0004 6.3.4.2.9 */
export const RESPONSE_STATUS_CODE: DataType = {
  kind: 'integer',
  name: 'm2m:responseStatusCode',
  minimum: 1000,
};

/** Any sum of the six flags. @see TS-0004 table 6.3.4.2.29-1, note */
export const ACCESS_CONTROL_OPERATIONS: DataType = {
  kind: 'enumeration',
  name: 'm2m:accessControlOperations',
  values: Array.from({ length: 63 }, (_, index) => index + 1),
};

/** A standard category, or one of the user's own from 100 to 999. @see TS-0004 table 6.3.3-1 */
export const EVENT_CAT: DataType = {
  kind: 'enumeration',
  name: 'm2m:eventCat',
  values: [
    ...ENUMERATIONS.stdEventCats.rows.map((row) => row.value),
    ...Array.from({ length: 900 }, (_, index) => 100 + index),
  ],
};
