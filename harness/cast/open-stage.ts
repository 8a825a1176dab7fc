import { SYNCML_ROLES } from '../config/syncml-roles';
import type { Target } from '../config/target';
import { withAddedHeaders } from '../links/added-headers';
import { createHttpLink, type HttpLinkOptions } from '../links/http';
import type { Link } from '../links/link';
import { createWiretap, type Wiretap } from '../links/wiretap';
import { APPLICATION_CSE } from './application-cse';
import { stageForApplication } from './application-stage';
import { applicationOutside } from './application-trigger';
import { dm2Secrets } from './dm2/account-of-target';
import { identityIn, portsInARow } from './dm2/places';
import { withoutSyncMLSecrets } from './management/syncml-redaction';
import { OPPOSITE_OF_ROLE } from './management/syncml-stage';
import { realTime } from './real-time';
import type { CseStage, Stage } from './stage';

let shared: Link | undefined;
let opened = 0;

/**
 * A stage before a target that lives outside this process: real time, real sockets, one link for all scenarios.
 * `run` goes into every name that is made, so that runs do not meet on the target.
 */
export function openExternalStage(target: Target, run: string): CseStage {
  const { url } = target.cse;
  if (url === undefined) throw new Error(`${target.name}: the address of the target is not known yet`);
  const { stage, wiretap } = openOutside(target, run, 'the CSE');
  wiretap.name(url, 'the CSE');
  return { ...stage, kind: 'cse', cse: { ...target.cse, url: url.replace(/\/+$/, '') } };
}

/** A stage for a target that is an application outside this process. */
export function openExternalApplicationStage(target: Target, run: string): Promise<CseStage> {
  const { stage, link } = openOutside(target, run, 'the application');
  return stageForApplication(stage, applicationOutside(target, link));
}

/** What every stage before an external target has; `tested` is what the target is called in the evidence. */
export function openOutside(
  target: Target,
  run: string,
  tested: string,
): { stage: Stage; link: Link; wiretap: Wiretap } {
  shared ??= createHttpLink({ host: target.tester.host, ports: fixedPorts(target), ...tlsOf(target) });
  const link = authenticated(shared, target);
  const redaction = { body: withoutSyncMLSecrets(passwordsOf(target)) };
  const wiretap = createWiretap({ now: realTime.now, senderOf: () => tested, redaction });
  opened += 1;
  const stage = {
    target,
    time: realTime,
    linkOf: (actor: string) => wiretap.tap(link, actor),
    exchanges: () => wiretap.exchanges(),
    unique: namer(`${run}${opened.toString(36)}`),
    disposable: false,
    close: async () => undefined,
  };
  return { stage, link, wiretap };
}

function authenticated(link: Link, { cse }: Target): Link {
  if (cse.url === undefined || cse.headers === undefined) return link;
  return withAddedHeaders(link, new URL(cse.url).origin, cse.headers);
}

/** Testers of DM 2.0 speak TLS where the target file says with what. */
function tlsOf({ dm2 }: Target): Pick<HttpLinkOptions, 'tlsOf'> {
  return dm2?.testerCertificates === undefined ? {} : { tlsOf: identityIn(dm2.testerCertificates) };
}

/** A target that has to know its testers beforehand finds them at the same ports for the whole run. */
function fixedPorts({ application, management, dm2, roles }: Target): Readonly<Record<string, number>> {
  const ports: { [name: string]: number } = {};
  if (application?.csePort !== undefined) ports[APPLICATION_CSE] = application.csePort;
  const role = SYNCML_ROLES.find((candidate) => roles.includes(candidate));
  if (management?.testerPort !== undefined && role !== undefined)
    ports[OPPOSITE_OF_ROLE[role]] = management.testerPort;
  for (const [index, { port }] of (management?.standingGroup?.devices ?? []).entries())
    ports[`d${index + 1}`] = port;
  return dm2?.testerPort === undefined ? ports : { ...ports, ...portsInARow(dm2.testerPort) };
}

function passwordsOf({ management, dm2 }: Target): readonly string[] {
  if (management === undefined) return dm2 === undefined ? [] : dm2Secrets(dm2);
  const { standingGroup, otherAccounts } = management;
  const accounts = [management, ...otherAccounts, ...(standingGroup?.devices ?? [])];
  return accounts.flatMap(({ client, server }) => [client.password, server.password]);
}

/** Closes what all stages of a run share. */
export async function closeExternalStages(): Promise<void> {
  await shared?.close();
  shared = undefined;
}

/** Names that begin with what a person called the thing and end with what makes them unique. */
export function namer(suffix: string): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix.replace(/[^A-Za-z0-9_-]+/g, '-')}-${suffix}${count.toString(36)}`;
  };
}
