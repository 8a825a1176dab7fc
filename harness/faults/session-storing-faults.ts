import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import { respond } from '../../reference-impl/cse/response';
import type { Fault } from './fault';

/** Deviations in what becomes of a request that is stored, and of its result. @see SES 2 step 6 */
export const SESSION_STORING_FAULTS: readonly Fault[] = [
  {
    name: 'session-answered-when-stored',
    description: 'Says that an update is done when it is stored.',
    catches: [
      'A request is kept until the window is open, and answered when it has been served',
      'The last CSE serves in the window that binds it',
      'In the window a next hop that comes back is asked again',
      'Usage through the first CSE',
    ],
    apply: (table) => ({
      ...table,
      async storeAndForward(cse, use, opensAt) {
        void table.storeAndForward(cse, use, opensAt);
        return respond(use.request, RSC.UPDATED);
      },
    }),
  },
  {
    name: 'session-stored-without-its-session',
    description:
      'What was stored is passed on when the window opens, all at once, whatever has become of the session.',
    catches: [
      'What was stored is passed on in the order in which it came',
      'The end of the session answers what is stored',
    ],
    apply: (table) => ({
      ...table,
      async storeAndForward(cse, use, opensAt) {
        const hop = table.nextHopFor(cse, use);
        await until(cse, opensAt);
        return hop === undefined ? table.serve(cse, use) : table.passOn(cse, use, hop);
      },
    }),
  },
  {
    name: 'session-stored-in-reverse-order',
    description: 'Of what was stored passes on first what came last.',
    catches: ['What was stored is passed on in the order in which it came'],
    apply: (table) => ({
      ...table,
      async storeAndForward(cse, use, opensAt) {
        const kept = opensAt - use.receivedAt;
        await until(cse, opensAt + Math.max(kept / 2, 0));
        return table.storeAndForward(cse, use, opensAt);
      },
    }),
  },
  {
    name: 'session-stored-tried-once',
    description: 'Gives up in the window if the next hop does not answer at once.',
    catches: [
      'In the window a next hop that comes back is asked again',
      'A next hop that stays away until the request ends is given up',
    ],
    apply: (table) => ({
      ...table,
      passOn: async (cse, use, hop) => ({ ...(await table.passOn(cse, use, hop)) }),
    }),
  },
  {
    name: 'session-stored-forgotten',
    description: 'Forgets what is stored when the session ends, and answers nobody.',
    catches: [
      'The end of the session answers what is stored',
      'The end of the session is the result of what is stored',
    ],
    apply: (table) => ({
      ...table,
      async storeAndForward(cse, use, opensAt) {
        const answer = await table.storeAndForward(cse, use, opensAt);
        return answer.responseStatusCode === RSC.NOT_FOUND ? new Promise(() => {}) : answer;
      },
      noteResult(cse, outstanding, entry) {
        if (entry.responseStatusCode !== RSC.NOT_FOUND) table.noteResult(cse, outstanding, entry);
      },
    }),
  },
  {
    name: 'session-non-blocking-waits',
    description: 'Answers a request that nobody waits for when it is over.',
    catches: [
      'A non-blocking request is accepted at once and its result is found later',
      'A non-blocking request is accepted at once and its result is told',
    ],
    apply: (table) => ({
      ...table,
      useSession(cse, { responseType: _later, ...request }, sessionID) {
        return table.useSession(cse, request, sessionID);
      },
    }),
  },
  {
    name: 'session-non-blocking-without-result',
    description: 'Keeps no result of a request that nobody waits for.',
    catches: [
      'A non-blocking request is accepted at once and its result is found later',
      'A non-blocking request is accepted at once and its result is told',
      'The end of the session is the result of what is stored',
    ],
    apply: (table) => ({ ...table, noteResult: () => {} }),
  },
];

function until(cse: Cse, instant: number): Promise<void> {
  const { clock } = cse.ports;
  return new Promise((resolve) => {
    clock.after(Math.max(instant - clock.now(), 0), resolve);
  });
}
