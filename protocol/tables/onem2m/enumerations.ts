/**
 * The enumerations of the primitives and resources that take part in the flows, but for those of resource types
 * (see resource-type-numbers.ts). Each is written once, as an object of names; its table is derived from it.
 * @see TS-0004 6.3.4.2
 */
import { enumeration } from './enumeration';
import { MemberType, ResourceType } from './resource-type-numbers';

export const OperationCode = { create: 1, retrieve: 2, update: 3, delete: 4, notify: 5 } as const;

export const ResponseTypeValue = {
  nonBlockingRequestSynch: 1,
  nonBlockingRequestAsynch: 2,
  blockingRequest: 3,
  flexBlocking: 4,
  noResponse: 5,
} as const;

export const ResultContent = {
  nothing: 0,
  attributes: 1,
  hierarchicalAddress: 2,
  hierarchicalAddressAndAttributes: 3,
  attributesAndChildResources: 4,
  attributesAndChildResourceReferences: 5,
  childResourceReferences: 6,
  originalResource: 7,
  childResources: 8,
  modifiedAttributes: 9,
  semanticContent: 10,
} as const;

/** What an endpoint is told of a session. @see docs/profiles/service-sessions.md */
export const SessionEventType = { establishment: 1, update: 2, termination: 3 } as const;

export const SessionState = { established: 1, terminating: 2 } as const;

export const SessionDelivery = { immediate: 1, storeAndForward: 2 } as const;

export const DesIdResType = { structured: 1, unstructured: 2 } as const;

export const RequestStatus = {
  COMPLETED: 1,
  FAILED: 2,
  PENDING: 3,
  FORWARDED: 4,
  PARTIALLY_COMPLETED: 5,
} as const;

export const ConsistencyStrategy = { ABANDON_MEMBER: 1, ABANDON_GROUP: 2, SET_MIXED: 3 } as const;

export const SomecastAlgorithm = {
  ROUND_ROBIN: 1,
  WEIGHTED_ROUND_ROBIN: 2,
  LEAST_WORK_LOAD: 3,
  RANDOM: 4,
} as const;

export const CseType = { IN_CSE: 1, MN_CSE: 2, ASN_CSE: 3 } as const;

export const StdEventCat = { Immediate: 2, BestEffort: 3, Latest: 4 } as const;

export const PendingNotification = { sendLatest: 1, sendAllPending: 2 } as const;

export const NotificationContentType = {
  allAttributes: 1,
  modifiedAttributes: 2,
  resourceID: 3,
  triggerPayload: 4,
  timeSeriesNotification: 5,
} as const;

export const NotificationEventType = {
  updateOfResource: 1,
  deleteOfResource: 2,
  createOfDirectChildResource: 3,
  deleteOfDirectChildResource: 4,
  retrieveOfContainerResourceWithNoChildResource: 5,
  triggerReceivedForAEResource: 6,
  blockingUpdate: 7,
  reportOnMissingDataPoints: 8,
} as const;

/** Flags: an accessControlOperations value is a sum of them. */
export const AccessControlOperations = {
  CREATE: 1,
  RETRIEVE: 2,
  UPDATE: 4,
  DELETE: 8,
  NOTIFY: 16,
  DISCOVERY: 32,
} as const;

export const FilterUsage = { discovery: 1, conditionalRetrieval: 2, ipeOnDemandDiscovery: 3 } as const;

export const FilterOperation = { AND: 1, OR: 2 } as const;

export const ContentFilterSyntax = { JSON_PATH_SYNTAX: 1 } as const;

export const AERegistrationStatus = { ACTIVE: 1, INACTIVE: 2 } as const;

export const MulticastCapability = { MBMS: 1, IP: 2 } as const;

export const ContentStatus = { PARTIAL_CONTENT: 1, FULL_CONTENT: 2 } as const;

export const Status = { Uninitialized: 0, Successful: 1, Failure: 2, In_Process: 3 } as const;

export const BatteryStatus = {
  NORMAL: 1,
  CHARGING: 2,
  CHARGING_COMPLETE: 3,
  DAMAGED: 4,
  LOW_BATTERY: 5,
  NOT_INSTALLED: 6,
  UNKNOWN: 7,
} as const;

