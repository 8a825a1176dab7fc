import type { ResultsCommand, StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { AnsweredCommand } from '../syncml/server-work';
import type { DmGateway } from './dm-gateway';
import type { DeviceTask } from './fan-out-run';

/**
 * The result of one device: its Status and Results elements as it said them, and a Status for each command that it did
 * not answer. They refer to the commands as the server wrote them, since it never sees the identifiers of the session.
 * @see GFO step 6
 */
type Entry = StatusCommand | ResultsCommand;

export function resultOf({ procedures }: DmGateway, task: DeviceTask): readonly SyncMLCommand[] {
  const references = referencesTo(task.run.commands);
  const code = procedures.statusOfSilence(task);
  const entries = task.run.commands.flatMap((command, index) => {
    const answer = task.answers[index];
    const silent = silence(command, references, code);
    if (answer === undefined) return silent;
    const said = saidOf(answer, command, references);
    const reference = references.get(command);
    const isAnswered = said.some((one) => one.kind === 'Status' && one.commandReference === reference);
    return isAnswered ? said : [...silent.slice(0, 1), ...said];
  });
  return entries.map((entry, index) => ({ ...entry, commandID: String(index + 1), messageReference: 1 }));
}

/** No answer in time; or, where all that came was wrong credentials, just that. @see DM_RepPro 4.1.6 */
export function statusOfSilence({ state, authenticationFailed, answers }: DeviceTask): number {
  const isUnheard = state === 'waiting' && answers.every((answer) => answer === undefined);
  return statusCode(isUnheard && authenticationFailed ? 'INVALID_CREDENTIALS' : 'REQUEST_TIMEOUT');
}

/** The CmdID that the server gave; where those are no identifiers, the position. */
function referencesTo(commands: readonly SyncMLCommand[]): ReadonlyMap<SyncMLCommand, string> {
  const all = [...allCommands(commands)];
  const identifiers = new Set(all.map(({ commandID }) => commandID));
  const areUsable = identifiers.size === all.length && !identifiers.has('') && !identifiers.has('0');
  return new Map(
    all.map((command, index) => [command, areUsable ? command.commandID : String(index + 1)] as const),
  );
}

function silence(
  command: SyncMLCommand,
  references: ReadonlyMap<SyncMLCommand, string>,
  code: number,
): StatusCommand[] {
  return [...allCommands([command])].map((one) => ({
    kind: 'Status',
    commandID: '',
    commandReference: references.get(one) ?? '',
    command: one.kind,
    targetReferences: [],
    sourceReferences: [],
    code,
    items: [],
  }));
}

function saidOf(
  answer: AnsweredCommand,
  command: SyncMLCommand,
  references: ReadonlyMap<SyncMLCommand, string>,
): readonly Entry[] {
  const originals = [...allCommands([command])];
  const travelled = [...allCommands([answer.command])];
  const renamed = new Map(
    travelled.map(({ commandID }, index) => {
      const original = originals[index];
      return [commandID, original === undefined ? undefined : references.get(original)] as const;
    }),
  );
  const said: readonly Entry[] = [...answer.statuses, ...answer.results];
  return firstOfEach(said).flatMap((entry) => {
    const commandReference = renamed.get(entry.commandReference);
    return commandReference === undefined ? [] : [referringTo(entry, commandReference)];
  });
}

/** A device that says a thing twice is taken at its first word. */
function firstOfEach(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}

function keyOf(entry: Entry): string {
  const about =
    entry.kind === 'Status'
      ? [entry.targetReferences, entry.sourceReferences]
      : [entry.targetReference, entry.sourceReference, entry.items.map(({ source }) => source?.uri)];
  return JSON.stringify([entry.kind, entry.commandReference, about]);
}

/** Challenges are between the gateway and the device. */
function referringTo(entry: Entry, commandReference: string): Entry {
  if (entry.kind === 'Results') return { ...entry, commandReference };
  const { challenge: _, ...status } = entry;
  return { ...status, commandReference };
}
