import { type Contradiction, pathWithoutLaunch } from './contradiction';
import { DM2_ROLES, type DM2Management, type DM2Role } from './dm2';
import type { Target } from './target';
import { isIncomplete } from './trigger';

/** What a run against each role cannot do without. */
const NEEDED: { readonly [role in DM2Role]: readonly (keyof DM2Management)[] } = {
  'dm-server': ['address', 'trigger'],
  'dm-client': ['trigger', 'testerPort'],
  'push-service': ['push'],
};

/** What a schema cannot say of the part of a target description that is about DM 2.0. */
export function dm2Contradictions({ link, roles, dm2, launch }: Target): readonly Contradiction[] {
  const path = ['dm2'];
  if (link === 'in-process') {
    const message = 'link in-process is the built-in reference, which needs no dm2';
    return dm2 === undefined ? [] : [{ path, message, advice: 'write link: http' }];
  }
  const [role, other] = DM2_ROLES.filter((candidate) => roles.includes(candidate));
  if (dm2 === undefined) {
    const message = 'a target over http in the role push-service needs dm2';
    return role === 'push-service' ? [{ path, message }] : [];
  }
  if (role === undefined) {
    const message = `dm2 is for the roles ${DM2_ROLES.join(', ')}`;
    return [{ path, message }];
  }
  if (other !== undefined) {
    const message = `a target over http plays one role of DM 2.0, got ${role} and ${other}`;
    return [{ path: ['roles'], message, advice: 'write a target file for each' }];
  }
  const missing = NEEDED[role].filter((key) => dm2[key] === undefined);
  const problems = missing.map((key) => ({
    path: ['dm2', key],
    message: `a target over http in the role ${role} needs dm2.${key}`,
  }));
  return launch === undefined ? [...problems, ...incompletePaths(dm2)] : problems;
}

function incompletePaths(dm2: DM2Management): readonly Contradiction[] {
  const paths = (['address', 'notification', 'push', 'inspection'] as const)
    .filter((key) => dm2[key]?.startsWith('/'))
    .map((key) => pathWithoutLaunch(['dm2', key]));
  const isPath = dm2.trigger !== undefined && isIncomplete(dm2.trigger);
  return isPath ? [...paths, pathWithoutLaunch(['dm2', 'trigger', 'url'])] : paths;
}
