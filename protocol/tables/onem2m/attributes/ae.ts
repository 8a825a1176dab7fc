/**
 * The attributes of an AE.
 * @see TS-0004 tables 7.4.5.1-2 and 7.4.5.1-3
 */
import { cited, GENERATED, inherited, OPTIONAL, REQUIRED, REQUIRED_ONCE } from '../attribute-rows';
import {
  ACTIVITY_PATTERN_ELEMENTS,
  AE_REGISTRATION_STATUS,
  ANY_URI,
  BOOLEAN,
  E2E_SEC_INFO,
  EXTERNAL_ID,
  ID,
  POA_LIST,
  SERIALIZATIONS,
  SESSION_CAPABILITIES,
  STRING,
  SUPPORTED_RELEASE_VERSIONS,
  TRIGGER_RECIPIENT_ID,
  UNSIGNED_INT,
} from '../data-types';
import type { AttributeRow } from '../rows';

export const AE_ATTRIBUTES: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.5.1-2'),
  ...cited('TS-0004 table 7.4.5.1-3', [
    { name: 'appName', short: 'apn', type: STRING, ...OPTIONAL },
    { name: 'App-ID', short: 'api', type: STRING, ...REQUIRED_ONCE },
    { name: 'AE-ID', short: 'aei', type: ID, ...GENERATED },
    { name: 'pointOfAccess', short: 'poa', type: POA_LIST, ...OPTIONAL },
    { name: 'ontologyRef', short: 'or', type: ANY_URI, ...OPTIONAL },
    { name: 'nodeLink', short: 'nl', type: ANY_URI, ...OPTIONAL },
    { name: 'requestReachability', short: 'rr', type: BOOLEAN, ...REQUIRED },
    { name: 'contentSerialization', short: 'csz', type: SERIALIZATIONS, ...OPTIONAL },
    { name: 'e2eSecInfo', short: 'esi', type: E2E_SEC_INFO, ...OPTIONAL },
    { name: 'M2M-Ext-ID', short: 'mei', type: EXTERNAL_ID, ...OPTIONAL },
    { name: 'supportedReleaseVersions', short: 'srv', type: SUPPORTED_RELEASE_VERSIONS, ...REQUIRED },
    { name: 'registrationStatus', short: 'regs', type: AE_REGISTRATION_STATUS, ...OPTIONAL },
    { name: 'trackRegistrationPoints', short: 'trps', type: BOOLEAN, ...OPTIONAL },
    { name: 'sessionCapabilities', short: 'scp', type: SESSION_CAPABILITIES, ...OPTIONAL },
    { name: 'triggerEnable', short: 'tren', type: BOOLEAN, ...OPTIONAL },
    { name: 'activityPatternElements', short: 'ape', type: ACTIVITY_PATTERN_ELEMENTS, ...OPTIONAL },
    { name: 'Trigger-Recipient-ID', short: 'tri', type: TRIGGER_RECIPIENT_ID, ...OPTIONAL },
    { name: 'triggerReferenceNumber', short: 'trn', type: UNSIGNED_INT, ...OPTIONAL },
  ]),
];
