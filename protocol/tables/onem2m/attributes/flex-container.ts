/**
 * The attributes that all flexContainer specializations share; custom attributes are those of their schema.
 * @see TS-0004 tables 7.4.37.1-1 and 7.4.37.1-2
 */
import { cited, GENERATED, inherited, OPTIONAL, REQUIRED_ONCE } from '../attribute-rows';
import { ANY_URI, NON_NEGATIVE_INTEGER } from '../data-types';
import type { AttributeRow } from '../rows';
import { CREATOR, STATE_TAG } from '../universal-attributes';

export const FLEX_CONTAINER_ATTRIBUTES: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.37.1-1'),
  ...cited('TS-0004 table 7.4.37.1-1', [STATE_TAG, CREATOR]),
  ...cited('TS-0004 table 7.4.37.1-2', [
    { name: 'containerDefinition', short: 'cnd', type: ANY_URI, ...REQUIRED_ONCE },
    { name: 'ontologyRef', short: 'or', type: ANY_URI, ...OPTIONAL },
    { name: 'contentSize', short: 'cs', type: NON_NEGATIVE_INTEGER, ...GENERATED },
    { name: 'nodeLink', short: 'nl', type: ANY_URI, ...OPTIONAL },
  ]),
];
