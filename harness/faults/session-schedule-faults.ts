import type { Attributes } from '../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../protocol/model/refusal';
import { SessionDelivery } from '../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { refused } from '../../reference-impl/cse/response';
import { entriesOf } from '../../reference-impl/cse/session/use/binding-policy';
import { nextOpening, readWindow } from '../../reference-impl/cse/session/use/window';
import type { Fault } from './fault';
import { filtered, givenAttributes } from './given-attributes';
import { withAttributes } from './session-application-change';
import { policiesSeen } from './session-policies-seen';
import { withStatus } from './with-status';

const YEAR = 366 * 86_400_000;

/** Deviations in which policies are refused, and in what is left of one that was. @see docs/profiles/service-sessions.md */
export const SESSION_SCHEDULE_FAULTS: readonly Fault[] = [
  {
    name: 'session-schedule-not-judged',
    description: 'Any text is a schedule entry.',
    catches: ['The schedule entry <entry> is refused'],
    apply: judging((verdict, policy) => (isReadable(policy) ? verdict : undefined)),
  },
  {
    name: 'session-schedule-with-six-fields',
    description: 'A schedule entry may leave out the year.',
    catches: ['The schedule entry <entry> is refused'],
    apply: (table) => ({
      ...table,
      checkPolicy: (cse, session, policy) =>
        table.checkPolicy(
          cse,
          session,
          withEntries(policy, (entry) => (fieldsOf(entry) === 6 ? `${entry} *` : entry)),
        ),
    }),
  },
  {
    name: 'session-schedule-without-lists',
    description: 'A schedule entry has numbers and stars, no lists, ranges or steps.',
    catches: ['The schedule entry <entry> is accepted'],
    apply: judging((verdict, policy) =>
      (entriesOf(policy) ?? []).some((entry) => /[,/-]/.test(entry))
        ? refuse(RSC.BAD_REQUEST, 'That is no schedule entry.')
        : verdict,
    ),
  },
  {
    name: 'session-schedule-open-within-a-year',
    description: 'A window that opens in more than a year is taken never to open.',
    catches: ['The schedule entry <entry> is accepted'],
    apply: (table) => ({
      ...table,
      checkPolicy(cse, session, policy) {
        const now = cse.ports.clock.now();
        const opening = nextOpening(readWindow(entriesOf(policy) ?? []) ?? [], now) ?? now;
        return opening > now + YEAR
          ? refuse(RSC.BAD_REQUEST, 'The window does not open soon.')
          : table.checkPolicy(cse, session, policy);
      },
    }),
  },
  {
    name: 'session-schedule-always-open-refused',
    description: 'A window that is open at all times is taken for no schedule.',
    catches: ['The schedule entry <entry> is accepted'],
    apply: judging((verdict, policy) =>
      entriesOf(policy)?.includes('* * * * * * *') ? refuse(RSC.BAD_REQUEST, 'That is no window.') : verdict,
    ),
  },
  {
    name: 'session-schedule-goes-with-anything',
    description: 'Whether a policy has a schedule is not compared with its delivery.',
    catches: ['A policy <what> is refused'],
    apply: judging((verdict, policy) => {
      const stores = policy.delivery === SessionDelivery.storeAndForward;
      return stores === (policy.scheduleElement !== undefined) ? verdict : undefined;
    }),
  },
  {
    name: 'session-schedule-may-be-over',
    description: 'A window that never opens again is no reason to refuse a policy.',
    catches: ['A window that <what> is refused'],
    apply: judging((verdict, policy) =>
      verdict?.status === RSC.BAD_REQUEST && isReadable(policy) ? undefined : verdict,
    ),
  },
  {
    name: 'session-schedule-refused-as-a-conflict',
    description: 'A malformed policy is refused as if it were in conflict with another.',
    catches: [
      'The schedule entry <entry> is refused',
      'A policy <what> is refused',
      'A window that <what> is refused',
    ],
    apply: judging((verdict) => verdict && { ...verdict, status: RSC.CONFLICT }),
  },
  {
    name: 'session-policies-never-in-conflict',
    description: 'A policy may keep the window closed for ever together with another.',
    catches: ['Two windows that are never open together are a conflict'],
    apply: judging((verdict) => (verdict?.status === RSC.CONFLICT ? undefined : verdict)),
  },
  {
    name: 'session-policies-in-conflict-across-hops',
    description: 'Policies that bind different hops are taken to be in conflict.',
    catches: ['Two windows that bind different hops are no conflict'],
    apply: (table) => ({
      ...table,
      checkPolicy: (cse, session, policy) =>
        table.checkPolicy(
          policiesSeen(cse, (policies) =>
            policies.map((other) => ({ ...other, attributes: forAll(other.attributes) })),
          ),
          session,
          forAll(policy),
        ),
    }),
  },
  {
    name: 'session-policy-name-replaced',
    description: 'A policy whose name is taken gets another one.',
    catches: ['A name that another policy has is refused'],
    apply: (table) => ({
      ...table,
      createPolicy(cse, request, session) {
        const { resourceName } = givenAttributes(request);
        const isTaken = cse.store.childNamed(session.resourceID, String(resourceName)) !== undefined;
        const named = isTaken ? withAttributes(request, { resourceName: undefined }) : request;
        return table.createPolicy(cse, named, session);
      },
    }),
  },
  {
    name: 'session-policy-kept-though-it-failed',
    description: 'A policy stays here though the next hop has not made it.',
    catches: [
      'The refusal of the next hop is the answer to a policy',
      'A next hop that does not answer a policy is not reached',
    ],
    apply: (table) => ({
      ...table,
      async createPolicy(cse, request, session) {
        const answer = await table.createPolicy(cse, request, session);
        const alone = { ...cse, procedures: { ...cse.procedures, hopsToTell: () => [] } };
        if (answer.responseStatusCode >= 4000) await table.createPolicy(alone, request, session);
        return answer;
      },
    }),
  },
  {
    name: 'session-policy-refusals-with-one-code',
    description: 'Whatever the reason, a policy is refused as malformed.',
    catches: [
      'The refusal of the next hop is the answer to a policy',
      'A next hop that does not answer a policy is not reached',
      'Two windows that are never open together are a conflict',
      'A name that another policy has is refused',
    ],
    apply: (table) => ({
      ...table,
      async createPolicy(cse, request, session) {
        const answer = await table.createPolicy(cse, request, session);
        return answer.responseStatusCode >= 4000
          ? refused(request, refuse(RSC.BAD_REQUEST, 'That is no policy.'))
          : answer;
      },
    }),
  },
  {
    name: 'session-policy-without-session-in-conflict',
    description: 'A policy for a session that has ended is refused as a conflict.',
    catches: ['A session that has ended takes no policy'],
    apply: (table) => ({
      ...table,
      checkExistence(cse, request) {
        const found = table.checkExistence(cse, request);
        return request.resourceType === ResourceType.sessionPolicy ? withStatus(found, RSC.CONFLICT) : found;
      },
    }),
  },
];

type Judge = (verdict: Refusal | undefined, policy: Attributes) => Refusal | undefined;

function judging(judge: Judge): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    checkPolicy: (cse, session, policy) => judge(table.checkPolicy(cse, session, policy), policy),
  });
}

function isReadable(policy: Attributes): boolean {
  return readWindow(entriesOf(policy) ?? []) !== undefined;
}

function fieldsOf(entry: string): number {
  return entry.split(' ').length;
}

function withEntries(policy: Attributes, change: (entry: string) => string): Attributes {
  const entries = entriesOf(policy);
  return entries === undefined
    ? policy
    : { ...policy, scheduleElement: { scheduleEntry: entries.map(change) } };
}

function forAll(policy: Attributes): Attributes {
  return filtered(policy, (name) => name !== 'appliesTo');
}
