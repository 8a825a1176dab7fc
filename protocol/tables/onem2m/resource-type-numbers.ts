/**
 * The numbers of all resource types of Release 3, announced ones included, and of what a group can have as members.
 * It knows numbers and names only; what a type consists of is in resource-types.ts.
 * @see TS-0004 6.3.4.2.1 and 6.3.4.2.11
 */

/** Resource types that can be members of a typed group. */
const MEMBER_RESOURCE_TYPES = {
  accessControlPolicy: 1,
  AE: 2,
  container: 3,
  contentInstance: 4,
  CSEBase: 5,
  delivery: 6,
  eventConfig: 7,
  execInstance: 8,
  group: 9,
  locationPolicy: 10,
  m2mServiceSubscriptionProfile: 11,
  mgmtCmd: 12,
  mgmtObj: 13,
  node: 14,
  pollingChannel: 15,
  remoteCSE: 16,
  request: 17,
  schedule: 18,
  serviceSubscribedAppRule: 19,
  serviceSubscribedNode: 20,
  statsCollect: 21,
  statsConfig: 22,
  subscription: 23,
  semanticDescriptor: 24,
  notificationTargetMgmtPolicyRef: 25,
  notificationTargetPolicy: 26,
  policyDeletionRules: 27,
  flexContainer: 28,
  timeSeries: 29,
  timeSeriesInstance: 30,
  role: 31,
  token: 32,
  dynamicAuthorizationConsultation: 34,
  authorizationDecision: 35,
  authorizationPolicy: 36,
  authorizationInformation: 37,
  ontologyRepository: 38,
  ontology: 39,
  semanticMashupJobProfile: 40,
  semanticMashupInstance: 41,
  semanticMashupResult: 42,
  AEContactList: 43,
  AEContactListPerCSE: 44,
  multimediaSession: 46,
  triggerRequest: 47,
  crossResourceSubscription: 48,
  backgroundDataTransfer: 49,
  transactionMgmt: 50,
  transaction: 51,
  accessControlPolicyAnnc: 10001,
  AEAnnc: 10002,
  containerAnnc: 10003,
  contentInstanceAnnc: 10004,
  groupAnnc: 10009,
  locationPolicyAnnc: 10010,
  mgmtObjAnnc: 10013,
  nodeAnnc: 10014,
  remoteCSEAnnc: 10016,
  scheduleAnnc: 10018,
  semanticDescriptorAnnc: 10024,
  flexContainerAnnc: 10028,
  timeSeriesAnnc: 10029,
  timeSeriesInstanceAnnc: 10030,
  ontologyRepositoryAnnc: 10038,
  ontologyAnnc: 10039,
  semanticMashupJobProfileAnnc: 10040,
  semanticMashupInstanceAnnc: 10041,
  semanticMashupResultAnnc: 10042,
  multimediaSessionAnnc: 10046,
} as const;

/** Numbers that no published table assigns. @see docs/profiles/service-sessions.md */
const SESSION_RESOURCE_TYPES = {
  sessions: 9001,
  session: 9002,
  sessionEndpoint: 9003,
  nextHop: 9004,
  sessionPolicy: 9005,
  sessionContext: 9006,
} as const;

/** m2m:resourceType. @see TS-0004 6.3.4.2.1 */
export const ResourceType = {
  ...MEMBER_RESOURCE_TYPES,
  ...SESSION_RESOURCE_TYPES,
  localMulticastGroup: 45,
  CSEBaseAnnc: 10005,
} as const;

/** m2m:memberType: 0, the resource types, and the virtual resources that can be members. @see TS-0004 6.3.4.2.11 */
export const MemberType = {
  mixed: 0,
  ...MEMBER_RESOURCE_TYPES,
  oldest: 20001,
  latest: 20002,
  mashup: 20003,
} as const;
