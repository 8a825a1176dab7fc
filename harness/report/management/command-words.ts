import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Item } from '../../../protocol/model/syncml-item';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { plural } from '../text/plural';

/** Says in a few words what the commands of a SyncML message are. */

const DEV_INFO = /^(?:\.\/)?DevInfo(?:\/|$)/;

/** `Alert 1200`, `Replace ./DevInfo`, `Status 200 ×3`, `Add ./a and 2 more`: neighbours of one kind are put together. */
export function commandWords(commands: readonly SyncMLCommand[]): readonly string[] {
  const runs: { readonly kind: string; readonly texts: string[] }[] = [];
  for (const command of commands) {
    const text = wordsOf(command);
    const kind = command.kind === 'Status' ? text : command.kind;
    const last = runs.at(-1);
    if (last?.kind === kind) last.texts.push(text);
    else runs.push({ kind, texts: [text] });
  }
  return runs.map(({ texts }) => runWords(texts));
}

function runWords(texts: readonly string[]): string {
  const [first = ''] = texts;
  if (texts.length === 1) return first;
  const areEqual = texts.every((text) => text === first);
  return areEqual ? `${first} ×${texts.length}` : `${first} and ${texts.length - 1} more`;
}

function wordsOf(command: SyncMLCommand): string {
  switch (command.kind) {
    case 'Status':
      return `Status ${command.code}`;
    case 'Alert':
      return alertWords(command.code, command.items);
    case 'Results':
      return `Results ${placesOf(command.items, command.sourceReference)}`.trim();
    case 'Atomic':
    case 'Sequence':
      return `${command.kind} (${commandWords(command.commands).join(', ')})`;
    case 'NotInDM':
      return command.command;
    default:
      return `${command.kind} ${placesOf(command.items)}`.trim();
  }
}

/** A generic alert is known by its type: `Alert 1226 resultaggregation:1.0`. */
function alertWords(code: number | undefined, items: readonly Item[]): string {
  const type = code === ALERT_CODES.GENERIC_ALERT ? items[0]?.meta?.type : undefined;
  const name = type?.replace(/^.*:(?=[^:]*:[^:]*$)/u, '') ?? '';
  return `Alert ${code ?? ''} ${name}`.trim();
}

function placesOf(items: readonly Item[], otherwise = ''): string {
  const places = items.map(({ target, source }) => target?.uri ?? source?.uri ?? otherwise);
  if (places.length > 1 && places.every((place) => DEV_INFO.test(place))) return './DevInfo';
  const [first = otherwise] = places;
  return places.length > 1 ? `${first} (${plural(places.length, 'item')})` : first;
}
