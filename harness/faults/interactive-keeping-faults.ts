import type { Cse } from '../../reference-impl/cse/cse';
import { allOutstanding, type Outstanding } from '../../reference-impl/cse/interactive/outstanding';
import type { RequestLifetime } from '../../reference-impl/cse/interactive/request-lifetime';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';
import { showingOthers } from './showing-otherwise';

/** Longer than any CSE in the tests keeps results. */
const LONG = 400 * 24 * 3_600_000;

/** Deviations in how long results are kept. @see IGO note 2 */
export const INTERACTIVE_KEEPING_FAULTS: readonly Fault[] = [
  {
    name: 'kept-for-ever',
    description: 'Keeps results for ever.',
    catches: [
      'When the keep time is over an inquiry is refused',
      'When the keep time is over an inquiry for one member is refused as well',
      'Results that nobody acknowledged go as well when the keep time is over',
      'The CSE keeps results no longer than its maximum when <asked for> is asked for',
      'Who comes back too late finds nothing',
    ],
    apply: living((lifetime) => ({ ...lifetime, keepUntil: lifetime.keepUntil + LONG })),
  },
  {
    name: 'keep-time-not-bounded',
    description: 'Keeps results as long as the request asks for.',
    catches: ['The CSE keeps results no longer than its maximum when a longer time is asked for'],
    apply: (procedures) => ({
      ...procedures,
      requestLifetime(cse, request) {
        const config = { ...cse.config, maximumResultPersistence: LONG };
        const unbounded = request.resultPersistence !== undefined;
        return procedures.requestLifetime(unbounded ? { ...cse, config } : cse, request);
      },
    }),
  },
  {
    name: 'keep-time-always-maximum',
    description: 'Keeps results as long as it can, whatever the request asks for.',
    catches: ['When the keep time is over an inquiry is refused', 'Who comes back too late finds nothing'],
    apply: (procedures) => ({
      ...procedures,
      requestLifetime(cse, { resultPersistence: _asked, ...request }) {
        return procedures.requestLifetime(cse, request);
      },
    }),
  },
  {
    name: 'kept-half-the-time',
    description: 'Keeps results for half of the time asked for.',
    catches: ['Shortly before the keep time is over the results are there'],
    apply: living((lifetime, cse) => ({
      ...lifetime,
      keepUntil: (cse.ports.clock.now() + lifetime.keepUntil) / 2,
    })),
  },
  {
    name: 'not-kept-after-acknowledgement',
    description: 'Keeps results until the last one is acknowledged.',
    catches: [
      'Without a keep time asked for the results are kept all the same',
      'Shortly before the keep time is over the results are there',
      'When all members are reported an inquiry shows them all, and that this is all',
    ],
    apply: (procedures) => ({
      ...procedures,
      reportTo(cse, outstanding, delivery) {
        procedures.reportTo(cse, outstanding, delivery);
        if (isTold(outstanding)) cse.procedures.endKeepTime(cse, outstanding);
      },
    }),
  },
  {
    name: 'keep-time-ends-all',
    description: 'With the keep time of one request all results go that its originator has asked for.',
    catches: ['The end of one keep time leaves the results of another request alone'],
    apply: (procedures) => ({
      ...procedures,
      endKeepTime(cse, outstanding) {
        const { from } = outstanding.accepted.request;
        for (const other of [...allOutstanding(cse)]) {
          if (other.accepted.request.from === from) procedures.endKeepTime(cse, other);
        }
      },
    }),
  },
  {
    name: 'after-keep-time-empty',
    description: 'When the keep time is over the request resource stays, without results.',
    catches: ['When the keep time is over an inquiry is refused', 'Who comes back too late finds nothing'],
    apply(procedures) {
      const over = new WeakSet<Outstanding>();
      return {
        ...showingOthers((outstanding) => (over.has(outstanding) ? [] : outstanding.results))(procedures),
        createRequestResource: (cse, request, keepUntil) =>
          procedures.createRequestResource(cse, request, keepUntil + LONG),
        endKeepTime(_cse, outstanding) {
          over.add(outstanding);
        },
      };
    },
  },
  {
    name: 'results-dropped-after-limit',
    description: 'Forgets results when a target has not acknowledged them to the last repetition.',
    catches: [
      'After the last repetition nothing is lost to an application that <reaction>',
      'What the application missed it gets by asking',
    ],
    apply(procedures) {
      const dropped = new WeakSet<Outstanding>();
      return {
        ...showingOthers((outstanding) => (dropped.has(outstanding) ? [] : outstanding.results))(procedures),
        sendPending(cse, outstanding, delivery) {
          const { pending } = delivery;
          if (pending !== undefined && procedures.mayGiveUp(cse, pending)) dropped.add(outstanding);
          procedures.sendPending(cse, outstanding, delivery);
        },
      };
    },
  },
  {
    name: 'request-dropped-after-limit',
    description: 'Deletes the request resource when a target has not acknowledged the last repetition.',
    catches: [
      'After the last repetition nothing is lost to an application that <reaction>',
      'What the application missed it gets by asking',
    ],
    apply: (procedures) => ({
      ...procedures,
      sendPending(cse, outstanding, delivery) {
        const { pending } = delivery;
        const isLost = pending !== undefined && procedures.mayGiveUp(cse, pending);
        procedures.sendPending(cse, outstanding, delivery);
        if (isLost) cse.procedures.endKeepTime(cse, outstanding);
      },
    }),
  },
  {
    name: 'undeliverable-message-ends-request',
    description: 'Deletes the request resource when a message cannot be brought to its target.',
    catches: [
      'What a target missed that cannot be reached can be inquired',
      'Where a target points elsewhere the results can be inquired',
      'A target that answers garbage does not hold up another',
    ],
    apply: withUndeliverableEnding,
  },
];

/** A reference that gathers and keeps results for another time. */
function living(change: (lifetime: RequestLifetime, cse: Cse) => RequestLifetime) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    requestLifetime: (cse, request) => change(procedures.requestLifetime(cse, request), cse),
  });
}

function isTold({ finished, deliveries, results }: Outstanding): boolean {
  return finished && deliveries.every(({ reported }) => reported === results.length);
}

function withUndeliverableEnding(procedures: CseProcedures): CseProcedures {
  return {
    ...procedures,
    async sendResultMessage(cse, message) {
      const answer = await procedures.sendResultMessage(cse, message);
      const lost = [...allOutstanding(cse)].filter(({ deliveries }) =>
        deliveries.some(({ pending }) => pending?.message.requestIdentifier === message.requestIdentifier),
      );
      for (const outstanding of answer === undefined ? lost : []) {
        cse.procedures.endKeepTime(cse, outstanding);
      }
      return answer;
    },
  };
}
