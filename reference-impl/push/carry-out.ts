import type { PushOutcome, PushReport, PushRequest } from '../../protocol/model/dm2-push';
import { answerInTime, pause } from '../dm2/answer-in-time';
import type { Telling } from './procedures';
import type { PushJob, PushService } from './push-service';

/** What becomes of a request that was taken: it is delivered, or is not, and the server is told. @see dm2.md 8.2, 8.3 */
export async function carryOut(service: PushService, job: PushJob): Promise<void> {
  const { procedures } = service;
  try {
    job.outcome = await procedures.deliver(service, job);
    await procedures.reportOutcome(service, job);
  } finally {
    job.isOver = true;
  }
}

/** The same octets, again and again within the limit, and never when they are of no use any more. @see dm2.md 8.2 */
export async function deliver(service: PushService, job: PushJob): Promise<PushOutcome> {
  const { procedures, ports } = service;
  const { request } = job;
  for (;;) {
    if (procedures.isExpired(service, request)) return 'expired';
    const status = await procedures.tryToDeliver(service, job);
    job.attempts += 1;
    if (status !== undefined) job.status = status;
    const outcome = procedures.outcomeOf(status);
    if (outcome !== undefined) return outcome;
    if (!procedures.isRepeated(service, { attempts: job.attempts, status })) return 'undeliverable';
    await pause(ports.clock, procedures.waitingTime(service, request));
  }
}

export function tryToDeliver(
  { ports, config }: PushService,
  { request }: PushJob,
): Promise<number | undefined> {
  const limit = { milliseconds: config.limits.responseTimeout, otherwise: undefined };
  return answerInTime<number | undefined>(ports.clock, limit, (signal) =>
    ports.deliver(request.address, request.content, signal),
  );
}

/** @see dm2.md 8.2 */
export function outcomeOf(status: number | undefined): PushOutcome | undefined {
  if (status !== undefined && isSuccess(status)) return 'delivered';
  return isPassing(status) ? undefined : 'refused';
}

export function isRepeated({ config, procedures }: PushService, { attempts, status }: Telling): boolean {
  return procedures.isWorthRepeating(status) && attempts <= config.limits.retryLimit;
}

export function isWorthRepeating(status: number | undefined): boolean {
  return isPassing(status);
}

const PASSING = [408, 429];

function isPassing(status: number | undefined): boolean {
  return status === undefined || status >= 500 || PASSING.includes(status);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

export function isExpired({ ports }: PushService, { deliverBefore }: PushRequest): boolean {
  return deliverBefore !== undefined && ports.clock.now() >= deliverBefore * 1000;
}

export function waitingTime({ ports, config }: PushService, { deliverBefore }: PushRequest): number {
  const { retryInterval } = config.limits;
  if (deliverBefore === undefined) return retryInterval;
  return Math.max(0, Math.min(retryInterval, deliverBefore * 1000 - ports.clock.now()));
}

/** @see dm2.md 8.3 */
export async function reportOutcome(service: PushService, job: PushJob): Promise<void> {
  const { procedures, ports, config } = service;
  const { reportTo } = job.request;
  if (reportTo === undefined) return;
  const report = procedures.reportOf(job);
  for (let attempts = 1; ; attempts += 1) {
    const status = await procedures.tryToReport(service, reportTo, report);
    if (!procedures.isRepeated(service, { attempts, status })) return;
    await pause(ports.clock, config.limits.retryInterval);
  }
}

export function reportOf({ request, attempts, status, outcome = 'undeliverable' }: PushJob): PushReport {
  return { pushID: request.pushID, outcome, attempts, ...(status !== undefined && { status }) };
}

export function tryToReport(
  { ports, config }: PushService,
  address: string,
  report: PushReport,
): Promise<number | undefined> {
  const limit = { milliseconds: config.limits.responseTimeout, otherwise: undefined };
  return answerInTime<number | undefined>(ports.clock, limit, (signal) =>
    ports.report(address, report, signal),
  );
}
