/**
 * The attributes that all flexContainer specializations share; custom attributes are those of their schema.
 * @see TS-0004 tables 7.4.37.1-1 and 7.4.37.1-2
 */
import { cited, inherited } from '../attribute-rows';
import { ANY_URI, NON_NEGATIVE_INTEGER } from '../data-types';
import type { AttributeRow } from '../rows';
import { CREATOR, STATE_TAG } from '../universal-attributes';

const OPTIONAL = { create: 'O', update: 'O' } as const;

export const FLEX_CONTAINER_ATTRIBUTES: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.37.1-1'),
  ...cited('TS-0004 table 7.4.37.1-1', [STATE_TAG, CREATOR]),
  ...cited('TS-0004 table 7.4.37.1-2', [
    { name: 'containerDefinition', short: 'cnd', type: ANY_URI, create: 'M', update: 'NP' },
    { name: 'ontologyRef', short: 'or', type: ANY_URI, ...OPTIONAL },
    {
      name: 'contentSize',
      short: 'cs',
      type: NON_NEGATIVE_INTEGER,
      create: 'NP',
      update: 'NP',
      generatedByHostingCse: true,
    },
    { name: 'nodeLink', short: 'nl', type: ANY_URI, ...OPTIONAL },
  ]),
];
