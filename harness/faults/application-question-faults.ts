import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { isFailure } from '../../protocol/model/response-primitive';
import type { Ae } from '../../reference-impl/ae/ae';
import type { Collection } from '../../reference-impl/ae/collection';
import type { AeProcedures } from '../../reference-impl/ae/procedures';
import { resultsIn } from '../../reference-impl/ae/results-in';
import type { Fault } from './fault';

const NOT_FOUND = 4004;
const INTERNAL_SERVER_ERROR = 5000;

/** An application that refuses the messages for which `refuses` holds; it has read them all the same. */
function refusing(
  refuses: (ae: Ae, message: RequestPrimitive) => boolean,
  responseStatusCode: number,
): (table: AeProcedures) => AeProcedures {
  return (table) => ({
    ...table,
    receiveMessage: (ae, message) => {
      const isRefused = refuses(ae, message);
      const answer = table.receiveMessage(ae, message);
      return isRefused ? { ...answer, responseStatusCode } : answer;
    },
  });
}

function responseIn({ content }: RequestPrimitive): ResponsePrimitive | undefined {
  return content?.kind === 'response' ? content.response : undefined;
}

function collectionOf(ae: Ae, message: RequestPrimitive): Collection | undefined {
  return ae.collections.get(responseIn(message)?.requestIdentifier ?? '');
}

function entriesIn(message: RequestPrimitive): readonly ResponsePrimitive[] {
  const response = responseIn(message);
  return response === undefined ? [] : resultsIn(response);
}

