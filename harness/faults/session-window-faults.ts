import { isRefusal } from '../../protocol/model/refusal';
import { parseTimestamp } from '../../protocol/model/timestamp';
import type { Cse } from '../../reference-impl/cse/cse';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Resource } from '../../reference-impl/cse/resource';
import type { SessionRequest } from '../../reference-impl/cse/session/session-procedures';
import { policiesOf } from '../../reference-impl/cse/session/session-state';
import type { Fault } from './fault';
import { policiesSeen } from './session-policies-seen';

const SECOND = 1_000;

/** Deviations in when a request may pass, and in when it is said that it will not. @see SES 2 steps 5, 11 and 24 */
export const SESSION_WINDOW_FAULTS: readonly Fault[] = [
  {
    name: 'session-window-ignored',
    description: 'Passes everything on at once.',
    catches: [
      'A request is kept until the window is open, and answered when it has been served',
      'A retrieve is stored like an update',
      'The last CSE serves in the window that binds it',
      'A middle CSE keeps what its window binds',
      'A request that ends before the window opens is refused at once',
      'Usage through the first CSE',
    ],
    apply: deciding(() => true),
  },
  {
    name: 'session-window-for-updates-only',
    description: 'Does not store retrieves.',
    catches: ['A retrieve is stored like an update'],
    apply: deciding((_table, _cse, { request }) => request.operation === 'retrieve'),
  },
  {
    name: 'session-window-for-what-is-passed-on-only',
    description: 'Serves requests whether a window is open or not.',
    catches: ['The last CSE serves in the window that binds it'],
    apply: deciding((table, cse, use) => table.nextHopFor(cse, use) === undefined),
  },
  {
    name: 'session-window-never-closes',
    description: 'A window that was open once stays open.',
    catches: ['With the window closed again nothing is passed on'],
    apply: deciding((table, cse, use) => {
      const madeAt = Math.max(...policiesOf(cse, use.session).map(creationOf));
      const first = table.decide(at(cse, madeAt), { ...use, receivedAt: madeAt });
      return !isRefusal(first) && first.kind === 'stored' && first.opensAt <= cse.ports.clock.now();
    }),
  },
  {
    name: 'session-window-early',
    description: 'Opens windows four seconds early.',
    catches: [
      'A request is kept until the window is open, and answered when it has been served',
      'A middle CSE keeps what its window binds',
      'Usage through the first CSE',
    ],
    apply: shifted(-4 * SECOND),
  },
  {
    name: 'session-window-late',
    description: 'Opens windows twelve seconds late.',
    catches: [
      'A request is kept until the window is open, and answered when it has been served',
      'With the window open a request is passed on at once',
      'A middle CSE keeps what its window binds',
      'Usage through the first CSE',
    ],
    apply: shifted(12 * SECOND),
  },
  {
    name: 'session-request-end-late',
    description: 'Says that a request ends before the window opens when it ends only.',
    catches: ['A request that ends before the window opens is refused at once'],
    apply: (table) => ({
      ...table,
      decide: (cse, use) => table.decide(patient(cse), { ...use, request: endless(use) }),
    }),
  },
  {
    name: 'session-request-end-ignored',
    description: 'Keeps a request until the window opens, whenever it ends.',
    catches: [
      'With the window closed again nothing is passed on',
      'A request that ends before the window opens is refused at once',
      'A next hop that stays away until the request ends is given up',
    ],
    apply: (table) => ({
      ...table,
      checkSessionRequest(cse, request, sessionID) {
        const use = table.checkSessionRequest(cse, request, sessionID);
        return isRefusal(use) ? use : { ...use, request: endless(use) };
      },
    }),
  },
  {
    name: 'session-maximum-delay-ignored',
    description: 'Does not look at the longest delay of a policy.',
    catches: [
      'A window that opens after the maximum delay is no use',
      'Of two maximum delays the shorter counts',
    ],
    apply: (table) => ({
      ...table,
      decide: (cse, use) =>
        table.decide(
          policiesSeen(cse, (policies) => policies.map(withoutDelay)),
          use,
        ),
    }),
  },
];

/** What is of this kind passes at once. */
function deciding(
  isImmediate: (table: CseProcedures, cse: Cse, use: SessionRequest) => boolean,
): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    decide: (cse, use) => (isImmediate(table, cse, use) ? { kind: 'immediate' } : table.decide(cse, use)),
  });
}

/** Windows, as a clock shows them that is wrong by so much; the times of the request are right. */
function shifted(milliseconds: number): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    decide(cse, use) {
      const decision = table.decide(at(cse, cse.ports.clock.now() - milliseconds), use);
      if (isRefusal(decision) || decision.kind === 'immediate') return decision;
      return { ...decision, opensAt: decision.opensAt + milliseconds };
    },
  });
}

function at(cse: Cse, instant: number): Cse {
  const { clock } = cse.ports;
  const after: typeof clock.after = (milliseconds, action) => clock.after(milliseconds, action);
  return { ...cse, ports: { ...cse.ports, clock: { now: () => instant, after } } };
}

/** As if it could wait for an answer for an hour. */
function patient(cse: Cse): Cse {
  return { ...cse, config: { ...cse.config, resultExpiration: 3_600 * SECOND } };
}

function endless({ request }: SessionRequest): SessionRequest['request'] {
  const { requestExpirationTimestamp: _end, resultExpirationTimestamp: _last, ...other } = request;
  return other;
}

function creationOf({ attributes: { creationTime } }: Resource): number {
  return parseTimestamp(String(creationTime)) ?? 0;
}

function withoutDelay(policy: Resource): Resource {
  const { maximumDelay: _ignored, ...attributes } = policy.attributes;
  return { ...policy, attributes };
}
