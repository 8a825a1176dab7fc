/**
 * The attributes of a container.
 * @see TS-0004 tables 7.4.6.1-2 and 7.4.6.1-3
 */
import { cited, GENERATED, inherited, OPTIONAL } from '../attribute-rows';
import { ANY_URI, BOOLEAN, NON_NEGATIVE_INTEGER, STRING } from '../data-types';
import type { AttributeRow } from '../rows';
import { CREATOR, STATE_TAG } from '../universal-attributes';

export const CONTAINER_ATTRIBUTES: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.6.1-2'),
  ...cited('TS-0004 table 7.4.6.1-2', [STATE_TAG, CREATOR]),
  ...cited('TS-0004 table 7.4.6.1-3', [
    { name: 'maxNrOfInstances', short: 'mni', type: NON_NEGATIVE_INTEGER, ...OPTIONAL },
    { name: 'maxByteSize', short: 'mbs', type: NON_NEGATIVE_INTEGER, ...OPTIONAL },
    { name: 'maxInstanceAge', short: 'mia', type: NON_NEGATIVE_INTEGER, ...OPTIONAL },
    { name: 'currentNrOfInstances', short: 'cni', type: NON_NEGATIVE_INTEGER, ...GENERATED },
    { name: 'currentByteSize', short: 'cbs', type: NON_NEGATIVE_INTEGER, ...GENERATED },
    { name: 'locationID', short: 'li', type: ANY_URI, create: 'NP', update: 'NP' },
    { name: 'ontologyRef', short: 'or', type: ANY_URI, ...OPTIONAL },
    // Its default tells how absence is read, so nothing is put where the creator gave nothing.
    { name: 'disableRetrieval', short: 'disr', type: BOOLEAN, ...OPTIONAL },
  ]),
  ...cited('SES profile', [
    { name: 'sessionID', short: 'sid', type: STRING, create: 'NP', update: 'O' },
    { name: 'protectedData', short: 'prd', type: STRING, create: 'NP', update: 'O' },
  ]),
];