/** Deviations from what the document demands of an application that asks, is told and collects. @see IGO 2.2 */
export const APPLICATION_QUESTION_FAULTS: readonly Fault[] = [
  {
    name: 'application-waits-for-the-answer',
    description: 'Asks a group for an answer with all results in it.',
    catches: ['The application asks for the operation on the group and to be notified'],
    applyToAe: (table) => ({
      ...table,
      askGroup: (ae, intent) => {
        const { responseType: _, ...blocking } = table.askGroup(ae, intent);
        return blocking;
      },
    }),
  },
  {
    name: 'application-has-nobody-notified',
    description: 'Asks a group for later results, and names nobody who is to be told of them.',
    catches: ['The application asks for the operation on the group and to be notified'],
    applyToAe: (table) => ({
      ...table,
      askGroup: (ae, intent) => ({
        ...table.askGroup(ae, intent),
        responseType: { value: 2, notificationURIs: [] },
      }),
    }),
  },
  {
    name: 'application-asks-twice',
    description: 'Sends the request for the operation on the group a second time.',
    catches: ['The operation is not carried out again for what is missing'],
    applyToAe: (table) => ({
      ...table,
      collectResults: (ae, question) => {
        const requestIdentifier = ae.ports.ids.next('req');
        const again = { ...question.request, requestIdentifier };
        void ae.ports.outbound.send(question.pointOfAccess, again);
        return table.collectResults(ae, question);
      },
    }),
  },
  {
    name: 'application-refuses-messages',
    description: 'Answers every result message with an error.',
    catches: ['A message with one result is acknowledged'],
    applyToAe: refusing(() => true, INTERNAL_SERVER_ERROR),
  },
  {
    name: 'application-refuses-message-with-several-results',
    description: 'Answers a message that reports several members with an error.',
    catches: ['A message with all results is acknowledged'],
    applyToAe: refusing((_, message) => entriesIn(message).length > 1, INTERNAL_SERVER_ERROR),
  },
  {
    name: 'application-acknowledges-first-message-only',
    description: 'Answers every message after the first about a question with an error.',
    catches: ['A second message is acknowledged as well'],
    applyToAe: refusing(
      (ae, message) => (collectionOf(ae, message)?.results.size ?? 0) > 0,
      INTERNAL_SERVER_ERROR,
    ),
  },
  {
    name: 'application-refuses-refused-results',
    description: 'Answers a message that reports what a member refused with an error.',
    catches: ['A message with a refusal for a result is acknowledged'],
    applyToAe: refusing((_, message) => entriesIn(message).some(isFailure), INTERNAL_SERVER_ERROR),
  },
  {
    name: 'application-refuses-repeated-message',
    description: 'Answers a message that it has had before with an error.',
    catches: ['A message that is repeated is acknowledged again'],
    applyToAe: (table) => {
      const seen = new Set<string>();
      const isRepeated = (_: Ae, { requestIdentifier }: RequestPrimitive): boolean => {
        const isKnown = seen.has(requestIdentifier);
        seen.add(requestIdentifier);
        return isKnown;
      };
      return refusing(isRepeated, INTERNAL_SERVER_ERROR)(table);
    },
  },
  {
    name: 'application-refuses-message-after-all-results',
    description: 'Answers a message about a question whose results are all there with NOT_FOUND.',
    catches: ['A message that is repeated after all results are there is acknowledged'],
    applyToAe: refusing((ae, message) => collectionOf(ae, message) === undefined, NOT_FOUND),
  },
  {
    name: 'application-counts-repeated-results',
    description:
      'Takes a group for complete when as many results have come as it has members, repeated ones too.',
    catches: ['A repeated message does not stand in for a member that is missing'],
    applyToAe: (table) => {
      const counts = new WeakMap<Collection, number>();
      return {
        ...table,
        keepResults: (collection, responses) => {
          counts.set(collection, (counts.get(collection) ?? 0) + responses.length);
          return table.keepResults(collection, responses);
        },
        isComplete: (collection) =>
          (counts.get(collection) ?? 0) >= collection.question.intent.members.length,
      };
    },
  },
  {
    name: 'application-never-inquires',
    description: 'Waits for messages and asks for nothing that is missing.',
    catches: ['A result that does not come is asked for'],
    applyToAe: (table) => ({ ...table, inquiry: () => undefined }),
  },
  {
    name: 'application-inquires-after-first-message-only',
    description: 'Asks for nothing that is missing while no message has come.',
    catches: ['Where no message comes at all every result is asked for'],
    applyToAe: (table) => ({
      ...table,
      inquiry: (collection) => (collection.results.size === 0 ? undefined : table.inquiry(collection)),
    }),
  },
  {
    name: 'application-inquires-what-it-has',
    description: 'Names all members of the group in its inquiry, also those that have reported.',
    catches: ['An inquiry that is narrowed names the missing members only'],
    applyToAe: (table) => ({
      ...table,
      inquiry: (collection) => {
        const inquiry = table.inquiry(collection);
        return inquiry && { ...inquiry, groupRequestTargetMembers: collection.question.intent.members };
      },
    }),
  },
  {
    name: 'application-has-operation-carried-out-again',
    description: 'Asks the whole group again for what is missing.',
    catches: ['The operation is not carried out again for what is missing'],
    applyToAe: (table) => ({
      ...table,
      inquiry: ({ question }) => {
        const { requestIdentifier: _, from: __, ...wish } = question.request;
        return wish;
      },
    }),
  },
  {
    name: 'application-never-stops-inquiring',
    description: 'Goes on asking for results when it has all of them by message.',
    catches: ['When all results have come by message nothing more is asked for'],
    applyToAe: (table) => ({ ...table, isComplete: () => false }),
  },
  {
    name: 'application-overlooks-inquired-results',
    description: 'Counts what messages bring, and not what an inquiry finds.',
    catches: ['When the last result has come by inquiry nothing more is asked for'],
    applyToAe: (table) => {
      const inquired = new WeakSet<Collection>();
      return {
        ...table,
        inquiry: (collection) => {
          inquired.add(collection);
          return table.inquiry(collection);
        },
        keepResults: (collection, responses) =>
          !inquired.has(collection) && table.keepResults(collection, responses),
      };
    },
  },
];
