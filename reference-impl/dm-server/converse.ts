import type { FanOutJob, ResultReport } from './fan-out-job';
import type { ManagedGateway, ManagementServer } from './management-server';
import type { Conversation } from './procedures';

/**
 * What a session is for, one thing after the other: results that are there first, then fan-outs that are wanted. What a
 * session broke off is begun again in another, so often as the limit allows. @see GFO steps 2, 3 and 7
 */
export function* converse(server: ManagementServer, gateway: ManagedGateway): Conversation {
  const { procedures } = server;
  for (;;) {
    const report = procedures.nextReport(gateway);
    const job = report === undefined ? procedures.nextJob(gateway) : undefined;
    if (report !== undefined) yield* lookAt(server, gateway, report);
    else if (job !== undefined) yield* order(server, job);
    else return;
  }
}

export function nextReport({ reports }: ManagedGateway): ResultReport | undefined {
  return reports.find(({ state }) => state === 'waiting');
}

export function nextJob({ jobs }: ManagedGateway): FanOutJob | undefined {
  if (jobs.some(({ state }) => state === 'ordering')) return undefined;
  return jobs.find(({ state }) => state === 'waiting');
}

function* lookAt(server: ManagementServer, gateway: ManagedGateway, report: ResultReport): Conversation {
  report.state = 'asking';
  report.attempts += 1;
  let isDone = false;
  try {
    yield* server.procedures.askForResults(server, gateway, report);
    isDone = true;
  } finally {
    report.state = 'waiting';
    const index = gateway.reports.indexOf(report);
    if (index >= 0 && (isDone || report.attempts >= server.config.limits.attempts))
      gateway.reports.splice(index, 1);
  }
}

function* order(server: ManagementServer, job: FanOutJob): Conversation {
  job.state = 'ordering';
  job.attempts += 1;
  try {
    yield* server.procedures.orderFanOut(server, job);
  } finally {
    if (job.state === 'ordering')
      job.state = job.attempts < server.config.limits.attempts ? 'waiting' : 'abandoned';
  }
}
