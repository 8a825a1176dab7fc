import { appendPath } from '../../protocol/model/identifier';
import { isRefusal, refuse } from '../../protocol/model/refusal';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { textList } from '../../reference-impl/cse/attribute-reading';
import { destinationOf } from '../../reference-impl/cse/destination';
import { refused } from '../../reference-impl/cse/response';
import { debtsFor, isNameReserved } from '../../reference-impl/cse/session/debts';
import { collectionOf } from '../../reference-impl/cse/session/sessions-collection';
import type { Fault } from './fault';
import { givenAttributes } from './given-attributes';
import { withAttributes } from './session-application-change';
import { isSilence } from './session-refusals-bent';

const TOLD_AGAIN = [
  'The termination of an establishment that failed is repeated until it is answered',
  'AE2 is told again until it answers',
  'A next hop that does not answer the termination gets it again',
  'An application that does not answer the termination gets it again',
];

/** Deviations in terminations that are owed to who has not answered. @see SES 3 step 3, docs/profiles/service-sessions.md */
export const SESSION_DEBT_FAULTS: readonly Fault[] = [
  {
    name: 'session-nothing-owed',
    description: 'Who was silent to an establishment is not told that there is no session.',
    catches: [
      'A next hop that did not answer the establishment is told to end it',
      'The termination of an establishment that failed is repeated until it is answered',
      'A middle CSE owes its next hop the termination',
      'That a next hop does not know the session is an answer',
      'AE2 that did not answer is told that the session has ended',
      'AE2 is told again until it answers',
    ],
    apply: (table) => ({
      ...table,
      owe: async (cse, debt, deadline) => {
        if (cse.store.get(debt.sessionID) !== undefined) await table.owe(cse, debt, deadline);
      },
    }),
  },
  {
    name: 'session-termination-told-once',
    description: 'A termination is not repeated where nobody answers it.',
    catches: [...TOLD_AGAIN, 'A next hop that comes back gets the termination'],
    apply: (table) => ({
      ...table,
      owe: (cse, debt, deadline) => table.owe(cse, { ...debt, until: 0 }, deadline),
    }),
  },
  {
    name: 'session-termination-told-for-ever',
    description: 'A termination that is owed is repeated though it has been answered.',
    catches: [
      'The termination of an establishment that failed is repeated until it is answered',
      'That a next hop does not know the session is an answer',
    ],
    apply: (table) => ({
      ...table,
      async owe(cse, debt, deadline) {
        await table.owe(cse, debt, deadline);
        const { clock } = cse.ports;
        for (const seconds of [5, 10, 15]) clock.after(seconds * 1000, () => void table.owe(cse, debt));
      },
    }),
  },
  {
    name: 'session-termination-unknown-is-no-answer',
    description: 'A next hop that does not know the session is told of its end again.',
    catches: ['That a next hop does not know the session is an answer'],
    apply: (table) => ({
      ...table,
      async forward(cse, request) {
        const answer = await table.forward(cse, request);
        const isOwed = request.operation === 'delete' && request.from === cse.config.cseID;
        return isOwed && answer.responseStatusCode === RSC.NOT_FOUND
          ? refused(request, refuse(RSC.TARGET_NOT_REACHABLE, 'That is no answer.'))
          : answer;
      },
    }),
  },
  {
    name: 'session-termination-owed-to-who-refused',
    description: 'Who refused an establishment is sent a termination.',
    catches: ['A next hop that refused is owed nothing', 'An application that refused is owed nothing'],
    apply: (table) => ({
      ...table,
      async askNextHop(cse, establishment, deadline) {
        const outcome = await table.askNextHop(cse, establishment, deadline);
        const { sessionID, target } = establishment;
        const destination = destinationOf(cse.config, target);
        if (isRefusal(outcome) && !isSilence(outcome) && destination.kind === 'cse') {
          const address = appendPath(destination.cseID, sessionID);
          await table.owe(cse, { sessionID, debtor: { kind: 'hop', address }, until: 0 });
        }
        return outcome;
      },
      async invite(cse, establishment, target, deadline) {
        const outcome = await table.invite(cse, establishment, target, deadline);
        const place = collectionOf(cse, target)?.resourceID ?? '';
        const [subscription] = cse.store.childrenOf(place, ResourceType.subscription);
        const [notificationURI] = textList(subscription?.attributes.notificationURI);
        if (isRefusal(outcome) && !isSilence(outcome) && notificationURI !== undefined) {
          const { sessionID } = establishment;
          await table.owe(cse, { sessionID, debtor: { kind: 'endpoint', notificationURI }, until: 0 });
        }
        return outcome;
      },
    }),
  },
  {
    name: 'session-owed-name-changed',
    description: 'An application that wishes for a name that a next hop may still know gets another one.',
    catches: ['A name whose end is owed to the next hop is taken'],
    apply: (table) => ({
      ...table,
      checkEstablishment(cse, request, collection) {
        const wanted = String(givenAttributes(request).resourceName);
        const isOwed = collection !== undefined && isNameReserved(cse, collection, wanted);
        const asked = isOwed ? withAttributes(request, { resourceName: undefined }) : request;
        return table.checkEstablishment(cse, asked, collection);
      },
    }),
  },
  {
    name: 'session-termination-waits-for-everybody',
    description: 'A session that somebody has not ended stays, and the termination is answered as a failure.',
    catches: [
      'A next hop that does not answer the termination gets it again',
      'A next hop that comes back gets the termination',
      'An application that does not answer the termination gets it again',
    ],
    apply: (table) => ({
      ...table,
      removeSession(cse, session) {
        if (debtsFor(cse, session.resourceID).length === 0) table.removeSession(cse, session);
      },
      async terminateSession(cse, request, session) {
        const answer = await table.terminateSession(cse, request, session);
        return debtsFor(cse, session.resourceID).length > 0
          ? refused(request, refuse(RSC.TARGET_NOT_REACHABLE, 'Somebody has not answered.'))
          : answer;
      },
    }),
  },
];
