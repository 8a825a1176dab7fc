/**
 * The attributes of a contentInstance, which is never updated.
 * @see TS-0004 tables 7.4.7.1-2 and 7.4.7.1-3
 */
import { cited, GENERATED, inherited, neverUpdated, REQUIRED_ONCE, WRITE_ONCE } from '../attribute-rows';
import { CONTENT_REF } from '../complex-types';
import { ANY_TYPE, ANY_URI, CONTENT_INFO, NON_NEGATIVE_INTEGER } from '../data-types';
import type { AttributeRow } from '../rows';
import { CREATOR, STATE_TAG } from '../universal-attributes';

const ACCESS_OF_THE_PARENT = ['accessControlPolicyIDs', 'dynamicAuthorizationConsultationIDs'];

export const CONTENT_INSTANCE_ATTRIBUTES: readonly AttributeRow[] = [
  ...neverUpdated(inherited('TS-0004 table 7.4.7.1-2', ACCESS_OF_THE_PARENT)),
  ...cited('TS-0004 table 7.4.7.1-2', [STATE_TAG, CREATOR]),
  ...cited('TS-0004 table 7.4.7.1-3', [
    { name: 'contentInfo', short: 'cnf', type: CONTENT_INFO, ...WRITE_ONCE },
    { name: 'contentSize', short: 'cs', type: NON_NEGATIVE_INTEGER, ...GENERATED },
    { name: 'contentRef', short: 'conr', type: CONTENT_REF, ...WRITE_ONCE },
    { name: 'ontologyRef', short: 'or', type: ANY_URI, ...WRITE_ONCE },
    { name: 'content', short: 'con', type: ANY_TYPE, ...REQUIRED_ONCE },
  ]),
];
