import type { AlertCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { AnsweredCommand, ServerWork, SessionEnd } from '../syncml/server-work';
import type { DmGateway } from './dm-gateway';
import type { DeviceTask } from './fan-out-run';
import type { ConnectedDevice } from './procedures';

/**
 * What a session with a device is for: the commands of one fan-out, handed out once, and what the device says of them.
 * Which fan-out that is, is decided once the device is known for who it is. @see GFO steps 4 and 5
 */
export class DeviceWork implements ServerWork {
  readonly #gateway: DmGateway;
  readonly #device: ConnectedDevice;
  #task: DeviceTask | undefined;
  #isAsked = false;

  constructor(gateway: DmGateway, device: ConnectedDevice) {
    this.#gateway = gateway;
    this.#device = device;
  }

  async alerted(alert: AlertCommand): Promise<number> {
    return this.#gateway.procedures.statusOfDeviceAlert(alert);
  }

  async next(answers: readonly AnsweredCommand[]): Promise<readonly SyncMLCommand[]> {
    const { procedures } = this.#gateway;
    this.#noteSign();
    if (this.#isAsked) {
      this.#keep(answers);
      if (this.#task !== undefined) procedures.settleTask(this.#gateway, this.#task);
      return [];
    }
    this.#isAsked = true;
    this.#task = procedures.taskOf(this.#gateway, this.#device);
    if (this.#task === undefined) return [];
    this.#task.state = 'asked';
    return procedures.commandsFor(this.#gateway, this.#task);
  }

  /** Called with every message: the time limit may come before the device has closed its package. */
  heard(answers: readonly AnsweredCommand[]): void {
    this.#noteSign();
    this.#keep(answers);
  }

  ended(how: SessionEnd, answers: readonly AnsweredCommand[]): void {
    if (how === 'not-authenticated') this.#noteFailure();
    if (how === 'finished') this.#noteSign();
    this.#keep(answers);
    const task = this.#task;
    if (task !== undefined && !this.#gateway.procedures.isStillAwaited(task))
      this.#gateway.procedures.settleTask(this.#gateway, task);
  }

  #keep(answers: readonly AnsweredCommand[]): void {
    if (this.#task?.state === 'asked') this.#gateway.procedures.keepAnswers(this.#task, answers);
  }

  /** Messages are under way, so that the nonces are changing. */
  #noteSign(): void {
    this.#gateway.lastSigns.set(this.#device.deviceID, this.#gateway.ports.clock.now());
  }

  /** Anybody can fail in the name of a device, so that it is still waited for. */
  #noteFailure(): void {
    for (const task of this.#gateway.tasks.get(this.#device.deviceID) ?? []) task.authenticationFailed = true;
  }
}

/** The fan-out that package 0 was sent for, and else the oldest; one that was handed out is not handed out again. */
export function taskOf({ tasks }: DmGateway, device: ConnectedDevice): DeviceTask | undefined {
  const ofDevice = tasks.get(device.deviceID) ?? [];
  const meant = ofDevice.find(({ sessionID }) => sessionID === Number.parseInt(device.sessionID, 16));
  if (meant?.state === 'waiting') return meant;
  return ofDevice.find(({ state }) => state === 'waiting');
}

export function commandsFor(_: DmGateway, task: DeviceTask): readonly SyncMLCommand[] {
  return task.run.commands;
}

/** The gateway makes no use of what devices tell by themselves. @see DM_RepPro 4.1.6.2 */
export function statusOfDeviceAlert({ code }: AlertCommand): number {
  return code === ALERT_CODES.GENERIC_ALERT
    ? statusCode('UNSUPPORTED_MEDIA_TYPE_OR_FORMAT')
    : statusCode('OPTIONAL_FEATURE_NOT_SUPPORTED');
}
