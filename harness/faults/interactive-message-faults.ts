import type { PrimitiveContent } from '../../protocol/model/primitive-content';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import {
  allOutstanding,
  endOutstanding,
  type Outstanding,
} from '../../reference-impl/cse/interactive/outstanding';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';

/** Deviations in the messages that tell of results: when they come and what they are. @see IGO 2.2 steps 5 and 7 */
export const INTERACTIVE_MESSAGE_FAULTS: readonly Fault[] = [
  {
    name: 'results-told-at-the-end',
    description: 'Tells of results when all members have answered.',
    catches: [
      'Results are sent while others are still to come',
      'Results reach the application as they come',
      'Two messages have two identifiers',
      'The members that are online are told while another is offline',
    ],
    apply: (procedures) => ({
      ...procedures,
      reportResults(cse, outstanding) {
        if (outstanding.finished) procedures.reportResults(cse, outstanding);
      },
    }),
  },
  {
    name: 'nothing-told',
    description: 'Keeps results to be inquired and sends no message.',
    catches: [
      'A message is a request that carries aggregated results',
      'Where nobody is named the originator is told',
      'A target that the request names is told, and the originator is not',
      'A message comes from the CSE',
    ],
    apply: (procedures) => ({ ...procedures, reportResults: () => {} }),
  },
  {
    name: 'first-message-only',
    description: 'Tells a target nothing more when it has acknowledged one message.',
    catches: [
      'Results reach the application as they come',
      'A later message holds none of the members of an earlier one',
      'After an inquiry the messages go on',
      'Each of two targets is told of a late member once',
      'An acknowledgement that comes twice does no harm',
    ],
    apply: (procedures) => ({
      ...procedures,
      reportTo(cse, outstanding, delivery) {
        if (delivery.reported === 0) procedures.reportTo(cse, outstanding, delivery);
      },
    }),
  },
  {
    name: 'all-results-each-time',
    description: 'A message holds every result there is so far.',
    catches: [
      'A later message holds none of the members of an earlier one',
      'Results reach the application as they come',
      'A member that comes online is asked, and its result is told',
      'Each of two targets is told of a late member once',
      'A CSE that reports by itself is passed on like one that answers',
      'Two nodes that come online one after the other are told of as they come',
    ],
    apply: tellingOthers((_entries, { results }) => results),
  },
  {
    name: 'message-without-results',
    description: 'Begins with a message that holds no result yet.',
    catches: ['No message is without results'],
    apply: (procedures) => ({
      ...procedures,
      gatherResults(cse, outstanding, members) {
        for (const { to } of outstanding.deliveries) {
          const message = procedures.resultMessage(cse, outstanding, { to, entries: [] });
          void procedures.sendResultMessage(cse, message);
        }
        return procedures.gatherResults(cse, outstanding, members);
      },
    }),
  },
  {
    name: 'missing-members-told-as-failed',
    description: 'A message says of members that have not answered yet that they cannot be reached.',
    catches: [
      'A result is not told before it is there',
      'Before the results expire an offline member is not given up',
    ],
    apply: tellingOthers((entries, { awaited, accepted }) => [
      ...entries,
      ...[...awaited.keys()].map((from) => ({
        responseStatusCode: RSC.TARGET_NOT_REACHABLE,
        requestIdentifier: accepted.request.requestIdentifier,
        from,
      })),
    ]),
  },
  {
    name: 'message-as-subscription-notification',
    description: 'Sends results as the notification of a subscription.',
    catches: ['A message is a request that carries aggregated results'],
    apply: sendingOtherwise((message) => {
      const event = { representation: aggregateIn(message), type: 1 };
      return { ...message, content: { kind: 'notification', notification: { event } } };
    }),
  },
  {
    name: 'message-is-a-create',
    description: 'Sends results as the creation of a resource.',
    catches: ['A message is a request that carries aggregated results'],
    apply: sendingOtherwise((message) => ({
      ...message,
      operation: 'create',
      resourceType: ResourceType.contentInstance,
    })),
  },
  {
    name: 'message-from-the-originator',
    description: 'From of a message is the application that asked.',
    catches: ['A message comes from the CSE'],
    apply: sendingOtherwise((message, { accepted }) => ({ ...message, from: accepted.request.from ?? '' })),
  },
  {
    name: 'message-without-reference',
    description: 'The results have an identifier that is not that of the request.',
    catches: [
      'A message says which request its results belong to',
      'Two requests that run at the same time are told apart, each complete',
    ],
    apply: sendingOtherwise((message) => belongingTo(message, message.requestIdentifier)),
  },
  {
    name: 'parallel-requests-mixed',
    description: 'Results have the identifier of the latest request.',
    catches: ['Two requests that run at the same time are told apart, each complete'],
    apply: sendingOtherwise((message, outstanding, cse) => {
      const latest = [...allOutstanding(cse)].at(-1) ?? outstanding;
      return belongingTo(message, latest.accepted.request.requestIdentifier);
    }),
  },
  {
    name: 'second-request-replaces-first',
    description: 'A request ends what was still to come for an earlier one of the same originator.',
    catches: ['Two requests that run at the same time are told apart, each complete'],
    apply: (procedures) => ({
      ...procedures,
      acceptGroupRequest(cse, fanOut) {
        for (const earlier of [...allOutstanding(cse)]) {
          if (earlier.accepted.request.from === fanOut.request.from) endOutstanding(cse, earlier);
        }
        return procedures.acceptGroupRequest(cse, fanOut);
      },
    }),
  },
  {
    name: 'messages-share-an-identifier',
    description: 'Every message has the Request Identifier of the request that it belongs to.',
    catches: ['Two messages have two identifiers'],
    apply: sendingOtherwise((message, { accepted }) => ({
      ...message,
      requestIdentifier: accepted.request.requestIdentifier,
    })),
  },
  {
    name: 'all-results-once-more',
    description: 'A second after the last member has answered all results are sent once more.',
    catches: ['After the last member no further message comes'],
    apply: (procedures) => ({
      ...procedures,
      finishGathering(cse, outstanding) {
        procedures.finishGathering(cse, outstanding);
        cse.ports.clock.after(1_000, () => {
          for (const { to } of outstanding.deliveries) {
            const message = procedures.resultMessage(cse, outstanding, { to, entries: outstanding.results });
            void procedures.sendResultMessage(cse, message);
          }
        });
      },
    }),
  },
];

/** A reference whose messages hold other results than those that are new to the target. */
function tellingOthers(
  choose: (entries: readonly ResponsePrimitive[], outstanding: Outstanding) => readonly ResponsePrimitive[],
) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    resultMessage: (cse, outstanding, { to, entries }) =>
      procedures.resultMessage(cse, outstanding, { to, entries: choose(entries, outstanding) }),
  });
}

/** A reference whose messages are something else. */
function sendingOtherwise(
  change: (message: RequestPrimitive, outstanding: Outstanding, cse: Cse) => RequestPrimitive,
) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    resultMessage: (cse, outstanding, news) =>
      change(procedures.resultMessage(cse, outstanding, news), outstanding, cse),
  });
}

function belongingTo(message: RequestPrimitive, requestIdentifier: string): RequestPrimitive {
  const { content } = message;
  if (content?.kind !== 'response') return message;
  return { ...message, content: { ...content, response: { ...content.response, requestIdentifier } } };
}

function aggregateIn({ content }: RequestPrimitive): PrimitiveContent {
  const inside = content?.kind === 'response' ? content.response.content : undefined;
  return inside ?? { kind: 'aggregatedResponse', responses: [] };
}
