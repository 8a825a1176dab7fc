import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { formatTimestamp } from '../../protocol/model/timestamp';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import type { Delivery, Outstanding } from '../../reference-impl/cse/interactive/outstanding';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';

/** Deviations in how messages are repeated and when they are not any more. @see IGO 2.2 step 6, IGO note 1 */
export const INTERACTIVE_RETRY_FAULTS: readonly Fault[] = [
  {
    name: 'never-repeats',
    description: 'Gives a message up when its first sending was not acknowledged.',
    catches: [
      'Without an answer the same message comes again',
      'A message that was not acknowledged comes again before the flow goes on',
      'A message is not repeated while its answer may still come in time',
      'A connection that breaks before the answer brings the message again',
      'Garbage for an answer brings the message again',
      'An answer <status> does not acknowledge',
      'A message that is never answered is sent as often as the limit allows',
      'A message that was repeated and acknowledged does not come again',
      'An application that comes back in time gets the message',
    ],
    apply: givingUp((attempts) => attempts > 0),
  },
  {
    name: 'repeats-once-too-often',
    description: 'Repeats a message once more than the limit allows.',
    catches: ['A message that is never answered is sent as often as the limit allows'],
    apply: givingUp((attempts, limit) => attempts > limit + 1),
  },
  {
    name: 'repeats-once-too-few',
    description: 'Counts the first sending as a repetition.',
    catches: [
      'A message that is never answered is sent as often as the limit allows',
      'The last permitted repetition can still be acknowledged',
    ],
    apply: givingUp((attempts, limit) => attempts >= limit),
  },
  {
    name: 'repeats-for-ever',
    description: 'Repeats a message until it is acknowledged, whatever the limit.',
    catches: [
      'A message that is never answered is sent as often as the limit allows',
      'Results that come meanwhile are not put into a repetition',
    ],
    apply: givingUp(() => false),
  },
  {
    name: 'repeats-with-fresh-identifier',
    description: 'Each repetition has a Request Identifier of its own.',
    catches: [
      'Without an answer the same message comes again',
      'A message that was not acknowledged comes again before the flow goes on',
      'A connection that breaks before the answer brings the message again',
    ],
    apply: repeatingAnother((message, cse) => ({
      ...message,
      requestIdentifier: cse.ports.ids.next('ntf-'),
    })),
  },
  {
    name: 'repeats-with-new-timestamp',
    description: 'Writes the time of the sending into the results that a repetition holds.',
    catches: ['Without an answer the same message comes again'],
    apply: repeatingAnother((message, cse) => {
      const { content } = message;
      if (content?.kind !== 'response') return message;
      const originatingTimestamp = formatTimestamp(cse.ports.clock.now());
      return { ...message, content: { ...content, response: { ...content.response, originatingTimestamp } } };
    }),
  },
  {
    name: 'repeats-with-new-results',
    description: 'Puts results that came meanwhile into the repetition.',
    catches: ['Results that come meanwhile are not put into a repetition'],
    apply: repeatingAnother((message, cse, outstanding) => {
      const { requestIdentifier, to } = message;
      const entries = outstanding.results;
      return { ...cse.procedures.resultMessage(cse, outstanding, { to, entries }), requestIdentifier };
    }),
  },
  {
    name: 'repeats-at-once',
    description: 'Repeats a message after a second, while its answer may still come in time.',
    catches: ['A message is not repeated while its answer may still come in time'],
    apply: (procedures) => ({
      ...procedures,
      sendPending(cse, outstanding, delivery) {
        procedures.sendPending(cse, outstanding, delivery);
        const sent = delivery.pending;
        cse.ports.clock.after(1_000, () => {
          if (sent === delivery.pending) delivery.callOff?.();
          if (sent === delivery.pending) cse.procedures.sendPending(cse, outstanding, delivery);
        });
      },
    }),
  },
  {
    name: 'repeats-acknowledged-messages',
    description: 'Sends a message once more although it was acknowledged.',
    catches: [
      'A message that was repeated and acknowledged does not come again',
      'After the last member no further message comes',
      'The last permitted repetition can still be acknowledged',
      'A target that stays silent does not hold up another',
      'A target that cannot be reached does not hold up another',
    ],
    apply: (procedures) => ({
      ...procedures,
      async sendResultMessage(cse, message) {
        const answer = await procedures.sendResultMessage(cse, message);
        if (answer !== undefined && procedures.isAcknowledgement(answer)) {
          cse.ports.clock.after(1, () => void procedures.sendResultMessage(cse, message));
        }
        return answer;
      },
    }),
  },
  {
    name: 'any-answer-acknowledges',
    description: 'A refusal counts as an acknowledgement.',
    catches: ['An answer <status> does not acknowledge'],
    apply: (procedures) => ({ ...procedures, isAcknowledgement: () => true }),
  },
  {
    name: 'broken-exchange-acknowledges',
    description: 'A message counts as acknowledged as soon as its exchange is over, however it ended.',
    catches: [
      'A connection that breaks before the answer brings the message again',
      'Garbage for an answer brings the message again',
      'An application that comes back in time gets the message',
    ],
    apply: (procedures) => ({
      ...procedures,
      async sendResultMessage(cse, message) {
        const { requestIdentifier } = message;
        const taken = { responseStatusCode: RSC.OK, requestIdentifier };
        return (await procedures.sendResultMessage(cse, message)) ?? taken;
      },
    }),
  },
  {
    name: 'late-acknowledgement-starts-anew',
    description:
      'After an acknowledgement that came too late its results are sent in a message of their own.',
    catches: ['An acknowledgement that comes too late does no harm'],
    apply: withLateOnesToldAnew,
  },
  {
    name: 'targets-told-in-turn',
    description: 'Tells a target of results when the one before it has acknowledged a message.',
    catches: [
      'A target that stays silent does not hold up another',
      'A target that cannot be reached does not hold up another',
      'A target that answers garbage does not hold up another',
    ],
    apply: withTargetsInTurn,
  },
  {
    name: 'gathering-waits-for-acknowledgement',
    description: 'Asks the next member when the results of the one before it have been acknowledged.',
    catches: ['An application that stays silent does not keep the members from being asked'],
    apply: withGatheringThatWaits,
  },
];

