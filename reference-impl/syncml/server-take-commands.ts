import type {
  ItemsCommand,
  ResultsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { hasItems } from './server-received-object';
import { referenceKey, type ServerSession } from './server-session-state';
import { statusesWithin } from './server-statuses';

/** What the server does with the commands of a device that has proved itself. @see DM_RepPro 4.1.6 */

/** One after the other, so that alerts are told in their order. */
export async function takeCommands(
  session: ServerSession,
  message: SyncMLMessage,
): Promise<readonly StatusCommand[]> {
  const { procedures } = session;
  const unidentified = procedures.withoutIdentifier(message);
  const statuses: StatusCommand[] = [];
  for (const command of message.commands) {
    const code = unidentified.has(command)
      ? statusCode('BAD_REQUEST')
      : await procedures.takeCommand(session, command);
    if (code !== undefined) statuses.push(...statusesWithin(message, command, code));
  }
  return statuses;
}

/** Statuses and results get no status, so that it does not matter what they are called. @see DM_RepPro 4.1.5.1 */
export function withoutIdentifier({ commands }: SyncMLMessage): ReadonlySet<SyncMLCommand> {
  const times = new Map<string, number>();
  for (const { commandID } of allCommands(commands)) {
    times.set(commandID, (times.get(commandID) ?? 0) + 1);
  }
  const isUnclear = ({ commandID }: SyncMLCommand): boolean =>
    commandID === '' || commandID === '0' || times.get(commandID) !== 1;
  const refused = commands.filter((command) => {
    const isReferred = command.kind !== 'Status' && command.kind !== 'Results';
    return isReferred && [...allCommands([command])].some(isUnclear);
  });
  return new Set(refused);
}

/** No code where there is nothing to be said. */
export async function takeCommand(
  session: ServerSession,
  command: SyncMLCommand,
): Promise<number | undefined> {
  const { procedures } = session;
  if (command.kind === 'Status') {
    procedures.takeStatus(session, command);
    return undefined;
  }
  if (!hasItems(command) || command.items.length === 0) return takeWhole(session, command);
  const taken = procedures.takeObject(session, command);
  return 'code' in taken ? taken.code : takeWhole(session, taken.command);
}

/** Results that were taken get no status. @see DM_RepPro 4.1.6.12 */
async function takeWhole(session: ServerSession, command: SyncMLCommand): Promise<number | undefined> {
  const { procedures } = session;
  switch (command.kind) {
    case 'Alert':
      return procedures.codeOfAlert(session, command);
    case 'Replace':
      return procedures.codeOfReplace(session, command);
    case 'Results':
      procedures.takeResults(session, command);
      return undefined;
    default:
      return procedures.codeOfForbidden(command);
  }
}

/** What is said twice is taken once; a device may say one status for each item. @see DM_RepPro 4.1.6.14 */
export function takeStatus(session: ServerSession, status: StatusCommand): void {
  const { commandReference, messageReference = session.sent } = status;
  if (commandReference === '0') return;
  const draft = session.travelled.get(referenceKey(messageReference, commandReference));
  if (draft === undefined) session.strays += 1;
  if (draft?.asked === undefined) return;
  const { asked } = draft;
  if (draft.isPart === true) {
    if (status.code === statusCode('CHUNKED_ITEM_ACCEPTED')) return;
    session.queue = session.queue.filter((waiting) => waiting.asked !== asked);
  }
  if (!asked.statuses.some((before) => isAboutTheSame(before, status))) asked.statuses.push(status);
}

function isAboutTheSame(before: StatusCommand, status: StatusCommand): boolean {
  const about = ({ commandReference, targetReferences, sourceReferences }: StatusCommand): string =>
    JSON.stringify([commandReference, targetReferences, sourceReferences]);
  return about(before) === about(status);
}

/** Without a message they are about the first one. @see RepPro DTD, Results */
export function takeResults(session: ServerSession, results: ResultsCommand): void {
  const { commandReference, messageReference = 1 } = results;
  const asked = session.travelled.get(referenceKey(messageReference, commandReference))?.asked;
  if (asked === undefined) session.strays += 1;
  else asked.results.push(results);
}

const DEVICE_INFORMATION = /^(?:\.\/)?DevInfo(?=\/|$)/u;

/** The only Replace that a device may send tells of its DevInfo, of interior nodes too. @see DM_Protocol 2.3.3 */
export function codeOfReplace({ deviceInformation }: ServerSession, { items }: ItemsCommand): number {
  const nodes = items.map(({ source, target, data }) => ({ uri: (source ?? target)?.uri ?? '', data }));
  if (nodes.length === 0 || !nodes.every(({ uri }) => DEVICE_INFORMATION.test(uri)))
    return statusCode('COMMAND_NOT_ALLOWED');
  for (const { uri, data } of nodes) {
    if (typeof data === 'string') deviceInformation.set(uri.replace(DEVICE_INFORMATION, './DevInfo'), data);
  }
  return statusCode('OK');
}

/** As far as the lists of codes have 405: an Atomic is an optional feature, and a Sequence can only fail. */
export function codeOfForbidden({ kind }: SyncMLCommand): number {
  if (kind === 'Sequence') return statusCode('COMMAND_FAILED');
  const isOptional = kind === 'Atomic' || kind === 'NotInDM';
  return statusCode(isOptional ? 'OPTIONAL_FEATURE_NOT_SUPPORTED' : 'COMMAND_NOT_ALLOWED');
}
