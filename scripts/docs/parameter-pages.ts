import type { Operation } from '../../protocol/model/operation';
import {
  REQUEST_PARAMETERS,
  RESPONSE_TYPE_URIS_HEADER,
} from '../../protocol/tables/onem2m/request-parameters';
import {
  CONTENT_LOCATION_HEADER,
  RESPONSE_PARAMETERS,
} from '../../protocol/tables/onem2m/response-parameters';
import type { HttpMapping, RequestParameterRow } from '../../protocol/tables/onem2m/rows';
import { dataTypeText } from './data-type-text';
import { code, document, prose, table } from './markdown';
import { generatedFrom, type Page } from './page';

const OPERATIONS: readonly Operation[] = ['create', 'retrieve', 'update', 'delete', 'notify'];

export function parameterPages(): readonly Page[] {
  return [
    { file: 'docs/protocol/request-parameters.md', text: requestParameters() },
    { file: 'docs/protocol/response-parameters.md', text: responseParameters() },
  ];
}

function requestParameters(): string {
  const headings = ['Parameter', 'Short', 'Type', 'No.', 'If absent', 'C R U D N', 'In HTTP', 'Clause'];
  const rows = REQUEST_PARAMETERS.map((row) => [
    row.title,
    code(row.short),
    dataTypeText(row.type),
    row.multiplicity,
    prose(row.defaultHandling),
    presenceText(row),
    httpText(row.http),
    row.clause,
  ]);
  return document([
    generatedFrom('protocol/tables/onem2m/request-parameters.ts'),
    '# Parameters of a request',
    `The ${rows.length} rows of SOM table 6.4.1-1. Short names are those of TS-0004 table 8.2.2-1, the way through HTTP that of TS-0009.`,
    '"C R U D N" says for CREATE, RETRIEVE, UPDATE, DELETE and NOTIFY whether the parameter is mandatory (M), optional (O) or not permitted (NP).',
    table(headings, rows),
    `The notification URIs of Response Type travel in the header ${code(RESPONSE_TYPE_URIS_HEADER)}, joined with ${code('&')}.`,
    'A row marked "project" is in no published table. A target file can name another place: see `names` in [target-file.md](../target-file.md).',
  ]);
}

function responseParameters(): string {
  const rows = RESPONSE_PARAMETERS.map((row) => [
    row.title,
    code(row.short),
    dataTypeText(row.type),
    row.multiplicity,
    httpText(row.http),
    row.clause,
  ]);
  return document([
    generatedFrom('protocol/tables/onem2m/response-parameters.ts'),
    '# Parameters of a response',
    'Response parameters of TS-0004 table 6.4.2-1 and their way through HTTP (TS-0009 6.3.2 and 6.4).',
    table(['Parameter', 'Short', 'Type', 'No.', 'In HTTP', 'Clause'], rows),
    `The address of a created resource travels in the header ${code(CONTENT_LOCATION_HEADER)}, which is no parameter of the primitive.`,
  ]);
}

function presenceText({ presence }: RequestParameterRow): string {
  return OPERATIONS.map((operation) => presence[operation]).join(' ');
}

const ELSEWHERE: { readonly [place: string]: string } = {
  method: 'the method',
  path: 'the path',
  body: 'the body',
  'content-type': '`ty` of Content-Type',
  status: 'the status',
  filter: 'query arguments of its conditions',
  none: 'not carried',
};

function httpText(http: HttpMapping): string {
  if (http.in === 'header') return `header ${code(http.name)}`;
  if (http.in === 'query') return `query ${code(http.name)}${http.project ? ' (project)' : ''}`;
  return ELSEWHERE[http.in] ?? http.in;
}
