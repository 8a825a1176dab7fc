import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { SessionState } from '../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import type { Resource } from '../../reference-impl/cse/resource';
import { respond } from '../../reference-impl/cse/response';
import { applicationHere } from '../../reference-impl/cse/session/application-here';
import { endOf, endpointDebt } from '../../reference-impl/cse/session/session-debts';
import { isEstablished } from '../../reference-impl/cse/session/session-state';
import { stopWatching } from '../../reference-impl/cse/session/watch-expiration';
import type { Fault } from './fault';

/** Deviations in how a session ends: who may, who is told, in which order, and what is left. @see SES 3 */
export const SESSION_TERMINATION_FAULTS: readonly Fault[] = [
  {
    name: 'session-end-not-passed-on',
    description: 'The neighbours are not told that a session has ended.',
    catches: [
      'Termination through the first CSE',
      'Termination through a middle CSE',
      'AE2 ends the session',
      'A session ends when the application that began it is gone',
      'A session ends when the application that was invited is gone',
    ],
    apply: (table) => ({
      ...table,
      owe: async (cse, debt, deadline) => {
        if (debt.debtor.kind !== 'hop') await table.owe(cse, debt, deadline);
      },
    }),
  },
  {
    name: 'session-end-not-told',
    description: 'The application that is registered here is not told that a session has ended.',
    catches: [
      'Termination through the last CSE',
      'Termination on one CSE',
      'The next hop ends the session',
      'A termination by the identifier alone is one',
      'The first CSE ends a session that has expired',
      'The last CSE ends a session that has expired',
      'On one CSE the other application is told',
    ],
    apply: (table) => ({
      ...table,
      owe: async (cse, debt, deadline) => {
        if (debt.debtor.kind === 'hop') await table.owe(cse, debt, deadline);
      },
    }),
  },
  {
    name: 'session-end-told-to-who-asked',
    description: 'The application that ends a session is told of it.',
    catches: ['Who ends the session is not told of it'],
    apply: (table) => ({
      ...table,
      endpointsToTell: (cse, session) => table.endpointsToTell(cse, session, ''),
    }),
  },
  {
    name: 'session-end-goes-back',
    description: 'A termination is passed on to the neighbour, too, from which it comes.',
    catches: [
      'The next hop ends the session',
      'A middle CSE passes the termination on to the other side only',
    ],
    apply: (table) => ({ ...table, hopsToTell: (cse, session) => table.hopsToTell(cse, session, '') }),
  },
  {
    name: 'session-end-goes-one-way',
    description: 'A termination goes towards the application that was invited only.',
    catches: ['AE2 ends the session', 'A middle CSE passes the termination on to the other side only'],
    apply: (table) => ({
      ...table,
      hopsToTell: (cse, session, from) =>
        table.hopsToTell(cse, session, from).filter(({ leadsTo }) => leadsTo !== initiatorOf(cse, session)),
    }),
  },
  {
    name: 'session-end-as-drawn',
    description:
      'A termination goes to the collection of sessions, not to the session that was made at the next hop.',
    catches: [
      'Termination through the first CSE',
      'Termination through a middle CSE',
      'AE2 ends the session',
    ],
    apply: (table) => ({
      ...table,
      hopsToTell: (cse, session, from) =>
        table
          .hopsToTell(cse, session, from)
          .map((hop) => ({ ...hop, address: `${hop.cseID}/cse-base/ae1/sessions` })),
    }),
  },
  {
    name: 'session-end-answered-first',
    description: 'A termination is answered before anybody is told of it.',
    catches: [
      'The answer comes after that of the next hop',
      'AE2 is told before the answer',
      'Termination through the first CSE',
      'Termination through the last CSE',
    ],
    apply: (table) => ({
      ...table,
      async terminateSession(cse, request, session) {
        cse.ports.clock.after(1, () => void table.terminateSession(cse, request, session));
        return respond(request, RSC.DELETED);
      },
    }),
  },
  {
    name: 'session-end-told-here-first',
    description: 'The application here is told of an end before the next hop is asked.',
    catches: ['The next hop is asked before the application here is told'],
    apply(table) {
      const told = new Set<string>();
      return {
        ...table,
        endpointsToTell: (cse, session, from) =>
          told.has(session.resourceID) ? [] : table.endpointsToTell(cse, session, from),
        async endSession(cse, session, from, deadline) {
          for (const endpoint of table.endpointsToTell(cse, session, from)) {
            const debt = endpointDebt(session, endpoint);
            if (debt !== undefined) await table.owe(cse, debt);
          }
          told.add(session.resourceID);
          await table.endSession(cse, session, from, deadline);
        },
      };
    },
  },
  {
    name: 'session-end-waited-for-by-all',
    description: 'Who ends a session that is being ended is answered when that end is over.',
    catches: ['A session that is being ended is ended at once for who ends it too'],
    apply(table) {
      const ends = new Map<string, Promise<ResponsePrimitive>>();
      return {
        ...table,
        async terminateSession(cse, request, session) {
          const end = ends.get(session.resourceID) ?? table.terminateSession(cse, request, session);
          ends.set(session.resourceID, end);
          await end;
          return respond(request, RSC.DELETED);
        },
      };
    },
  },
  {
    name: 'session-end-refused-while-it-ends',
    description: 'Who ends a session that is being ended is refused with CONFLICT.',
    catches: ['A session that is being ended is ended at once for who ends it too'],
    apply: (table) => ({
      ...table,
      terminateSession: async (cse, request, session) =>
        isEstablished(session)
          ? table.terminateSession(cse, request, session)
          : respond(request, RSC.CONFLICT),
    }),
  },
  {
    name: 'session-end-answered-not-found',
    description: 'Who has ended a session is told that there is none.',
    catches: [
      'Both applications end the session at once',
      'Two sessions are ended at once',
      'Termination on one CSE',
    ],
    apply: (table) => ({
      ...table,
      async terminateSession(cse, request, session) {
        await table.terminateSession(cse, request, session);
        return respond(request, RSC.NOT_FOUND);
      },
    }),
  },
  {
    name: 'session-ended-by-anybody',
    description: 'Who is not of a session ends it.',
    catches: [
      'Another application does not end the session',
      'A CSE that is no neighbour in the chain does not end the session',
    ],
    apply: (table) => ({
      ...table,
      maySeeSession: (cse, request, session) =>
        request.operation === 'delete' || table.maySeeSession(cse, request, session),
    }),
  },
  {
    name: 'session-ended-by-its-initiator-only',
    description: 'The application that was invited may not end the session.',
    catches: ['AE2 ends the session', 'Who ends the session is not told of it'],
    apply: (table) => ({
      ...table,
      maySeeSession: (cse, request, session) =>
        table.maySeeSession(cse, request, session) &&
        (request.operation !== 'delete' ||
          applicationHere(cse, request.from) === undefined ||
          applicationHere(cse, request.from) === applicationHere(cse, initiatorOf(cse, session))),
    }),
  },
  {
    name: 'session-used-while-it-ends',
    description: 'A session is used until its neighbours have been told that it ends.',
    catches: ['A session that is being ended is not used'],
    apply: (table) => ({
      ...table,
      async endSession(cse, session, from, deadline) {
        const until = endOf(session);
        const { resourceID: sessionID } = session;
        for (const { address } of table.hopsToTell(cse, session, from))
          await table.owe(cse, { sessionID, debtor: { kind: 'hop', address }, until }, deadline);
        await table.endSession(cse, session, from, deadline);
      },
    }),
  },
  {
    name: 'session-never-removed',
    description: 'A session that has been ended everywhere is as it was.',
    catches: [
      'Termination through the first CSE',
      'Termination through the last CSE',
      'Termination through a middle CSE',
      'Termination on one CSE',
      'After its end the session is not used',
      'A session that has ended is not ended again',
      'Policies and contexts go with the session',
      'Both applications end the session at once',
      'Two sessions are ended at once',
    ],
    apply: (table) => ({ ...table, removeSession: (cse, session) => cse.store.put(established(session)) }),
  },
  {
    name: 'session-all-of-a-collection-end',
    description: 'With a session all others of the application end.',
    catches: ['Another session of the same applications lives on', 'Two sessions are ended at once'],
    apply: (table) => ({
      ...table,
      removeSession(cse, session) {
        for (const other of cse.store.childrenOf(session.parentID, ResourceType.session))
          table.removeSession(cse, other);
      },
    }),
  },
  {
    name: 'session-expiration-not-watched',
    description: 'Nobody is told when a session has expired.',
    catches: [
      'The first CSE ends a session that has expired',
      'The last CSE ends a session that has expired',
    ],
    apply: (table) => ({
      ...table,
      putSession(cse, establishment, accepted) {
        const session = table.putSession(cse, establishment, accepted);
        stopWatching(cse, session.resourceID);
        return session;
      },
    }),
  },
  {
    name: 'session-forgets-who-is-gone',
    description: 'Where an application is gone its sessions go without a word.',
    catches: [
      'A session ends when the application that began it is gone',
      'A session ends when the application that was invited is gone',
      'On one CSE the other application is told',
    ],
    apply: (table) => ({
      ...table,
      owe: async (cse, debt, deadline) => {
        if (cse.store.get(debt.sessionID) !== undefined) await table.owe(cse, debt, deadline);
      },
      endSession: async (cse, session, from, deadline) => {
        if (from !== cse.config.cseID) await table.endSession(cse, session, from, deadline);
      },
    }),
  },
];

function initiatorOf(cse: Cse, session: Resource): string {
  const endpoint = cse.store.childNamed(session.resourceID, 'initiatingEndpoint');
  return String(endpoint?.attributes.endpointID);
}

function established(session: Resource): Resource {
  return { ...session, attributes: { ...session.attributes, sessionState: SessionState.established } };
}
