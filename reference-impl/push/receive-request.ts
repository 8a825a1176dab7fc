import type { PushRequest } from '../../protocol/model/dm2-push';
import { isRefusal, type Refusal, refuse } from '../../protocol/model/refusal';
import type { BasicProof, Challenge, ReceivedCredentials } from '../dm2/received-credentials';
import type { PushMessage, PushReply } from './procedures';
import type { PushAccount } from './push-config';
import type { PushJob, PushService } from './push-service';

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const CONFLICT = 409;
const SERVICE_UNAVAILABLE = 503;

/** Who asks comes before what is asked. The answer does not wait for the device. @see dm2.md 8.1, B.2 step 1 */
export async function receiveRequest(service: PushService, message: PushMessage): Promise<PushReply> {
  const { procedures } = service;
  if (!procedures.isWelcome(service, message.credentials)) {
    const refusal = refuse(UNAUTHORIZED, 'expected other credentials', 'dm2.md 8.1');
    return { kind: 'refused', refusal, challenges: procedures.challengesFor(service) };
  }
  const request = await message.read();
  if (isRefusal(request)) return { kind: 'refused', refusal: request };
  const refusal = procedures.admitRequest(service, request);
  return refusal === undefined ? { kind: 'taken', pushID: request.pushID } : { kind: 'refused', refusal };
}

export function isWelcome(
  { config, procedures }: PushService,
  credentials: ReceivedCredentials | undefined,
): boolean {
  if (config.accounts.length === 0) return true;
  if (credentials?.scheme !== 'basic') return false;
  const account = config.accounts.find(({ user }) => user === credentials.user);
  return account !== undefined && procedures.isAccountProven(account, credentials);
}

export function isAccountProven({ password }: PushAccount, credentials: BasicProof): boolean {
  return credentials.isMadeWith(password);
}

export function challengesFor({ config }: PushService): readonly Challenge[] {
  return [{ scheme: 'basic', realm: config.realm }];
}

export function admitRequest(service: PushService, request: PushRequest): Refusal | undefined {
  const { procedures, jobs } = service;
  const known = jobs.get(request.pushID);
  if (known !== undefined)
    return procedures.isSameRequest(known.request, request)
      ? undefined
      : refuse(CONFLICT, `${request.pushID} is the PushID of another request`, 'dm2.md 8.1');
  const refusal = procedures.refuseHosts(service, request);
  if (refusal !== undefined) return refusal;
  if (!procedures.hasRoom(service))
    return refuse(SERVICE_UNAVAILABLE, 'too many requests are in work', 'dm2.md 8.1');
  const job: PushJob = { request, attempts: 0, isOver: false };
  procedures.rememberJob(service, job);
  void procedures.carryOut(service, job);
  return undefined;
}

export function isSameRequest(one: PushRequest, other: PushRequest): boolean {
  return (
    one.address === other.address &&
    one.reportTo === other.reportTo &&
    one.deliverBefore === other.deliverBefore &&
    Buffer.from(one.content).equals(other.content)
  );
}

export function refuseHosts(service: PushService, { address, reportTo }: PushRequest): Refusal | undefined {
  const addresses = reportTo === undefined ? [address] : [address, reportTo];
  const forbidden = addresses.find((one) => !service.procedures.isHostAllowed(service, one));
  if (forbidden === undefined) return undefined;
  return refuse(FORBIDDEN, `${new URL(forbidden).host} is not allowed`, 'dm2.md 8.1');
}

/** A port is compared only where one is named. */
export function isHostAllowed({ config }: PushService, address: string): boolean {
  const { hostname, port, protocol } = new URL(address);
  const number = port === '' ? DEFAULT_PORTS[protocol] : port;
  return config.allowedHosts.some((allowed) => allowed === hostname || allowed === `${hostname}:${number}`);
}

const DEFAULT_PORTS: { readonly [protocol: string]: string } = { 'http:': '80', 'https:': '443' };

export function hasRoom({ config, jobs }: PushService): boolean {
  let inWork = 0;
  for (const { isOver } of jobs.values()) if (!isOver) inWork += 1;
  return inWork < config.limits.queue;
}

export function rememberJob({ config, jobs }: PushService, job: PushJob): void {
  jobs.set(job.request.pushID, job);
  for (const [pushID, { isOver }] of jobs) {
    if (jobs.size <= config.limits.rememberedRequests) return;
    if (isOver) jobs.delete(pushID);
  }
}
