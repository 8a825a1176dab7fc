import { OPPOSITE_OF_ROLE } from '../cast/management/syncml-stage';
import type { Stage } from '../cast/stage';
import { SYNCML_ROLES } from '../config/syncml-roles';
import type { Target } from '../config/target';
import type { Link } from '../links/link';
import { answersAt, type PreflightCheck } from './preflight-check';

/**
 * Looks whether a server, gateway or device outside this process can be put to the test: the tester opposite to it can
 * listen where it is looked for, and something answers at the addresses of the target file. Credentials are first seen in
 * a session, and so are for the scenarios.
 */
export async function preflightManagement(
  { management, roles, ixit }: Target,
  stage: Stage,
  link: Link,
): Promise<readonly PreflightCheck[]> {
  const role = SYNCML_ROLES.find((candidate) => roles.includes(candidate));
  if (management === undefined || role === undefined) return [];
  const checks: PreflightCheck[] = [await checkPort(stage, OPPOSITE_OF_ROLE[role])];
  const { address, notification, trigger } = management;
  const trigged = trigger !== undefined && 'url' in trigger ? trigger.url : undefined;
  const places = [
    { name: 'reachable', url: address, key: 'management.address' },
    { name: 'reachable', url: notification, key: 'management.notification' },
    { name: 'trigger', url: trigged, key: 'management.trigger.url' },
  ] as const;
  for (const { name, url, key } of places)
    if (url !== undefined) checks.push(await answersAt({ name, url, key }, link, ixit.responseTimeout));
  return checks;
}

async function checkPort(stage: Stage, actor: string): Promise<PreflightCheck> {
  try {
    const listener = await stage.linkOf(actor).listen(actor, async () => new Response());
    await listener.close();
    return { name: 'testers', ok: true, detail: `${actor} of the testers can listen on ${listener.address}` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const detail = `${actor} of the testers cannot listen: ${why}`;
    const advice = 'free the port, or set management.testerPort to another and tell the target';
    return { name: 'testers', ok: false, detail, advice };
  }
}
