import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { DmGateway } from './dm-gateway';
import type { DeviceTask } from './fan-out-run';
import { resultPair } from './gateway-tree';

/** One device is done with: its pair is stored, and whatever it says later changes nothing. @see GFO step 6 */
export function settleTask(gateway: DmGateway, task: DeviceTask): void {
  if (task.state === 'settled') return;
  const result = gateway.procedures.resultOf(gateway, task);
  task.state = 'settled';
  const others = (gateway.tasks.get(task.deviceID) ?? []).filter((other) => other !== task);
  if (others.length > 0) gateway.tasks.set(task.deviceID, others);
  else gateway.tasks.delete(task.deviceID);
  gateway.procedures.storeResult(gateway, task, result);
  task.whenSettled();
}

/** Where the tree has no room for all that a device said, its statuses have to do. */
export function storeResult(gateway: DmGateway, task: DeviceTask, result: readonly SyncMLCommand[]): void {
  if (addPair(gateway, task, result)) return;
  const statuses = result.flatMap((entry) => (entry.kind === 'Status' ? { ...entry, items: [] } : []));
  addPair(gateway, task, statuses);
}

/** Results that the server has deleted while they were gathered stay deleted. */
function addPair({ nodes, ports }: DmGateway, task: DeviceTask, result: readonly SyncMLCommand[]): boolean {
  const pair = resultPair(task.deviceID, ports.commandText.write(result));
  return nodes.add(task.run.resultsURI, `Device${task.position}`, pair);
}
