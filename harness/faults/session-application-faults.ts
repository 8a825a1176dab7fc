import { composeRequest } from '../../reference-impl/ae/compose-request';
import type { Fault } from './fault';
import { OTHER_KEY, replacing, withAttributes } from './session-application-change';

/** Deviations from what the profile demands of an application in sessions. @see docs/profiles/service-sessions.md */
export const SESSION_APPLICATION_FAULTS: readonly Fault[] = [
  {
    name: 'session-application-names-somebody-else',
    description: 'Establishes a session in the name of another application.',
    catches: ['It asks in its own name'],
    applyToAe: replacing((table) => ({
      establishment: (ae, intent) =>
        withAttributes(table.establishment(ae, intent), { initiatingEndpoint: { endpointID: '/cse9/Cae9' } }),
    })),
  },
  {
    name: 'session-application-targets-itself',
    description: 'Establishes a session with its own collection in place of the target.',
    catches: ['It asks in its own name', 'The initiating application goes through establishment'],
    applyToAe: replacing((table) => ({
      establishment: (ae, intent) =>
        withAttributes(table.establishment(ae, intent), { targetEndpoint: intent.sessions }),
    })),
  },
  {
    name: 'session-application-makes-the-key',
    description: 'Brings identifier and key of its own with the establishment.',
    catches: ['It asks in its own name'],
    applyToAe: replacing((table) => ({
      establishment: (ae, intent) =>
        withAttributes(table.establishment(ae, intent), {
          sessionID: 'AAECAwQFBgcICQoLDA0ODw',
          sessionCredentials: OTHER_KEY,
        }),
    })),
  },
  {
    name: 'session-application-uses-what-was-refused',
    description: 'Takes a refused establishment for a session.',
    catches: ['It does not use a session that was refused'],
    applyToAe: replacing((table) => ({
      sessionIn: (answer) =>
        table.sessionIn(answer) ?? {
          sessionID: 'AAECAwQFBgcICQoLDA0ODw',
          key: OTHER_KEY,
          address: 'AAECAwQFBgcICQoLDA0ODw',
        },
    })),
  },
  {
    name: 'session-application-takes-any-key',
    description: 'Keeps a session whose key has another length, or that has none.',
    catches: ['It does not use a session whose answer is <what>'],
    applyToAe: replacing((table) => ({
      sessionIn: (answer) => {
        const attributes = answer.content?.kind === 'resource' ? answer.content.resource.attributes : {};
        const { sessionID } = attributes;
        if (answer.responseStatusCode !== 2001 || typeof sessionID !== 'string')
          return table.sessionIn(answer);
        return { sessionID, key: OTHER_KEY, address: sessionID };
      },
    })),
  },
  {
    name: 'session-application-wants-it-at-once',
    description: 'Sets an immediate policy where it is to set one that stores.',
    catches: ['It sets a policy that stores'],
    applyToAe: replacing((table) => ({
      policy: (session, intent) =>
        withAttributes(table.policy(session, intent), { delivery: 1, scheduleElement: undefined }),
    })),
  },
  {
    name: 'session-application-sets-policies-that-store',
    description: 'Sets a policy that stores where it is to set an immediate one.',
    catches: ['The initiating application goes through establishment'],
    applyToAe: replacing((table) => ({
      policy: (session, intent) => withAttributes(table.policy(session, intent), { delivery: 2 }),
    })),
  },
  {
    name: 'session-application-only-forgets',
    description: 'Forgets a session that it is to end without telling its registrar.',
    catches: ['It ends a session and forgets it', 'It ends a session to which it was invited'],
    applyToAe: replacing((table) => ({
      termination: ({ address }) => ({ operation: 'retrieve', to: address }),
      hasEnded: () => true,
      forgetSession: table.forgetSession,
    })),
  },
  {
    name: 'session-application-remembers-what-it-ended',
    description: 'Keeps a session that its registrar has confirmed to be gone.',
    catches: ['It ends a session and forgets it', 'The initiating application goes through termination'],
    applyToAe: replacing(() => ({ hasEnded: () => false })),
  },
  {
    name: 'session-application-remembers-what-others-ended',
    description: 'Keeps a session of whose end it is told.',
    catches: [
      'It forgets a session that the other side has ended',
      'It forgets a session that it is told has ended',
      'The receiving application goes through termination',
    ],
    applyToAe: replacing((table) => ({
      receiveSessionEvent: (ae, message, event) =>
        event.type === 3
          ? { responseStatusCode: 2000, requestIdentifier: message.requestIdentifier }
          : table.receiveSessionEvent(ae, message, event),
    })),
  },
  {
    name: 'session-application-does-not-say-what-it-can',
    description: 'Registers without the session capability.',
    catches: ['It advertises its capability and subscribes'],
    applyToAe: replacing((table) => ({
      registration: (ae, place) => withAttributes(table.registration(ae, place), { labels: undefined }),
    })),
  },
  {
    name: 'session-application-says-no-address',
    description: 'Subscribes to its sessions with a name that is no address.',
    catches: [
      'It advertises its capability and subscribes',
      'The receiving application goes through establishment',
    ],
    applyToAe: replacing((table) => ({
      subscribeToSessions: (ae, intent) =>
        withAttributes(table.subscribeToSessions(ae, intent), { notificationURI: ['Cae2'] }),
    })),
  },
  {
    name: 'session-application-asks-for-no-session',
    description: 'Takes the order to establish a session and asks nobody.',
    catches: [
      'It does not use a session that was refused',
      'It does not use a session whose answer is <what>',
    ],
    applyToAe: replacing(() => ({
      establishment: (_ae, { sessions }) => ({ operation: 'retrieve', to: sessions }),
    })),
  },
  {
    name: 'session-application-subscribes-twice',
    description: 'Is told of invitations at two addresses.',
    catches: ['It advertises its capability and subscribes'],
    applyToAe: replacing((table) => ({
      registration: (ae, place) => {
        const wish = table.subscribeToSessions(ae, { procedure: 'offerSessions', accept: true, ...place });
        void ae.ports.outbound.send(ae.sessions.offer?.pointOfAccess ?? '', composeRequest(ae, wish));
        return table.registration(ae, place);
      },
    })),
  },
  {
    name: 'session-application-refuses-everybody',
    description: 'Refuses an invitation though it has offered to be invited.',
    catches: ['It accepts an invitation', 'The receiving application goes through establishment'],
    applyToAe: replacing(() => ({ answerInvitation: () => ({ responseStatusCode: 4103 }) })),
  },
  {
    name: 'session-application-answers-for-somebody-else',
    description: 'Accepts an invitation in the name of the one who invites.',
    catches: ['What it answers does not name somebody else'],
    applyToAe: replacing((table) => ({
      answerInvitation: (ae, invitation) => {
        const answer = table.answerInvitation(ae, invitation);
        const attributes = { endpointID: invitation.initiatingEndpoint?.endpointID ?? '' };
        return { ...answer, content: { kind: 'resource', resource: { element: 'fp:sep', attributes } } };
      },
    })),
  },
  {
    name: 'session-application-accepts-without-a-key',
    description: 'Accepts an invitation without a key of 256 bits, or from nobody.',
    catches: ['An invitation <what> is refused'],
    applyToAe: replacing(() => ({ answerInvitation: () => ({ responseStatusCode: 2000 }) })),
  },
  {
    name: 'session-application-refuses-to-be-told-of-updates',
    description: 'Answers the notification of an update with a failure.',
    catches: ['It answers the notification of an update', 'The receiving application goes through usage'],
    applyToAe: replacing((table) => ({
      receiveSessionEvent: (ae, message, event) =>
        event.type === 2
          ? { responseStatusCode: 4005, requestIdentifier: message.requestIdentifier }
          : table.receiveSessionEvent(ae, message, event),
    })),
  },
  {
    name: 'session-application-refuses-ends-that-it-does-not-know',
    description: 'Answers the end of a session that it does not hold with 4004.',
    catches: [
      'It answers the termination of a session that it does not know',
      'It answers a termination that comes twice',
    ],
    applyToAe: replacing((table) => ({
      receiveSessionEvent: (ae, message, event) =>
        event.type === 3 && !ae.sessions.held.has(event.sessionID)
          ? { responseStatusCode: 4004, requestIdentifier: message.requestIdentifier }
          : table.receiveSessionEvent(ae, message, event),
    })),
  },
];
