/**
 * The attributes of CSEBase, which no request creates, updates or deletes.
 * @see TS-0004 tables 7.4.3.1-2 and 7.4.3.1-3
 */
import { cited, GENERATED, inherited, neverCreated, neverUpdated } from '../attribute-rows';
import {
  ACP_TYPE,
  ANY_URI,
  CSE_TYPE_ID,
  E2E_SEC_INFO,
  ID,
  listOf,
  POA_LIST,
  RESOURCE_TYPE,
  SERIALIZATIONS,
  SUPPORTED_RELEASE_VERSIONS,
} from '../data-types';
import type { AttributeRow } from '../rows';

const SPECIFIC = [
  'accessControlPolicyIDs',
  'expirationTime',
  'dynamicAuthorizationConsultationIDs',
  'announceTo',
  'announcedAttribute',
];

export const CSE_BASE_ATTRIBUTES: readonly AttributeRow[] = [
  ...neverCreated(neverUpdated(inherited('TS-0004 table 7.4.3.1-2', SPECIFIC))),
  ...cited('TS-0004 table 7.4.3.1-3', [
    { name: 'accessControlPolicyIDs', short: 'acpi', type: ACP_TYPE, ...GENERATED },
    { name: 'cseType', short: 'cst', type: CSE_TYPE_ID, ...GENERATED },
    { name: 'CSE-ID', short: 'csi', type: ID, ...GENERATED },
    { name: 'supportedResourceType', short: 'srt', type: listOf(RESOURCE_TYPE), ...GENERATED },
    { name: 'pointOfAccess', short: 'poa', type: POA_LIST, ...GENERATED },
    { name: 'nodeLink', short: 'nl', type: ANY_URI, ...GENERATED },
    { name: 'dynamicAuthorizationConsultationIDs', short: 'daci', type: listOf(ANY_URI), ...GENERATED },
    { name: 'contentSerialization', short: 'csz', type: SERIALIZATIONS, ...GENERATED },
    { name: 'e2eSecInfo', short: 'esi', type: E2E_SEC_INFO, ...GENERATED },
    { name: 'supportedReleaseVersions', short: 'srv', type: SUPPORTED_RELEASE_VERSIONS, ...GENERATED },
  ]),
];
