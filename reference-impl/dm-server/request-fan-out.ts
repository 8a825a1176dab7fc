import type { FanOutRequest } from './fan-out-job';
import type { ManagedGateway, ManagementServer } from './management-server';

/** Somebody wants a fan-out; the gateway is told of it in the next session. */
export function requestFanOut(server: ManagementServer, request: FanOutRequest): boolean {
  const gateway = server.gateways.get(request.gateway);
  if (gateway === undefined || !hasRoom(server, gateway)) return false;
  const correlator = server.procedures.newCorrelator(server);
  gateway.jobs.push({ ...request, correlator, state: 'waiting', attempts: 0, results: [] });
  server.procedures.wakeGateway(server, gateway);
  return true;
}

/** Fan-outs that nothing more happens to are forgotten where there are too many. */
function hasRoom({ config }: ManagementServer, { jobs }: ManagedGateway): boolean {
  if (jobs.filter(({ state }) => state === 'waiting').length >= config.limits.waitingJobs) return false;
  const isOver = (state: (typeof jobs)[number]['state']): boolean =>
    state !== 'waiting' && state !== 'ordering';
  while (jobs.length >= config.limits.rememberedJobs) {
    const oldest = jobs.findIndex(({ state }) => isOver(state));
    if (oldest === -1) return false;
    jobs.splice(oldest, 1);
  }
  return true;
}

/** @see DM_RepPro 4.1.6.6 */
export function newCorrelator({ ports }: ManagementServer): string {
  return ports.ids.next('c');
}
