/**
 * The attributes of a node.
 * @see TS-0004 tables 7.4.18.1-2 and 7.4.18.1-3
 */
import { cited, GENERATED, inherited, OPTIONAL, REQUIRED } from '../attribute-rows';
import { BOOLEAN, ID, LIST_OF_M2M_ID, NODE_ID, STRING } from '../data-types';
import type { AttributeRow } from '../rows';

export const NODE_ATTRIBUTES: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.18.1-2'),
  ...cited('TS-0004 table 7.4.18.1-3', [
    { name: 'nodeID', short: 'ni', type: NODE_ID, ...REQUIRED },
    { name: 'hostedCSELink', short: 'hcl', type: ID, ...OPTIONAL },
    { name: 'hostedAELinks', short: 'hael', type: LIST_OF_M2M_ID, ...OPTIONAL },
    { name: 'hostedServiceLinks', short: 'hsl', type: LIST_OF_M2M_ID, ...OPTIONAL },
    { name: 'mgmtClientAddress', short: 'mgca', type: STRING, ...OPTIONAL },
    { name: 'roamingStatus', short: 'rms', type: BOOLEAN, ...GENERATED },
    { name: 'networkID', short: 'nid', type: STRING, ...GENERATED },
  ]),
];
