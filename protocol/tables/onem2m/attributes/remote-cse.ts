/**
 * The attributes of a remoteCSE.
 * @see TS-0004 tables 7.4.4.1-2 and 7.4.4.1-3
 */
import { cited, inherited, OPTIONAL, REQUIRED, REQUIRED_ONCE, WRITE_ONCE } from '../attribute-rows';
import {
  ACTIVITY_PATTERN_ELEMENTS,
  ANY_URI,
  BOOLEAN,
  CSE_TYPE_ID,
  E2E_SEC_INFO,
  EXTERNAL_ID,
  ID,
  LIST_OF_M2M_ID,
  MULTICAST_CAPABILITY,
  POA_LIST,
  SERIALIZATIONS,
  SUPPORTED_RELEASE_VERSIONS,
  TRIGGER_RECIPIENT_ID,
  UNSIGNED_INT,
} from '../data-types';
import type { AttributeRow } from '../rows';

export const REMOTE_CSE_ATTRIBUTES: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.4.1-2'),
  ...cited('TS-0004 table 7.4.4.1-3', [
    { name: 'cseType', short: 'cst', type: CSE_TYPE_ID, ...WRITE_ONCE },
    { name: 'pointOfAccess', short: 'poa', type: POA_LIST, ...OPTIONAL },
    { name: 'CSEBase', short: 'cb', type: ANY_URI, ...REQUIRED_ONCE },
    { name: 'CSE-ID', short: 'csi', type: ID, ...WRITE_ONCE },
    { name: 'M2M-Ext-ID', short: 'mei', type: EXTERNAL_ID, ...OPTIONAL },
    { name: 'Trigger-Recipient-ID', short: 'tri', type: TRIGGER_RECIPIENT_ID, ...OPTIONAL },
    { name: 'requestReachability', short: 'rr', type: BOOLEAN, ...REQUIRED },
    { name: 'nodeLink', short: 'nl', type: ANY_URI, ...OPTIONAL },
    { name: 'triggerReferenceNumber', short: 'trn', type: UNSIGNED_INT, ...OPTIONAL },
    { name: 'contentSerialization', short: 'csz', type: SERIALIZATIONS, ...OPTIONAL },
    { name: 'e2eSecInfo', short: 'esi', type: E2E_SEC_INFO, ...OPTIONAL },
    { name: 'descendantCSEs', short: 'dcse', type: LIST_OF_M2M_ID, ...OPTIONAL },
    { name: 'supportedReleaseVersions', short: 'srv', type: SUPPORTED_RELEASE_VERSIONS, ...REQUIRED },
    { name: 'multicastCapability', short: 'mtcc', type: MULTICAST_CAPABILITY, ...OPTIONAL },
    { name: 'externalGroupID', short: 'egid', type: EXTERNAL_ID, ...OPTIONAL },
    { name: 'triggerEnable', short: 'tren', type: BOOLEAN, ...OPTIONAL },
    { name: 'activityPatternElements', short: 'ape', type: ACTIVITY_PATTERN_ELEMENTS, ...OPTIONAL },
  ]),
];
