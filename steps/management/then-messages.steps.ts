import type { DataTable } from '@cucumber/cucumber';
import { hasAlert } from '../../harness/cast/management/client-answers';
import type { TargetMessage } from '../../harness/cast/management/session-view';
import { check } from '../../harness/verdict/check';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { allChosen, chosen, type MessageChoice, viewOf } from './message-choice';
import { checkPart } from './message-parts';

consequence('{message} of {target} has:', function (choice: MessageChoice, target: string, table: DataTable) {
  const view = viewOf(this, target, choice);
  const messages = chosen(view, choice);
  for (const [part = '', value = ''] of table.raw())
    checkPart(this, { view, messages, choice, target }, part, value);
});

consequence(
  '{message} of {target} has no {word}',
  function (choice: MessageChoice, target: string, word: string) {
    checkHasNo(this, choice, target, word);
  },
);

consequence(
  '{message} of {target} has no Status of Results',
  function (choice: MessageChoice, target: string) {
    const messages = chosen(viewOf(this, target, choice), choice);
    const statuses = messages
      .flatMap(({ message }) => message.commands)
      .filter(({ kind }) => kind === 'Status');
    // A part of a large object gets one; that of a whole one would say 200.
    const odd = statuses.filter(
      (one) => one.kind === 'Status' && one.command === 'Results' && one.code === 200,
    );
    check(odd.length === 0, `the statuses of Results in ${choice} of ${target}`, 'none', `${odd.length}`);
  },
);

function checkHasNo(world: FlowproofWorld, choice: MessageChoice, target: string, word: string): void {
  const messages = allChosen(viewOf(world, target, choice), choice);
  const found = messages.filter((message) => hasPart(message, word));
  check(
    found.length === 0,
    `${word} in ${choice} of ${target}`,
    'none',
    `${found.length} message(s) with it`,
  );
}

function hasPart({ message }: TargetMessage, word: string): boolean {
  const { header, commands, final } = message;
  switch (word) {
    case 'Cred':
      return header.credential !== undefined;
    case 'Final':
      return final;
    case 'RespURI':
      return header.responseURI !== undefined;
    case 'MoreData':
      return commands.some((one) => 'items' in one && one.items.some(({ moreData }) => moreData === true));
    case 'commands':
      return commands.some(({ kind }) => kind !== 'Status' && kind !== 'Results' && kind !== 'Alert');
    default:
      throw new Error(`"${word}" is no part of a message that can be absent`);
  }
}

consequence('{target} sends Alert {int}', function (target: string, code: number) {
  const { fromTarget } = viewOf(this, target);
  const has = fromTarget.some(({ message }) => hasAlert(message, code));
  check(has, `the messages of ${target}`, `Alert ${code} among them`, 'none with it');
});

consequence('{target} sends package 1 again', function (target: string) {
  const { fromTarget } = viewOf(this, target);
  const openings = fromTarget.filter(({ message }) => hasAlert(message, 1200) || hasAlert(message, 1201));
  check(openings.length > 1, `packages 1 of ${target}`, 'two or more', `${openings.length}`);
  for (const { message } of openings) {
    const informs = message.commands.some(({ kind }) => kind === 'Replace');
    check(informs, `package 1 of ${target}`, 'Alert and DevInfo', 'no Replace of DevInfo');
  }
  const sessions = new Set(fromTarget.map(({ message }) => message.header.sessionID));
  check(sessions.size === 1, `SessionID of ${target}`, 'the same', [...sessions].join(', '));
  const rising = fromTarget.every(({ message }, at) => message.header.messageID === at + 1);
  check(
    rising,
    `MsgID of ${target}`,
    'rising by one',
    fromTarget.map(({ message }) => message.header.messageID).join(', '),
  );
});

consequence(
  'every message of {target} travels in {serialization}',
  function (target: string, wanted: 'xml' | 'wbxml') {
    const { fromTarget } = viewOf(this, target);
    const odd = fromTarget.filter(({ arrival }) => arrival.serialization !== wanted);
    check(odd.length === 0, `the messages of ${target}`, wanted, odd[0]?.arrival.serialization ?? '');
  },
);

consequence('{target} sends its next message to the address that was given', function (target: string) {
  const { fromTarget, fromTester } = viewOf(this, target);
  const given = fromTester.map(({ header }) => header.responseURI);
  const [, ...later] = fromTarget;
  check(later.length > 0, `the messages of ${target} after its first`, 'at least one', 'none');
  for (const [at, { to }] of later.entries())
    check(to === given[at], `the address of message ${at + 2} of ${target}`, given[at] ?? '', to ?? '');
});
