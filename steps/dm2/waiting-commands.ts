import type { Words } from '../../harness/cast/dm2/words';
import { commandOf } from '../../protocol/codec/dm2/command';
import type { FlowproofWorld } from '../world';
import { playOf } from './play';

/** Commands wait for the device: at a server under test, or at the tester. */
export async function letWait(world: FlowproofWorld, commands: readonly Words[]): Promise<void> {
  const play = playOf(world);
  const { stage, server, role } = play.scene;
  play.commands = commands;
  if (role !== 'dm-server') {
    server.waiting = [...server.waiting, ...commands];
    return;
  }
  const { deviceID } = stage.account;
  const told = commands.map((words) => commandOf(words));
  await stage.tell({ procedure: 'manage', deviceID, commands: told, notify: false, requestsObjects: false });
}
