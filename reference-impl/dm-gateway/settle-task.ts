import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { DmGateway } from './dm-gateway';
import type { DeviceTask } from './fan-out-run';

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

/** Results that the server has deleted while they were gathered stay deleted. */
export function storeResult(gateway: DmGateway, task: DeviceTask, result: readonly SyncMLCommand[]): void {
  const { nodes, ports } = gateway;
  if (nodes.childrenOf(task.run.resultsURI) === undefined) return;
  const uri = `${task.run.resultsURI}/Device${task.position}`;
  nodes.addInterior(uri);
  nodes.addLeaf(`${uri}/DeviceID`, { format: 'chr', text: task.deviceID });
  nodes.addLeaf(`${uri}/DeResult`, { format: 'xml', text: ports.commandText.write(result) });
}
