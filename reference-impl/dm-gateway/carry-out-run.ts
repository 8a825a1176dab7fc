import { fanOut } from '../fan-out/fan-out';
import type { DmGateway } from './dm-gateway';
import type { FanOutRun } from './fan-out-run';

/** Asks every device, settles those that had their time, then tells the server. @see GFO steps 4 to 7 */
export async function carryOutRun(gateway: DmGateway, run: FanOutRun): Promise<void> {
  const { procedures, ports, config } = gateway;
  await fanOut(ports.clock, {
    members: run.tasks,
    ask: (task) => procedures.askDevice(gateway, task),
    concurrency: config.limits.concurrentDevices,
    deadline: run.deadline,
  });
  for (const task of run.tasks) procedures.settleTask(gateway, task);
  await procedures.reportRun(gateway, run);
  run.state = 'finished';
}
