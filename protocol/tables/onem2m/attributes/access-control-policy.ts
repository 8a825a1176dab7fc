/**
 * The attributes of an accessControlPolicy.
 * @see TS-0004 tables 7.4.2.1-2 and 7.4.2.1-3
 */
import { cited, inherited, OPTIONAL, REQUIRED } from '../attribute-rows';
import { SET_OF_ACRS } from '../complex-types';
import { LIST_OF_URIS } from '../data-types';
import type { AttributeRow } from '../rows';

const ACCESS_BY_ITSELF = ['accessControlPolicyIDs', 'dynamicAuthorizationConsultationIDs'];

export const ACCESS_CONTROL_POLICY_ATTRIBUTES: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.2.1-2', ACCESS_BY_ITSELF),
  ...cited('TS-0004 table 7.4.2.1-3', [
    { name: 'privileges', short: 'pv', type: SET_OF_ACRS, ...REQUIRED },
    { name: 'selfPrivileges', short: 'pvs', type: SET_OF_ACRS, ...REQUIRED },
    { name: 'authorizationDecisionResourceIDs', short: 'adri', type: LIST_OF_URIS, ...OPTIONAL },
    { name: 'authorizationPolicyResourceIDs', short: 'apri', type: LIST_OF_URIS, ...OPTIONAL },
    { name: 'authorizationInformationResourceIDs', short: 'airi', type: LIST_OF_URIS, ...OPTIONAL },
  ]),
];
