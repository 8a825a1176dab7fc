import type { Fault } from './fault';
import { isObject, type JsonObject, rewritingResources } from './rewritten-message';

/** Deviations of decoders that make attributes of sessions fit where they do not. @see docs/profiles/service-sessions.md */
export const SESSION_ATTRIBUTE_TYPE_FAULTS: readonly Fault[] = [
  {
    name: 'session-target-of-any-type',
    description: 'A target that is no text is taken as one.',
    catches: ['An establishment <what> is malformed'],
    wrapEndpoint: rewritingResources('fp:ses', 'POST', (session) =>
      session.tep === undefined ? session : { ...session, tep: String(session.tep) },
    ),
  },
  {
    name: 'session-initiator-of-any-type',
    description: 'An initiating endpoint that names nobody is taken to be the Originator.',
    catches: ['An establishment <what> is malformed'],
    wrapEndpoint: rewritingResources('fp:ses', 'POST', (session, { headers }) => {
      const given = isObject(session.iep) ? session.iep : {};
      return { ...session, iep: { eid: headers.get('X-M2M-Origin'), ...given } };
    }),
  },
  {
    name: 'session-with-room-for-nothing',
    description: 'A number of contexts that is none is left out.',
    catches: ['An establishment <what> is malformed'],
    wrapEndpoint: rewritingResources('fp:ses', 'POST', ({ mnc, ...others }) =>
      typeof mnc === 'number' && mnc > 0 ? { ...others, mnc } : others,
    ),
  },
  {
    name: 'session-path-of-any-type',
    description: 'A path that is no list is taken to be that of the CSE that sends.',
    catches: ['A forwarded establishment <what> is malformed'],
    wrapEndpoint: rewritingResources('fp:ses', 'POST', (session, { headers }) =>
      session.pth === undefined || Array.isArray(session.pth)
        ? session
        : { ...session, pth: [headers.get('X-M2M-Origin')] },
    ),
  },
  {
    name: 'session-policy-immediate-by-default',
    description: 'A policy whose delivery is missing, or unknown, is immediate.',
    catches: ['A policy <what> is refused'],
    wrapEndpoint: rewritingResources('fp:spo', 'POST', (policy) =>
      policy.dlv === 1 || policy.dlv === 2 ? policy : { ...policy, dlv: 1 },
    ),
  },
  {
    name: 'session-schedule-of-any-type',
    description: 'A schedule that is no list is always open.',
    catches: ['A policy <what> is refused'],
    wrapEndpoint: rewritingResources('fp:spo', 'POST', (policy) =>
      policy.se === undefined || isListed(policy.se) ? policy : { ...policy, se: { sce: ['* * * * * * *'] } },
    ),
  },
];

function isListed(schedule: unknown): schedule is JsonObject {
  return isObject(schedule) && Array.isArray(schedule.sce);
}
