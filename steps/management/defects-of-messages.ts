import type { Outgoing } from '../../harness/cast/management/syncml-messages';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { type DefectRow, withHeader, withMessage, withText } from './spoiling';

/** Messages that can be read, and say what they should not. */

const NOWHERE = 99;

export const MESSAGE_DEFECTS: readonly DefectRow[] = [
  { words: 'with VerDTD "([^"]*)"', change: (outgoing, versionDTD) => withHeader(outgoing, { versionDTD }) },
  {
    words: 'with VerProto "([^"]*)"',
    change: (outgoing, versionProtocol) => withHeader(outgoing, { versionProtocol }),
  },
  { words: 'with another SessionID', change: (outgoing) => withHeader(outgoing, { sessionID: 'zzz9' }) },
  {
    words: 'with a SessionID of 5 characters',
    change: (outgoing) => withHeader(outgoing, { sessionID: '12345' }),
  },
  {
    words: 'with the MsgID of before',
    change: (outgoing) => withHeader(outgoing, { messageID: outgoing.message.header.messageID - 1 }),
  },
  {
    words: 'with a MsgID of 0',
    change: (outgoing) => withText(outgoing, (text) => text.replace(/<MsgID>\d+</, '<MsgID>0<')),
  },
  {
    words: 'from another device',
    change: (outgoing) => withHeader(outgoing, { source: { uri: 'urn:flowproof:nobody' } }),
  },
  {
    words: 'for another target',
    change: (outgoing) => withHeader(outgoing, { target: { uri: 'urn:flowproof:nobody' } }),
  },
  { words: 'with two commands of one CmdID', change: (outgoing) => lastCommands(outgoing, sameIdentifier) },
  {
    words: 'with a CmdID of 0',
    change: (outgoing) =>
      lastCommands(outgoing, (commands) => commands.map((one) => ({ ...one, commandID: '0' }))),
  },
  {
    words: 'with a command without CmdID',
    change: (outgoing) => withText(outgoing, (text) => text.replace(lastIdentifier(outgoing), '')),
  },
  {
    words: 'with a MsgRef to nowhere',
    change: (outgoing) => withAnswers(outgoing, (answer) => ({ ...answer, messageReference: NOWHERE })),
  },
  {
    words: 'with a CmdRef to nowhere',
    change: (outgoing) =>
      withAnswers(outgoing, (answer) => ({ ...answer, commandReference: String(NOWHERE) })),
  },
  {
    words: 'with a Put',
    change: (outgoing) => {
      const put = `<Put><CmdID>${NOWHERE}</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target><Data>x</Data></Item></Put>`;
      return withText(outgoing, (text) =>
        text.replace(/<Final\/>|<Final><\/Final>|<\/SyncBody>/, (end) => put + end),
      );
    },
  },
  {
    words: 'with a command of management',
    change: (outgoing) => {
      const get = {
        kind: 'Get',
        commandID: String(NOWHERE),
        items: [{ target: { uri: './DevInfo/Man' } }],
      } as const;
      return withMessage(outgoing, { commands: [...outgoing.message.commands, get] });
    },
  },
  {
    words: 'with credentials in a command',
    change: (outgoing) =>
      withText(outgoing, (text) => {
        const type =
          '<Meta><Format xmlns="syncml:metinf">b64</Format><Type xmlns="syncml:metinf">syncml:auth-basic</Type></Meta>';
        const credential = `<Cred>${type}<Data>QnJ1Y2UyOk9oQmVoYXZl</Data></Cred>`;
        return text.replace(/(<Replace><CmdID>\d+<\/CmdID>)/, `$1${credential}`);
      }),
  },
];

/** The commands of the tester that are no answers. */
function lastCommands(
  outgoing: Outgoing,
  change: (own: readonly SyncMLCommand[]) => SyncMLCommand[],
): Outgoing {
  const { commands } = outgoing.message;
  const own = commands.filter((command) => !isAnswer(command));
  // Answers have identifiers too; where there is nothing else, they are the ones that are wrong.
  if (own.length === 0) return withMessage(outgoing, { commands: change(commands) });
  return withMessage(outgoing, { commands: [...commands.filter(isAnswer), ...change(own)] });
}

/** Where there is but one command, it comes once more. */
function sameIdentifier(own: readonly SyncMLCommand[]): SyncMLCommand[] {
  const [first] = own;
  if (first === undefined) return [];
  const all = own.length === 1 ? [first, first] : own;
  return all.map((command) => ({ ...command, commandID: first.commandID }));
}

function lastIdentifier({ message }: Outgoing): string {
  return `<CmdID>${message.commands.findLast((command) => !isAnswer(command))?.commandID ?? ''}</CmdID>`;
}

type Answer = Extract<SyncMLCommand, { readonly kind: 'Status' | 'Results' }>;

function isAnswer(command: SyncMLCommand): command is Answer {
  return command.kind === 'Status' || command.kind === 'Results';
}

/** What answers a command; the status of the header stays right. */
function withAnswers(outgoing: Outgoing, change: (answer: Answer) => Answer): Outgoing {
  const commands = outgoing.message.commands.map((command) => {
    const isMeant = isAnswer(command) && command.commandReference !== '0';
    return isMeant ? change(command) : command;
  });
  return withMessage(outgoing, { commands });
}
