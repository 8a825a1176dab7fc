import { decodeSyncMLBody } from '../../../protocol/codec/syncml/syncml-body';
import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import { allCommands } from '../../../protocol/model/syncml-identifiers';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { NOTIFICATION_MEDIA_TYPE } from '../../../protocol/tables/syncml/identifiers';
import type { Exchange, RecordedMessage } from '../../links/exchange';
import { hasAlert } from './client-answers';

/** What a message of the fan-out workflow is, in the words of a flow. @see GFO steps 1 to 7 */
export type FlowWord =
  | 'package 0'
  | 'package 1'
  | 'set ToBeFannedOut'
  | 'set TargetGroupRef'
  | 'Start'
  | 'the commands'
  | 'its results'
  | 'alert'
  | 'get the results'
  | 'the aggregate';

/** Something that was said, at its place among all messages. */
export interface Said {
  readonly word: FlowWord;
  readonly from: string;
  readonly to: string;
  readonly place: number;
  readonly exchange: number;
}

/** Everything that belongs to the workflow, in the order in which it crossed the wire. It judges nothing. */
export function saidIn(exchanges: readonly Exchange[]): readonly Said[] {
  const said = exchanges.flatMap(({ id, from, to, request, response, requestPlace, answerPlace }) => [
    ...wordsIn(request).map((word) => ({ word, from, to, place: requestPlace, exchange: id })),
    ...(response === undefined || answerPlace === undefined
      ? []
      : wordsIn(response).map((word) => ({ word, from: to, to: from, place: answerPlace, exchange: id }))),
  ]);
  return said.sort((one, other) => one.place - other.place);
}

function wordsIn(recorded: RecordedMessage): readonly FlowWord[] {
  const contentType = recorded.headers['content-type'] ?? '';
  if (contentType.split(';')[0]?.trim() === NOTIFICATION_MEDIA_TYPE) return ['package 0'];
  const octets = Buffer.from(recorded.body, recorded.bodyEncoding === 'base64' ? 'base64' : 'utf-8');
  const read = decodeSyncMLBody(octets, contentType);
  return read.ok ? wordsOf(read.value) : [];
}

function wordsOf(message: SyncMLMessage): readonly FlowWord[] {
  const all = [...allCommands(message.commands)];
  const opens =
    hasAlert(message, ALERT_CODES.SERVER_INITIATED_MANAGEMENT) ||
    hasAlert(message, ALERT_CODES.CLIENT_INITIATED_MANAGEMENT);
  const answers = all.some((one) => one.kind === 'Status' && ANSWERED.has(one.command));
  return [
    ...(opens ? (['package 1'] as const) : []),
    ...new Set(all.flatMap(wordsOfCommand)),
    ...(answers ? (['its results'] as const) : []),
    ...(!opens && all.some(isWork) ? (['the commands'] as const) : []),
    ...(hasAlert(message, ALERT_CODES.GENERIC_ALERT) ? (['alert'] as const) : []),
  ];
}

const ANSWERED: ReadonlySet<string> = new Set([
  'Add',
  'Replace',
  'Delete',
  'Get',
  'Exec',
  'Copy',
  'Atomic',
  'Sequence',
]);

function isWork({ kind }: SyncMLCommand): boolean {
  return kind !== 'Status' && kind !== 'Results' && kind !== 'Alert';
}

const RESULTS = /Results\//;

function wordsOfCommand(command: SyncMLCommand): readonly FlowWord[] {
  if (!('items' in command)) return [];
  const reference = command.kind === 'Results' ? (command.sourceReference ?? '') : '';
  const uris = command.items.map(({ target, source }) => target?.uri ?? source?.uri ?? reference);
  switch (command.kind) {
    case 'Replace':
    case 'Add':
      return SETTINGS.filter((word) => uris.some((uri) => uri.endsWith(word.slice('set '.length))));
    case 'Exec':
      return uris.some((uri) => uri.endsWith('/Start')) ? ['Start'] : [];
    case 'Get':
      return uris.some((uri) => RESULTS.test(uri)) ? ['get the results'] : [];
    case 'Results':
      return uris.some((uri) => uri.endsWith('/DeResult')) ? ['the aggregate'] : [];
    default:
      return [];
  }
}

const SETTINGS = ['set ToBeFannedOut', 'set TargetGroupRef'] as const;
