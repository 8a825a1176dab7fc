import { isRefusal, refuse } from '../../protocol/model/refusal';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { refused } from '../../reference-impl/cse/response';
import type { Fault } from './fault';
import { givenAttributes } from './given-attributes';
import { acceptedUnheard, isSilence, withPartners } from './session-refusals-bent';
import { withStatus } from './with-status';

/** Deviations in the course of an establishment: who is waited for, what a no means, and several at once. */
export const SESSION_COURSE_FAULTS: readonly Fault[] = [
  {
    name: 'session-made-before-accepted',
    description: 'A session is made, and answered, before anybody has accepted it.',
    catches: [
      'AE1 waits until the next hop has accepted',
      'Nothing is answered before AE2 has accepted',
      'A middle CSE waits until the next hop has accepted',
      'The refusal of the next hop is the answer',
      'AE2 refuses with <code>',
    ],
    apply: (table) => ({
      ...table,
      async askNextHop(cse, establishment, deadline) {
        void table.askNextHop(cse, establishment, deadline);
        return acceptedUnheard(establishment);
      },
      async invite(cse, establishment, target, deadline) {
        void table.invite(cse, establishment, target, deadline);
        return acceptedUnheard(establishment);
      },
    }),
  },
  {
    name: 'session-there-before-accepted',
    description: 'A session can be seen while nobody has accepted it yet.',
    catches: [
      'AE1 waits until the next hop has accepted',
      'Nothing is answered before AE2 has accepted',
      'A middle CSE waits until the next hop has accepted',
    ],
    apply: (table) => ({
      ...table,
      async askNextHop(cse, establishment, deadline) {
        const early = table.putSession(cse, establishment, acceptedUnheard(establishment));
        const outcome = await table.askNextHop(cse, establishment, deadline);
        table.removeSession(cse, early);
        return outcome;
      },
      async invite(cse, establishment, target, deadline) {
        const early = table.putSession(cse, establishment, acceptedUnheard(establishment));
        const outcome = await table.invite(cse, establishment, target, deadline);
        table.removeSession(cse, early);
        return outcome;
      },
    }),
  },
  {
    name: 'session-kept-though-it-failed',
    description: 'A session is made first, and stays when somebody refuses it or does not answer.',
    catches: [
      'The refusal of the next hop is the answer',
      'A middle CSE hands the refusal of the next hop back',
      'AE2 refuses with <code>',
      'A refusal on one CSE is the answer',
      'AE2 does not answer',
      'AE2 cannot be reached',
      'AE2 has not subscribed',
      'The next hop does not answer',
      'The next hop of a middle CSE cannot be reached',
      'An acceptance <what> is none',
      'An acceptance of AE2 that is no JSON is none',
    ],
    apply: (table) => ({
      ...table,
      ...withPartners(table, (outcome, cse, establishment) => {
        if (isRefusal(outcome)) table.putSession(cse, establishment, acceptedUnheard(establishment));
        return outcome;
      }),
    }),
  },
  {
    name: 'session-silence-is-acceptance',
    description: 'Who does not answer, or says nothing of use, has accepted.',
    catches: [
      'AE2 does not answer',
      'AE2 cannot be reached',
      'AE2 has not subscribed',
      'The next hop does not answer',
      'The next hop of a middle CSE cannot be reached',
      'An acceptance <what> is none',
      'An acceptance of AE2 that is no JSON is none',
    ],
    apply: (table) => ({
      ...table,
      ...withPartners(table, (outcome, _cse, establishment) =>
        isSilence(outcome) ? acceptedUnheard(establishment) : outcome,
      ),
    }),
  },
  {
    name: 'session-silence-is-a-bad-request',
    description: 'Where nobody answers the request is said to be malformed.',
    catches: [
      'AE2 does not answer',
      'AE2 cannot be reached',
      'AE2 has not subscribed',
      'The next hop does not answer',
      'The next hop of a middle CSE cannot be reached',
    ],
    apply: (table) => ({
      ...table,
      ...withPartners(table, (outcome) =>
        isSilence(outcome) ? withStatus(outcome, RSC.BAD_REQUEST) : outcome,
      ),
    }),
  },
  {
    name: 'session-refusals-with-one-code',
    description: 'Every refusal of a partner is handed back as a malformed request.',
    catches: [
      'The refusal of the next hop is the answer',
      'A middle CSE hands the refusal of the next hop back',
      'AE2 refuses with <code>',
      'A refusal on one CSE is the answer',
    ],
    apply: (table) => ({
      ...table,
      ...withPartners(table, (outcome) => withStatus(outcome, RSC.BAD_REQUEST)),
    }),
  },
  {
    name: 'session-one-after-the-other',
    description: 'While an establishment waits for its partner nothing is done for any session.',
    catches: ['A next hop that is slow does not hold up the use of another session'],
    apply(table) {
      let last: Promise<unknown> = Promise.resolve();
      const inTurn = <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
        const mine = last.then(act);
        last = mine;
        return mine;
      };
      return {
        ...table,
        establishSession: (cse, request, collection) =>
          inTurn(() => table.establishSession(cse, request, collection)),
        useSession: (cse, request, sessionID) => inTurn(() => table.useSession(cse, request, sessionID)),
      };
    },
  },
  {
    name: 'session-crossing-establishments-refused',
    description: 'While an establishment waits for a next hop, none is taken from a CSE.',
    catches: ['Establishments in both directions at once'],
    apply(table) {
      let waiting = 0;
      return {
        ...table,
        async askNextHop(cse, establishment, deadline) {
          waiting += 1;
          const outcome = await table.askNextHop(cse, establishment, deadline);
          waiting -= 1;
          return outcome;
        },
        establishSession: async (cse, request, collection) =>
          waiting > 0 && givenAttributes(request).path !== undefined
            ? refused(request, refuse(RSC.CONFLICT, 'Another establishment is under way.'))
            : table.establishSession(cse, request, collection),
      };
    },
  },
];
