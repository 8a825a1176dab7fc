import { type Contradiction, pathWithoutLaunch } from './contradiction';
import { dm2Contradictions } from './dm2-contradictions';
import { managementContradictions } from './management-contradictions';
import { playsCse } from './plays-cse';
import type { Target } from './target';
import { isIncomplete } from './trigger';

/** What a schema cannot say of a target description. */
export function contradictionsOf(target: Target): readonly Contradiction[] {
  return [
    ...applicationContradictions(target),
    ...managementContradictions(target),
    ...dm2Contradictions(target),
    ...linkContradictions(target),
    ...durationContradictions(target),
  ];
}

function linkContradictions(target: Target): readonly Contradiction[] {
  const { link, cse, launch } = target;
  if (link === 'in-process' && (cse.url !== undefined || launch !== undefined)) {
    const message = 'link in-process is the built-in reference, which has neither cse.url nor launch';
    return [{ path: ['link'], message, advice: 'write link: http' }];
  }
  if (link === 'in-process' || !playsCse(target) || cse.url !== undefined || launch !== undefined) return [];
  return [{ path: ['cse'], message: 'a target over http needs cse.url, or launch to start it' }];
}

function durationContradictions({ ixit }: Target): readonly Contradiction[] {
  const { resultExpiration, responseTimeout } = ixit;
  if (resultExpiration < responseTimeout) return [];
  const message = `resultExpiration (${resultExpiration}) must be below responseTimeout (${responseTimeout})`;
  return [{ path: ['ixit', 'resultExpiration'], message }];
}

function applicationContradictions(target: Target): readonly Contradiction[] {
  const { roles, link, launch, application } = target;
  const path = ['application'];
  if (link === 'in-process') {
    const message = 'link in-process is the built-in reference, which needs no application.trigger';
    return application === undefined ? [] : [{ path, message, advice: 'write link: http' }];
  }
  if (application === undefined) {
    const message = 'a target over http in the role ae needs application.trigger';
    return roles.includes('ae') ? [{ path, message }] : [];
  }
  if (!isIncomplete(application.trigger) || launch !== undefined) return [];
  return [pathWithoutLaunch([...path, 'trigger', 'url'])];
}
