import { openPlaces } from '../cast/dm2/places';
import type { Stage } from '../cast/stage';
import { DM2_ROLES } from '../config/dm2';
import type { Target } from '../config/target';
import type { Link } from '../links/link';
import { answersAt, messageOf, type PreflightCheck } from './preflight-check';

/**
 * Looks whether a server, client or push service of DM 2.0 outside this process can be put to the test: the testers can
 * listen where they are looked for, and something answers at the addresses of the target file. Credentials are first
 * seen in a session, and so are for the scenarios.
 */
export async function preflightDM2(
  { dm2, roles, ixit }: Target,
  stage: Stage,
  link: Link,
): Promise<readonly PreflightCheck[]> {
  const role = DM2_ROLES.find((candidate) => roles.includes(candidate));
  if (dm2 === undefined || role === undefined) return [];
  const checks: PreflightCheck[] = [await checkPlaces(stage, role)];
  const { address, notification, push, inspection, trigger } = dm2;
  const triggered = trigger !== undefined && 'url' in trigger ? trigger.url : undefined;
  const places = [
    { name: 'reachable', url: address, key: 'dm2.address' },
    { name: 'reachable', url: notification, key: 'dm2.notification' },
    { name: 'reachable', url: push, key: 'dm2.push' },
    { name: 'reachable', url: inspection, key: 'dm2.inspection' },
    { name: 'trigger', url: triggered, key: 'dm2.trigger.url' },
  ] as const;
  for (const { name, url, key } of places)
    if (url !== undefined) checks.push(await answersAt({ name, url, key }, link, ixit.responseTimeout));
  return checks;
}

async function checkPlaces(stage: Stage, role: (typeof DM2_ROLES)[number]): Promise<PreflightCheck> {
  try {
    const places = await openPlaces(stage, role, {});
    await places.close();
    return {
      name: 'testers',
      ok: true,
      detail: 'the testers of DM 2.0 can listen where the target looks for them',
    };
  } catch (error) {
    const detail = `the testers of DM 2.0 cannot listen: ${messageOf(error)}`;
    const advice = 'free six ports from dm2.testerPort on, or set it to others and tell the target';
    return { name: 'testers', ok: false, detail, advice };
  }
}
