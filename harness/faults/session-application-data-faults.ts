import type { HeldSession } from '../../reference-impl/ae/session/held-session';
import { protect, VECTOR_OCTETS } from '../../reference-impl/session/protected-data';
import type { Fault } from './fault';
import { type Change, OTHER_KEY, replacing, withAttributes } from './session-application-change';

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

/** Deviations of an application in what it sends and asks in a session. @see docs/profiles/service-sessions.md, Use */
export const SESSION_APPLICATION_DATA_FAULTS: readonly Fault[] = [
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
    name: 'session-application-uses-no-session',
    description: 'Reads outside of the session whatever it is told to do in it.',
    catches: [
      'It ends a session and forgets it',
      'It ends a session to which it was invited',
      'It forgets a session that the other side has ended',
      'It forgets a session that it is told has ended',
      'The initiating application goes through termination',
      'The receiving application goes through termination',
    ],
    applyToAe: replacing(() => ({
      update: async (_ae, _session, to) => ({ operation: 'retrieve', to }),
      retrieval: (_session, to) => ({ operation: 'retrieve', to }),
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
];
