import { check } from '../../harness/verdict/check';
import type { StatusCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import type { LookedAt } from './message-parts';
import { outcomeOf } from './outcome';

/** What messages say of commands, and how they number them and themselves. */

export function checkStatusOf({ messages }: LookedAt, command: string, value: string, what: string): void {
  const statuses = messages
    .flatMap(({ message }) => message.commands)
    .filter((one): one is StatusCommand => one.kind === 'Status' && one.command === command);
  const codes = statuses.map(({ code }) => code);
  const actual = codes.join(', ') || 'none';
  if (value === 'there' || value === 'absent') {
    check(value === 'there' ? codes.length > 0 : codes.length === 0, what, value, actual);
    return;
  }
  const outcome = outcomeOf(value);
  check(codes.length > 0 && codes.every((code) => outcome.allows(code)), what, value, actual);
}

/** @see DM_RepPro 4.1.5.1, MS-MDM 2.2.3.2 */
export function checkIdentifiers({ messages }: LookedAt, value: string, what: string): void {
  for (const { message } of messages) {
    const identifiers = [...allCommands(message.commands)].map(({ commandID }) => commandID);
    const isSound = !identifiers.includes('0') && !identifiers.includes('');
    const holds = isSound && new Set(identifiers).size === identifiers.length;
    check(holds, what, value, identifiers.join(', '));
  }
}

export function checkMessageIDs({ messages, view }: LookedAt, value: string, what: string): void {
  const identifiers = messages.map(({ message }) => message.header.messageID);
  const isRising = view.fromTarget.every(({ message }, index) => message.header.messageID === index + 1);
  const isIt = identifiers.every((one) => String(one) === value);
  check(value === 'rising by one from 1' ? isRising : isIt, what, value, identifiers.join(', '));
}
