import type { Attributes, AttributeValue } from '../../protocol/model/attribute-value';
import type { AeProcedures, Wish } from '../../reference-impl/ae/procedures';
import type { HeldSession } from '../../reference-impl/ae/session/held-session';
import { protect, VECTOR_OCTETS } from '../../reference-impl/session/protected-data';
import type { Fault } from './fault';

const OTHER_KEY = 'HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

type Change = (table: AeProcedures) => Partial<AeProcedures>;

function replacing(change: Change): Fault['applyToAe'] & {} {
  return (table) => ({ ...table, ...change(table) });
}

/** The same request with other attributes in its content; `undefined` takes one away. */
function withAttributes(wish: Wish, changes: { readonly [name: string]: AttributeValue | undefined }): Wish {
  if (wish.content?.kind !== 'resource') return wish;
  const { resource } = wish.content;
  const kept = Object.entries({ ...resource.attributes, ...changes }).filter(
    ([, value]) => value !== undefined,
  );
  const attributes: Attributes = Object.fromEntries(kept) as Attributes;
  return { ...wish, content: { kind: 'resource', resource: { ...resource, attributes } } };
}

/** Protected data of which something is not as it should be. */
function sealing(key: (session: HeldSession) => string, more: Partial<HeldSession> = {}): Change {
  return () => ({
    protect: (ae, session, data) => {
      const { sessionID, endpointID: sender } = { ...session, ...more };
      const header = { sessionID, sender, sequence: ae.procedures.nextSequence(session) };
      const plaintext = new TextEncoder().encode(data);
      return protect(key(session), { header, plaintext }, new Uint8Array(VECTOR_OCTETS));
    },
  });
}

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
    name: 'session-application-encrypts-with-another-key',
    description: 'Protects its data with a key that is not that of the session.',
    catches: [
      'Its updates are protected with the key of the session',
      'The initiating application goes through usage',
    ],
    applyToAe: replacing(sealing(() => OTHER_KEY)),
  },
  {
    name: 'session-application-signs-for-another',
    description: 'Puts the identifier of another application into the header.',
    catches: ['Its updates are protected with the key of the session'],
    applyToAe: replacing(sealing(({ key }) => key, { endpointID: '/cse9/Cae9' })),
  },
  {
    name: 'session-application-protects-for-another-session',
    description: 'Puts the identifier of another session into the header.',
    catches: ['Its updates are protected with the key of the session'],
    applyToAe: replacing(sealing(({ key }) => key, { sessionID: 'AAECAwQFBgcICQoLDA0ODw' })),
  },
  {
    name: 'session-application-sends-plain-data',
    description: 'Sends its data as they are.',
    catches: [
      'Its updates are protected with the key of the session',
      'The initiating application goes through usage',
    ],
    applyToAe: replacing(() => ({ protect: async (_ae, _session, data) => data })),
  },
  {
    name: 'session-application-repeats-its-sequence-number',
    description: 'Gives every update the number 1.',
    catches: ['Its sequence numbers rise'],
    applyToAe: replacing(() => ({ nextSequence: () => 1 })),
  },
  {
    name: 'session-application-counts-down',
    description: 'Gives every update a number below the one before.',
    catches: ['Its sequence numbers rise'],
    applyToAe: replacing(() => ({
      nextSequence: (session) => {
        session.sequence += 1;
        return 1000 - session.sequence;
      },
    })),
  },
  {
    name: 'session-application-begins-at-zero',
    description: 'Gives its first update the number 0.',
    catches: ['Its updates are protected with the key of the session'],
    applyToAe: replacing((table) => ({ nextSequence: (session) => table.nextSequence(session) - 1 })),
  },
  {
    name: 'session-application-takes-back-the-number-of-a-refused-update',
    description: 'Uses the number of an update that was refused once more.',
    catches: ['A refused update does not use a sequence number twice'],
    applyToAe: replacing((table) => ({
      nextSequence: (session) => Math.ceil(table.nextSequence(session) / 2),
    })),
  },
  {
    name: 'session-application-tells-the-key',
    description: 'Puts the key beside the protected data.',
    catches: ['It does not send the key to anybody'],
    applyToAe: replacing((table) => ({
      update: async (ae, session, resource, data) =>
        withAttributes(await table.update(ae, session, resource, data), { labels: [session.key] }),
    })),
  },
  {
    name: 'session-application-ends-with-the-key',
    description: 'Shows the key when it ends a session.',
    catches: ['It does not send the key that it was given'],
    applyToAe: replacing((table) => ({
      termination: (session) => ({ ...table.termination(session), vendorInformation: session.key }),
    })),
  },
  {
    name: 'session-application-leaves-the-identifier-away',
    description: 'Updates without saying in which session.',
    catches: ['Its updates are protected with the key of the session'],
    applyToAe: replacing((table) => ({
      update: async (ae, session, resource, data) =>
        withAttributes(await table.update(ae, session, resource, data), { sessionID: undefined }),
    })),
  },
  {
    name: 'session-application-reads-outside-the-session',
    description: 'Retrieves without the identifier of the session.',
    catches: ['It reads with the identifier in the query', 'It reads what was updated'],
    applyToAe: replacing((table) => ({
      retrieval: (session, resource) => {
        const { sessionID: _left, ...plain } = table.retrieval(session, resource);
        return plain;
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
    name: 'session-application-subscribes-twice',
    description: 'Is told of invitations at two addresses.',
    catches: ['It advertises its capability and subscribes'],
    applyToAe: replacing((table) => ({
      registration: (ae, place) => {
        const wish = table.subscribeToSessions(ae, { procedure: 'offerSessions', accept: true, ...place });
        const request = { ...wish, from: ae.originator, requestIdentifier: ae.ports.ids.next('req') };
        void ae.ports.outbound.send(ae.sessions.offer?.pointOfAccess ?? '', request);
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
