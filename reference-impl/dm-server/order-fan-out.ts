import type { ItemsCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { AnsweredCommand } from '../syncml/server-work';
import type { FanOutJob } from './fan-out-job';
import type { ManagementServer } from './management-server';
import type { Conversation } from './procedures';

/**
 * Sets what is to be fanned out and to whom, then has the gateway start. The Exec waits for the answer about both nodes,
 * since a gateway may carry out the commands of one package in another order. @see GFO steps 2 and 3, DM_RepPro 4.1.6
 */
export function* orderFanOut(server: ManagementServer, job: FanOutJob): Conversation {
  const { procedures } = server;
  const settings = procedures.settingOf(server, job);
  let answers = yield settings;
  const absent = settings.filter((_, index) => isAbout(answers[index], procedures.isAbsent));
  const others = answers.filter((answer) => !procedures.isAbsent(answer));
  if (absent.length > 0) answers = [...others, ...(yield absent.map(procedures.additionOf))];
  if (answers.length < settings.length || !answers.every(procedures.isSet)) {
    job.state = 'refused';
    return;
  }
  const start = procedures.startOf(server, job);
  // From here on nobody knows whether it runs until it is answered, and nothing is fanned out twice.
  job.state = 'started';
  const [answer] = yield [start];
  if (!isAbout(answer, procedures.isStarted)) job.state = 'refused';
}

function isAbout(answer: AnsweredCommand | undefined, judge: (answer: AnsweredCommand) => boolean): boolean {
  return answer !== undefined && judge(answer);
}

export function settingOf({ config }: ManagementServer, job: FanOutJob): readonly ItemsCommand[] {
  const replace = (name: string, format: string, data: string): ItemsCommand => {
    const target = { uri: `${config.fanOutRoot}/FanOut/${name}` };
    return { kind: 'Replace', commandID: '', items: [{ target, meta: { format }, data }] };
  };
  return [replace('ToBeFannedOut', 'xml', job.commands), replace('TargetGroupRef', 'chr', job.group)];
}

/** Replace never creates. @see DM_RepPro 4.1.6.11 */
export function additionOf(setting: SyncMLCommand): SyncMLCommand {
  return setting.kind === 'Replace' ? { ...setting, kind: 'Add' } : setting;
}

export function isSet(answer: AnsweredCommand): boolean {
  return codeOf(answer) === statusCode('OK');
}

export function isAbsent(answer: AnsweredCommand): boolean {
  return codeOf(answer) === statusCode('NOT_FOUND');
}

export function startOf({ config }: ManagementServer, { correlator }: FanOutJob): SyncMLCommand {
  const target = { uri: `${config.fanOutRoot}/FanOut/Start` };
  return { kind: 'Exec', commandID: '', correlator, items: [{ target }] };
}

/** A gateway that has done everything already says so. @see DM_RepPro 4.1.6.6 */
export function isStarted(answer: AnsweredCommand): boolean {
  const code = codeOf(answer);
  return code === statusCode('ACCEPTED_FOR_PROCESSING') || code === statusCode('OK');
}

function codeOf({ command, statuses }: AnsweredCommand): number | undefined {
  return statuses.find(({ commandReference }) => commandReference === command.commandID)?.code;
}