export const MgmtDefinition = {
  selfDefined: 0,
  firmware: 1001,
  software: 1002,
  memory: 1003,
  areaNwkInfo: 1004,
  areaNwkDeviceInfo: 1005,
  battery: 1006,
  deviceInfo: 1007,
  deviceCapability: 1008,
  reboot: 1009,
  eventLog: 1010,
  cmdhPolicy: 1011,
  activeCmdhPolicy: 1012,
  cmdhDefaults: 1013,
  cmdhDefEcValue: 1014,
  cmdhEcDefParamValues: 1015,
  cmdhLimits: 1016,
  cmdhNetworkAccessRules: 1017,
  cmdhNwAccessRule: 1018,
  cmdhBuffer: 1019,
  registration: 1020,
  dataCollection: 1021,
  authenticationProfile: 1022,
  myCertFileCred: 1023,
  trustAnchorCred: 1024,
  MAFClientRegCfg: 1025,
  MEFClientRegCfg: 1026,
} as const;

export const ENUMERATIONS = {
  resourceType: enumeration('m2m:resourceType', 'TS-0004 6.3.4.2.1', ResourceType),
  cseTypeID: enumeration('m2m:cseTypeID', 'TS-0004 6.3.4.2.2', CseType),
  stdEventCats: enumeration('m2m:stdEventCats', 'TS-0004 6.3.4.2.4', StdEventCat),
  operation: enumeration('m2m:operation', 'TS-0004 6.3.4.2.5', OperationCode),
  responseType: enumeration('m2m:responseType', 'TS-0004 6.3.4.2.6', ResponseTypeValue),
  resultContent: enumeration('m2m:resultContent', 'TS-0004 6.3.4.2.7', ResultContent),
  desIdResType: enumeration('m2m:desIdResType', 'TS-0004 6.3.4.2.8', DesIdResType),
  requestStatus: enumeration('m2m:requestStatus', 'TS-0004 6.3.4.2.10', RequestStatus),
  memberType: enumeration('m2m:memberType', 'TS-0004 6.3.4.2.11', MemberType),
  consistencyStrategy: enumeration('m2m:consistencyStrategy', 'TS-0004 6.3.4.2.12', ConsistencyStrategy),
  pendingNotification: enumeration('m2m:pendingNotification', 'TS-0004 6.3.4.2.17', PendingNotification),
  notificationContentType: enumeration(
    'm2m:notificationContentType',
    'TS-0004 6.3.4.2.18',
    NotificationContentType,
  ),
  notificationEventType: enumeration(
    'm2m:notificationEventType',
    'TS-0004 6.3.4.2.19',
    NotificationEventType,
  ),
  status: enumeration('m2m:status', 'TS-0004 6.3.4.2.20', Status),
  batteryStatus: enumeration('m2m:batteryStatus', 'TS-0004 6.3.4.2.21', BatteryStatus),
  mgmtDefinition: enumeration('m2m:mgmtDefinition', 'TS-0004 6.3.4.2.22', MgmtDefinition),
  accessControlOperations: enumeration(
    'm2m:accessControlOperations',
    'TS-0004 6.3.4.2.29',
    AccessControlOperations,
  ),
  filterUsage: enumeration('m2m:filterUsage', 'TS-0004 6.3.4.2.31', FilterUsage),
  filterOperation: enumeration('m2m:filterOperation', 'TS-0004 6.3.4.2.34', FilterOperation),
  contentFilterSyntax: enumeration('m2m:contentFilterSyntax', 'TS-0004 6.3.4.2.37', ContentFilterSyntax),
  contentStatus: enumeration('m2m:contentStatus', 'TS-0004 6.3.4.2.44', ContentStatus),
  aeRegistrationStatus: enumeration('m2m:AERegistrationStatus', 'TS-0004 6.3.4.2.57', AERegistrationStatus),
  multicastCapability: enumeration('m2m:multicastCapability', 'TS-0004 6.3.4.2.58', MulticastCapability),
  somecastAlgorithm: enumeration('m2m:somecastAlgorithm', 'SOM 6.3.4.2.X', SomecastAlgorithm),
  sessionEventType: enumeration('fp:sessionEventType', 'SES profile', SessionEventType),
  sessionState: enumeration('fp:sessionState', 'SES profile', SessionState),
  sessionDelivery: enumeration('fp:sessionDelivery', 'SES profile', SessionDelivery),
} as const;
