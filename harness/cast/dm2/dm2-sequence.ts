import { decodeRequestPackage } from '../../../protocol/codec/dm2/request-package';
import {
  INITIATION_MEDIA_TYPE,
  NOTIFICATION_MEDIA_TYPE,
  REQUEST_MEDIA_TYPE,
  RESPONSE_MEDIA_TYPE,
} from '../../../protocol/tables/dm2/identifiers';
import type { Exchange, RecordedMessage } from '../../links/exchange';
import type { DM2Addresses } from './stage';

/** What a message of the flows is, in the words of a scenario. @see dm2.md 1 */
export type DM2Word =
  | 'push request'
  | 'notification'
  | 'push report'
  | 'package 1'
  | 'commands'
  | 'package 3'
  | 'END';

/** Something that was said, at its place among all messages. */
export interface DM2Said {
  readonly word: DM2Word;
  readonly from: string;
  readonly to: string;
  readonly place: number;
  readonly exchange: number;
}

const WORD_OF_TYPE: { readonly [mediaType: string]: DM2Word } = {
  [INITIATION_MEDIA_TYPE]: 'package 1',
  [RESPONSE_MEDIA_TYPE]: 'package 3',
  [NOTIFICATION_MEDIA_TYPE]: 'notification',
};

/** Everything that belongs to the flows, in the order in which it crossed the wire; a 401 goes with its question. */
export function dm2SaidIn(
  exchanges: readonly Exchange[],
  { push }: Pick<DM2Addresses, 'push'>,
): readonly DM2Said[] {
  const said = exchanges
    .filter(({ response }) => response?.status !== 401)
    .flatMap(({ id: exchange, from, to, request, response, requestPlace, answerPlace }) => [
      ...asked(request, request.url === push).map((word) => ({
        word,
        from,
        to,
        place: requestPlace,
        exchange,
      })),
      ...(response === undefined || answerPlace === undefined
        ? []
        : answered(response).map((word) => ({ word, from: to, to: from, place: answerPlace, exchange }))),
    ]);
  return said.sort((one, other) => one.place - other.place);
}

function asked(request: RecordedMessage & { readonly url: string }, isPush: boolean): readonly DM2Word[] {
  const word = WORD_OF_TYPE[typeOf(request)];
  if (word !== undefined) return [word];
  if (isPush) return ['push request'];
  return new URL(request.url).pathname.startsWith('/push-reports/') ? ['push report'] : [];
}

function answered(response: RecordedMessage): readonly DM2Word[] {
  if (typeOf(response) !== REQUEST_MEDIA_TYPE) return [];
  const octets = Buffer.from(response.body, response.bodyEncoding === 'base64' ? 'base64' : 'utf-8');
  const read = decodeRequestPackage(octets);
  if (!read.ok) return [];
  const isEnd = read.value.commands.map(({ verb }) => verb === 'END');
  return [
    ...(isEnd.includes(false) ? (['commands'] as const) : []),
    ...(isEnd.includes(true) ? (['END'] as const) : []),
  ];
}

function typeOf({ headers }: RecordedMessage): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
