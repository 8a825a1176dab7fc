import { deviationsFromDTD } from '../../../protocol/codec/syncml/strict-check';
import type { SyncMLMediaType } from '../../../protocol/codec/syncml/syncml-body';
import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import { identifierFindings } from '../../../protocol/model/syncml-identifiers';
import type { SyncMLHeader, SyncMLMessage } from '../../../protocol/model/syncml-message';
import { AUTHENTICATION_TYPES } from '../../../protocol/tables/syncml/identifiers';

/** A habit of a sender that its peers live with, though the standard says otherwise. Each is worth a warning. */
export interface MessageNote {
  readonly habit:
    | 'data synchronization media type'
    | 'order of elements'
    | 'elements'
    | 'identifiers'
    | 'order of statuses'
    | 'interior DevInfo nodes'
    | 'results straight after their status'
    | 'no LocName';
  readonly detail: string;
}

/** What a strict reader would say of a message that the tolerant one took. @see RepPro DTD, DM_RepPro 4.1.5.1 */
export function notesOn(
  message: SyncMLMessage,
  octets: Uint8Array,
  { isDataSynchronization, serialization }: SyncMLMediaType,
): readonly MessageNote[] {
  const deviations = deviationsFromDTD(octets, serialization);
  const fromDTD = (deviations.ok ? deviations.value : []).map(({ kind, where, detail }): MessageNote => {
    return { habit: kind === 'order' ? 'order of elements' : 'elements', detail: `${where}: ${detail}` };
  });
  const identifiers = identifierFindings(message).map(
    ({ kind, identifier }): MessageNote => ({ habit: 'identifiers', detail: `${kind} "${identifier}"` }),
  );
  return [
    ...(isDataSynchronization ? [MEDIA_TYPE] : []),
    ...fromDTD,
    ...identifiers,
    ...statusNotes(message.commands),
    ...informationNotes(message.commands),
    ...nameNotes(message.header),
  ];
}

const MEDIA_TYPE: MessageNote = {
  habit: 'data synchronization media type',
  detail: 'the media type is that of data synchronization',
};

/** The status of the header comes first, Results after all statuses or right after their own. @see RepPro Status */
function statusNotes(commands: readonly SyncMLCommand[]): MessageNote[] {
  const notes: MessageNote[] = [];
  const header = commands.findIndex((command) => command.kind === 'Status' && command.command === 'SyncHdr');
  if (header > 0) {
    notes.push({ habit: 'order of statuses', detail: `the status of the header is command ${header + 1}` });
  }
  const results = commands.findIndex(({ kind }) => kind === 'Results');
  const last = commands.findLastIndex(({ kind }) => kind === 'Status');
  if (results >= 0 && results < last) {
    const detail = `a Status is command ${last + 1}, Results are command ${results + 1}`;
    notes.push({ habit: 'results straight after their status', detail });
  }
  return notes;
}

/** Package 1 has one item for each node with a value. @see DM_Protocol 2.3.3 */
function informationNotes(commands: readonly SyncMLCommand[]): MessageNote[] {
  const interior = commands
    .flatMap((command) => (command.kind === 'Replace' ? command.items : []))
    .filter(({ source, meta }) => source !== undefined && meta?.format === 'node');
  return interior.map(({ source }) => ({ habit: 'interior DevInfo nodes', detail: source?.uri ?? '' }));
}

/** The name stands in Source where the credentials hold a digest of it only. @see DM_RepPro 4.1.1.9 */
function nameNotes({ credential, source }: SyncMLHeader): MessageNote[] {
  const isDigest = credential?.meta?.type === AUTHENTICATION_TYPES.md5;
  if (!isDigest || source.name !== undefined) return [];
  return [{ habit: 'no LocName', detail: `Source "${source.uri}" has no LocName` }];
}
