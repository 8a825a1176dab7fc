import { isRefusal } from '../../protocol/model/refusal';
import type { SessionEvent } from '../../protocol/model/session-event';
import { SessionEventType } from '../../protocol/tables/onem2m/enumerations';
import type { Fault } from './fault';
import { withAttributes } from './session-application-change';

const INVITED = [
  'AE2 is told who begins, with identifier and key',
  'Establishment through the last CSE',
  'Establishment on one CSE',
];

/** Deviations in how an application is invited, and in what becomes of its answer. @see SES 1 steps 10 to 15 */
export const SESSION_INVITATION_FAULTS: readonly Fault[] = [
  {
    name: 'session-invitation-without-key',
    description: 'The application that is invited is not told the key.',
    catches: [...INVITED, 'On one CSE the two applications are told the same identifier and key'],
    apply: inviting(({ sessionCredentials: _key, ...event }) => event),
  },
  {
    name: 'session-invitation-without-initiator',
    description: 'The application that is invited is not told by whom.',
    catches: INVITED,
    apply: inviting(({ initiatingEndpoint: _who, ...event }) => event),
  },
  {
    name: 'session-invitation-of-another-type',
    description: 'An invitation says that something was updated.',
    catches: INVITED.slice(0, 2),
    apply: inviting((event) => ({ ...event, type: SessionEventType.update })),
  },
  {
    name: 'session-invitation-without-address',
    description: 'The application that is invited is not told where the session is.',
    catches: ['The application that is invited on the same CSE is told where the session is'],
    apply: inviting(({ sessionAddress: _address, ...event }) => event),
  },
  {
    name: 'session-invitation-twice',
    description: 'The application is invited, and invited once more.',
    catches: [
      'Establishment through the last CSE',
      'What is subscribed at sessions/subscriptions is told of establishments',
      'Of two subscriptions one is told',
    ],
    apply: (table) => ({
      ...table,
      async tellEndpoint(cse, to, event, telling) {
        if (event.type === SessionEventType.establishment) await table.tellEndpoint(cse, to, event, telling);
        return table.tellEndpoint(cse, to, event, telling);
      },
    }),
  },
  {
    name: 'session-acceptance-without-endpoint',
    description: 'The answer to an establishment does not name the application that accepted.',
    catches: [
      'AE2 is named in the answer',
      'What AE2 says of itself is kept and told to AE1',
      'What AE2 says of itself goes back to the CSE of AE1',
      'A middle CSE answers with its own address and with the endpoint that accepted',
    ],
    apply: (table) => ({
      ...table,
      established: (cse, request, session) =>
        withAttributes(table.established(cse, request, session), { acceptedEndpoint: undefined }),
    }),
  },
  {
    name: 'session-acceptance-with-notification-address',
    description: 'The CSE that asked is told where the application is notified.',
    catches: ['Where AE2 is notified is not told to the CSE of AE1'],
    apply: (table) => ({
      ...table,
      putSession(cse, establishment, accepted) {
        const session = table.putSession(cse, establishment, accepted);
        return {
          ...session,
          attributes: { ...session.attributes, acceptedEndpoint: { ...accepted.endpoint } },
        };
      },
    }),
  },
  {
    name: 'session-endpoint-without-address',
    description: 'Of the application that accepted only its AE-ID is kept and told, not where it is.',
    catches: ['What AE2 says of itself goes back to the CSE of AE1'],
    apply: (table) => ({
      ...table,
      putSession(cse, establishment, accepted) {
        const { endpointAddress: _lost, ...endpoint } = accepted.endpoint;
        return table.putSession(cse, establishment, { ...accepted, endpoint });
      },
    }),
  },
  {
    name: 'session-new-notification-address-ignored',
    description: 'Where the application wants to be told from now on is not kept.',
    catches: ['AE2 says in its acceptance where it is notified from now on'],
    apply: (table) => ({
      ...table,
      async invite(cse, establishment, target, deadline) {
        let subscribed = '';
        const tellEndpoint: typeof table.tellEndpoint = (_cse, to, event, telling) => {
          subscribed = to;
          return table.tellEndpoint(cse, to, event, telling);
        };
        const asking = { ...cse, procedures: { ...cse.procedures, tellEndpoint } };
        const accepted = await table.invite(asking, establishment, target, deadline);
        if (isRefusal(accepted)) return accepted;
        return { ...accepted, endpoint: { ...accepted.endpoint, notificationURI: subscribed } };
      },
    }),
  },
  {
    name: 'session-answer-without-address',
    description: 'The answer to an establishment does not say where the session is.',
    catches: [
      'AE1 is told identifier and key',
      'AE2 is named in the answer',
      'A middle CSE answers with its own address and with the endpoint that accepted',
    ],
    apply: (table) => ({
      ...table,
      established: (cse, request, session) =>
        withAttributes(table.established(cse, request, session), { sessionAddress: undefined }),
    }),
  },
];

function inviting(change: (event: SessionEvent) => SessionEvent): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    tellEndpoint: (cse, to, event, telling) =>
      table.tellEndpoint(
        cse,
        to,
        event.type === SessionEventType.establishment ? change(event) : event,
        telling,
      ),
  });
}
