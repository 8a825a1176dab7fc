import type { SyncMLNotification } from '../../protocol/model/syncml-notification';
import { keepWaking } from '../fan-out/waking';
import type { Nonces } from '../syncml/account';
import { initialNonces } from '../syncml/nonces';
import { packageZero } from '../syncml/server-wake-up';
import type { DmGateway } from './dm-gateway';
import type { DeviceTask } from './fan-out-run';
import type { KnownDevice } from './known-device';
import type { WakeUp } from './procedures';

/** Wakes a device until it connects, and waits for its answers. @see GFO step 4 */
export function askDevice(gateway: DmGateway, task: DeviceTask): Promise<void> {
  const { device } = task;
  if (device === undefined) gateway.procedures.settleTask(gateway, task);
  if (device === undefined || task.state === 'settled') return Promise.resolve();
  return new Promise((resolve) => {
    const callOff = wakeUntilConnected(gateway, task, device);
    task.whenSettled = () => {
      callOff();
      resolve();
    };
  });
}

/**
 * A device in the middle of a session is left alone for the moment, since the nonces that package 0 depends on are changing.
 * A repeated trigger of one session has the identifier of the first. @see DM_Notification 6.1
 */
function wakeUntilConnected(gateway: DmGateway, task: DeviceTask, device: KnownDevice): () => void {
  const { notificationRepeats, notificationInterval, settleTime } = gateway.config.limits;
  const { clock } = gateway.ports;
  const notification = gateway.procedures.notificationFor(gateway, task);
  return keepWaking(clock, {
    repeats: notificationRepeats,
    interval: notificationInterval,
    quietIn: () =>
      (gateway.lastSigns.get(task.deviceID) ?? Number.NEGATIVE_INFINITY) + settleTime - clock.now(),
    isWanted: () => task.state === 'waiting',
    notify(isLast) {
      gateway.procedures.wakeDevice(gateway, device, { notification, isLast }).catch(() => false);
    },
  });
}

/** @see DM_Notification 6.2.2 */
export function notificationFor({ config }: DmGateway, task: DeviceTask): SyncMLNotification {
  return packageZero(config.deviceServerID, task.sessionID);
}

export async function wakeDevice(
  gateway: DmGateway,
  { account, notificationAddress }: KnownDevice,
  wakeUp: WakeUp,
): Promise<boolean> {
  const nonce = gateway.procedures.nonceOfWakeUp(noncesOf(gateway, account.deviceID), wakeUp.isLast);
  const { password } = account.server;
  return gateway.ports.deliver(notificationAddress, wakeUp.notification, { password, nonce });
}

/** Those that this gateway and the device have in common, from the first session on. */
export function noncesOf({ nonces }: DmGateway, deviceID: string): Nonces {
  const known = nonces.get(deviceID) ?? initialNonces();
  nonces.set(deviceID, known);
  return known;
}