/** A reference that gives messages up after another number of sendings. */
function givingUp(isOver: (attempts: number, limit: number) => boolean) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    mayGiveUp: ({ config }, { attempts }) => isOver(attempts, config.notificationRetry.limit),
  });
}

/** A reference that repeats another message than the one that was not acknowledged. */
function repeatingAnother(
  change: (message: RequestPrimitive, cse: Cse, outstanding: Outstanding) => RequestPrimitive,
) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    sendPending(cse, outstanding, delivery) {
      const { pending } = delivery;
      if (pending !== undefined && pending.attempts > 0) {
        delivery.pending = { ...pending, message: change(pending.message, cse, outstanding) };
      }
      procedures.sendPending(cse, outstanding, delivery);
    },
  });
}

function withLateOnesToldAnew(procedures: CseProcedures): CseProcedures {
  const late = new Map<Delivery, number>();
  return {
    ...procedures,
    sendPending(cse, outstanding, delivery) {
      procedures.sendPending(cse, outstanding, delivery);
      const { pending: sent, reported } = delivery;
      if (sent === undefined) return;
      cse.ports.clock.after(cse.config.notificationRetry.acknowledgementTimeout, () => {
        if (delivery.pending === sent) late.set(delivery, reported);
      });
    },
    reportTo(cse, outstanding, delivery) {
      const before = delivery.pending === undefined ? late.get(delivery) : undefined;
      if (before !== undefined) {
        late.delete(delivery);
        delivery.reported = before;
      }
      procedures.reportTo(cse, outstanding, delivery);
    },
  };
}

function withTargetsInTurn(procedures: CseProcedures): CseProcedures {
  const acknowledged = new Set<string>();
  return {
    ...procedures,
    async sendResultMessage(cse, message) {
      const answer = await procedures.sendResultMessage(cse, message);
      if (answer !== undefined && procedures.isAcknowledgement(answer)) acknowledged.add(message.to);
      return answer;
    },
    reportTo(cse, outstanding, delivery) {
      const { deliveries } = outstanding;
      const at = deliveries.indexOf(delivery);
      const before = deliveries[at - 1];
      if (before !== undefined && !acknowledged.has(before.to)) return;
      procedures.reportTo(cse, outstanding, delivery);
      const next = deliveries[at + 1];
      if (next !== undefined) cse.procedures.reportTo(cse, outstanding, next);
    },
  };
}

function withGatheringThatWaits(procedures: CseProcedures): CseProcedures {
  let acknowledge = (): void => {};
  return {
    ...procedures,
    async sendResultMessage(cse, message) {
      const answer = await procedures.sendResultMessage(cse, message);
      if (answer !== undefined && procedures.isAcknowledgement(answer)) acknowledge();
      return answer;
    },
    async gatherResults(cse, outstanding, members) {
      for (const member of members) {
        const acknowledged = new Promise<void>((resolve) => {
          acknowledge = resolve;
        });
        await procedures.gatherResults(cse, outstanding, [member]);
        await acknowledged;
      }
    },
  };
}
