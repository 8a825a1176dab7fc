import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Item } from '../../../protocol/model/syncml-item';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { plural } from '../text/plural';

/** Says in a few words what the commands of a SyncML message are. */

const DEV_INFO = /^(?:\.\/)?DevInfo(?:\/|$)/;

/** `Alert 1200`, `Replace ./DevInfo`, `Status 200 ×3`: equal neighbours are counted. */
export function commandWords(commands: readonly SyncMLCommand[]): readonly string[] {
  const counted: { text: string; count: number }[] = [];
  for (const text of commands.map(wordsOf)) {
    const last = counted.at(-1);
    if (last?.text === text) last.count += 1;
    else counted.push({ text, count: 1 });
  }
  return counted.map(({ text, count }) => (count === 1 ? text : `${text} ×${count}`));
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
  return places.length > 1 ? `${first} and ${plural(places.length - 1, 'item')} more` : first;
}
