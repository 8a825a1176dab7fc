import { isRefusal } from '../../protocol/model/refusal';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { anySessionID } from '../syncml/session-identifier';
import type { DmGateway } from './dm-gateway';
import type { DeviceTask, FanOutOrder, FanOutRun } from './fan-out-run';

/**
 * The Exec on Start: reads what is to be done, accepts it and leaves the devices for later. Where anything is wrong
 * no device hears of it and nothing is stored. @see GFO step 3
 */
export function startFanOut(gateway: DmGateway, order: FanOutOrder): number {
  const { procedures } = gateway;
  const commands = procedures.commandsToFanOut(gateway);
  if (isRefusal(commands)) return commands.status;
  const members = procedures.membersOfTargetGroup(gateway);
  if (isRefusal(members)) return members.status;
  const resultsURI = procedures.makeResultsNode(gateway, members.length);
  if (isRefusal(resultsURI)) return resultsURI.status;
  const tasks: DeviceTask[] = [];
  const deadline = procedures.deadlineOf(gateway);
  const run: FanOutRun = { resultsURI, order, commands, deadline, tasks, state: 'running' };
  tasks.push(...tasksOf(gateway, run, members));
  gateway.runs.push(run);
  for (const task of tasks) awaitAnswer(gateway, task);
  procedures.carryOutRun(gateway, run);
  return procedures.statusOfAcceptance();
}

/** @see DM_RepPro 4.1.6.6 */
export function statusOfAcceptance(): number {
  return statusCode('ACCEPTED_FOR_PROCESSING');
}

export function deadlineOf({ ports, config }: DmGateway): number {
  return ports.clock.now() + config.limits.deviceTimeLimit;
}

function tasksOf(gateway: DmGateway, run: FanOutRun, members: readonly string[]): DeviceTask[] {
  const known = gateway.procedures.knownDevices(gateway);
  return members.map((deviceID, index) => {
    const device = known.get(deviceID);
    return {
      run,
      position: index + 1,
      deviceID,
      ...(device !== undefined && { device }),
      sessionID: gateway.procedures.newSessionID(gateway),
      state: 'waiting',
      answers: run.commands.map(() => undefined),
      authenticationFailed: false,
      whenSettled: () => {},
    };
  });
}

function awaitAnswer({ tasks }: DmGateway, task: DeviceTask): void {
  const others = tasks.get(task.deviceID);
  if (others === undefined) tasks.set(task.deviceID, [task]);
  else others.push(task);
}

/** @see DM_Notification 6.2.2.10 */
export function newSessionID({ ports }: DmGateway): number {
  return anySessionID(ports.random);
}
