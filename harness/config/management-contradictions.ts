import { type Contradiction, pathWithoutLaunch } from './contradiction';
import type { Management } from './management';
import { SYNCML_ROLES, type SyncMLRole } from './syncml-roles';
import type { Target } from './target';
import { isIncomplete } from './trigger';

/** What a run against each role cannot do without: one of each list. */
const NEEDED: { readonly [role in SyncMLRole]: readonly (readonly (keyof Management)[])[] } = {
  'dm-server': [['address'], ['trigger']],
  'dm-gateway': [['address'], ['notification']],
  'dm-client': [['notification', 'trigger']],
};

/** What a schema cannot say of the part of a target description that is about device management. */
export function managementContradictions(target: Target): readonly Contradiction[] {
  const { link, roles, management } = target;
  const path = ['management'];
  if (link === 'in-process') {
    const message = 'link in-process is the built-in reference, which needs no management';
    return management === undefined ? [] : [{ path, message, advice: 'write link: http' }];
  }
  const [role, other] = SYNCML_ROLES.filter((candidate) => roles.includes(candidate));
  if (role === undefined || (management === undefined && target.dm2 !== undefined)) return [];
  if (other !== undefined) {
    const message = `a target over http plays one role of device management, got ${role} and ${other}`;
    return [{ path: ['roles'], message, advice: 'write a target file for each' }];
  }
  if (management === undefined)
    return [{ path, message: `a target over http in the role ${role} needs management` }];
  return [...whatIsMissing(role, management), ...incompletePaths(target, management)];
}

function whatIsMissing(role: SyncMLRole, management: Management): readonly Contradiction[] {
  const missing = NEEDED[role].filter((keys) => keys.every((key) => management[key] === undefined));
  const problems: Contradiction[] = missing.map((keys) => ({
    path: ['management', ...keys.slice(0, 1)],
    message: `a target over http in the role ${role} needs ${keys.map((key) => `management.${key}`).join(' or ')}`,
  }));
  if (management.testerPort !== undefined) return problems;
  const message = 'is missing: the target has to know beforehand where the tester opposite to it listens';
  return [...problems, { path: ['management', 'testerPort'], message }];
}

function incompletePaths({ launch }: Target, management: Management): readonly Contradiction[] {
  if (launch !== undefined) return [];
  const { trigger } = management;
  const paths = (['address', 'notification'] as const)
    .filter((key) => management[key]?.startsWith('/'))
    .map((key) => pathWithoutLaunch(['management', key]));
  const isPath = trigger !== undefined && isIncomplete(trigger);
  return isPath ? [...paths, pathWithoutLaunch(['management', 'trigger', 'url'])] : paths;
}
