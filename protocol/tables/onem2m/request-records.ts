/**
 * What a request resource keeps of a primitive: its meta information and its result.
 * @see TS-0004 6.3.5.4 and 6.3.5.32, short names as in table 8.2.2-1
 */
import { RESOURCE_TYPE } from './data-types';
import { REQUEST_PARAMETERS } from './request-parameters';
import { RESPONSE_PARAMETERS } from './response-parameters';
import type { DataType, MemberRow } from './rows';

/** Kept in attributes of their own, or nowhere. */
const NOT_META_INFORMATION = ['operation', 'to', 'from', 'requestIdentifier', 'content', 'resourceType'];

const META_INFORMATION_MEMBERS: readonly MemberRow[] = [
  { name: 'resourceType', short: 'ty', type: RESOURCE_TYPE },
  ...REQUEST_PARAMETERS.filter((row) => !NOT_META_INFORMATION.includes(row.parameter)).map((row) => ({
    name: row.parameter,
    short: row.short,
    type: row.type,
  })),
];

/** The members bear the names of the parameters. The somecast number joins the target members, its alternative. */
export const META_INFORMATION: DataType = {
  kind: 'complex',
  name: 'm2m:metaInformation',
  members: META_INFORMATION_MEMBERS,
};

const OPERATION_RESULT_PARAMETERS = [
  'responseStatusCode',
  'requestIdentifier',
  'content',
  'to',
  'from',
  'originatingTimestamp',
  'resultExpirationTimestamp',
  'eventCategory',
  'contentStatus',
  'contentOffset',
];

const OPERATION_RESULT_MEMBERS: readonly MemberRow[] = RESPONSE_PARAMETERS.filter((row) =>
  OPERATION_RESULT_PARAMETERS.includes(row.parameter),
).map((row) => ({
  name: row.parameter === 'content' ? 'primitiveContent' : row.parameter,
  short: row.short,
  type: row.type,
  required: row.parameter === 'responseStatusCode' || row.parameter === 'requestIdentifier',
}));

export const OPERATION_RESULT: DataType = {
  kind: 'complex',
  name: 'm2m:operationResult',
  members: OPERATION_RESULT_MEMBERS,
};
