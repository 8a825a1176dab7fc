import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import { Inconclusive } from '../../verdict/deviation';
import { manageByTheBook } from './by-the-book';
import type { DeviceTester } from './device-tester';
import type { ManagementScene } from './management-scene';
import { addInterior, addLeaf, deleteNode } from './node-commands';
import { describeOutcome, isSuccess } from './outcomes';

/**
 * Devices and groups on the gateway under test, made by its server as the Gateway Config object has them.
 * @see GFO step 1, docs/profiles/gateway-fan-out.md
 */

/** Makes a group of these devices, and the devices where the gateway does not know them yet. */
export async function configureGroup(
  scene: ManagementScene,
  group: string,
  names: readonly string[],
): Promise<void> {
  const unknown = names.filter((name) => !scene.hasDevice(name));
  const devices = await openDevices(scene, names);
  scene.groups.set(group, [...names]);
  if (scene.stage.underTest.standingGroup) return checkStanding(scene, names);
  const uri = groupURI(scene, group);
  const members = devices.map(({ name, account }) => addLeaf(`${uri}/${name}`, account.deviceID));
  const added = devices
    .filter(({ name }) => unknown.includes(name))
    .flatMap((device) => additionOf(scene, device));
  scene.makeLater(() => carriedOut(scene, [...added, addInterior(uri), ...members]));
  scene.undoLater(() => removed(scene, [uri]));
}

/** Makes a device that is in no group. */
export async function configureDevice(scene: ManagementScene, name: string): Promise<void> {
  const device = await scene.openDevice(name);
  const addition = additionOf(scene, device);
  scene.makeLater(() => carriedOut(scene, addition));
}

async function openDevices(scene: ManagementScene, names: readonly string[]): Promise<DeviceTester[]> {
  const devices: DeviceTester[] = [];
  for (const name of names) devices.push(await scene.openDevice(name));
  return devices;
}

function checkStanding({ stage }: ManagementScene, names: readonly string[]): void {
  const standing = stage.underTest.standingGroup?.devices.length ?? 0;
  if (names.length === standing) return;
  throw new Inconclusive(
    `the group of the target file has ${standing} devices, the scenario wants ${names.length}`,
  );
}

function additionOf(
  scene: ManagementScene,
  { account, name, notificationAddress }: DeviceTester,
): SyncMLCommand[] {
  const uri = `${scene.stage.underTest.roots.config}/Devices/${scene.realName(`device-${name}`)}`;
  const { client, server, deviceID } = account;
  scene.undoLater(() => removed(scene, [uri]));
  return [
    addInterior(uri),
    addLeaf(`${uri}/DeviceID`, deviceID),
    addLeaf(`${uri}/NotificationAddress`, notificationAddress),
    addLeaf(`${uri}/AuthType`, client.type),
    addLeaf(`${uri}/ClientName`, client.name),
    addLeaf(`${uri}/ClientSecret`, client.password),
    addLeaf(`${uri}/ServerSecret`, server.password),
  ];
}

/** Local URI of the node of a group. */
export function groupURI(scene: ManagementScene, group: string): string {
  const { roots, standingGroup } = scene.stage.underTest;
  return standingGroup?.uri ?? `${roots.config}/Groups/${scene.realName(group)}`;
}

export async function joinGroup(scene: ManagementScene, name: string, group: string): Promise<void> {
  const device = await scene.openDevice(name);
  scene.groups.set(group, [...(scene.groups.get(group) ?? []), name]);
  await carriedOut(scene, [addLeaf(`${groupURI(scene, group)}/${name}`, device.account.deviceID)]);
}

export async function leaveGroup(scene: ManagementScene, name: string, group: string): Promise<void> {
  const left = (scene.groups.get(group) ?? []).filter((member) => member !== name);
  scene.groups.set(group, left);
  await carriedOut(scene, [deleteNode(`${groupURI(scene, group)}/${name}`)]);
}

async function carriedOut(scene: ManagementScene, commands: readonly SyncMLCommand[]): Promise<void> {
  const job = await manageByTheBook(scene, { packages: commands });
  if (job.session === undefined) throw new Inconclusive('the gateway opened no session to be configured in');
  const failed = job.outcomes.find((outcome) => !isSuccess(outcome));
  const answered = job.outcomes.length > 0 && failed === undefined;
  if (answered) return;
  const actual = failed === undefined ? 'no answers' : describeOutcome(failed);
  throw new Inconclusive(
    `the gateway could not be configured by its server: expected successes, got ${actual}`,
  );
}

async function removed(scene: ManagementScene, uris: readonly string[]): Promise<void> {
  await manageByTheBook(scene, { packages: uris.map(deleteNode) });
}
