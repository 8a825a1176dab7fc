import { isRefusal } from '../../protocol/model/refusal';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../../reference-impl/cse/cse';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Establishment } from '../../reference-impl/cse/session/session-procedures';
import { keyOf } from '../../reference-impl/cse/session/session-state';
import type { Fault } from './fault';
import { givenAttributes } from './given-attributes';
import { OTHER_KEY, withAttributes } from './session-application-change';

const OTHER_IDENTIFIER = 'AAECAwQFBgcICQoLDA0ODw';

/** A CSE to which an establishment is passed on, and which allocates once more what the first one has. */
function anewAtLaterHops(
  allocated: (table: CseProcedures, cse: Cse) => Partial<Establishment>,
): (table: CseProcedures) => CseProcedures {
  return (table) => ({
    ...table,
    checkEstablishment(cse, request, collection) {
      const establishment = table.checkEstablishment(cse, request, collection);
      if (isRefusal(establishment) || establishment.path.length === 0) return establishment;
      return { ...establishment, ...allocated(table, cse) };
    },
  });
}

/** Deviations in identifier and key: how they are made, who allocates them, who sees them. @see SES 1 steps 8 and 9 */
export const SESSION_SECRET_FAULTS: readonly Fault[] = [
  {
    name: 'session-identifier-short',
    description: 'The identifier of a session has eight characters.',
    catches: [
      'AE1 is told identifier and key',
      'On one CSE the two applications are told the same identifier and key',
      'Establishment through the first CSE',
      'Establishment on one CSE',
    ],
    apply: (table) => ({ ...table, allocateSessionID: (cse) => table.allocateSessionID(cse).slice(0, 8) }),
  },
  {
    name: 'session-identifier-constant',
    description: 'Every session has the same identifier.',
    catches: [
      'Two sessions of the same applications differ in identifier and key',
      'Two establishments at once make two sessions',
    ],
    apply: (table) => ({ ...table, allocateSessionID: () => OTHER_IDENTIFIER }),
  },
  {
    name: 'session-key-constant',
    description: 'Every session has the same key.',
    catches: [
      'Two sessions of the same applications differ in identifier and key',
      'Two establishments at once make two sessions',
    ],
    apply: (table) => ({ ...table, allocateCredentials: () => OTHER_KEY }),
  },
  {
    name: 'session-key-short',
    description: 'The key of a session has 128 bits.',
    catches: [
      'AE1 is told identifier and key',
      'On one CSE the two applications are told the same identifier and key',
      'Establishment through the first CSE',
      'Establishment on one CSE',
    ],
    apply: (table) => ({
      ...table,
      allocateCredentials: (cse) => table.allocateCredentials(cse).slice(0, 22),
    }),
  },
  {
    name: 'session-identifier-allocated-anew',
    description: 'A CSE to which an establishment is passed on gives the session an identifier of its own.',
    catches: [
      'AE2 is told who begins, with identifier and key',
      'AE2 is named in the answer',
      'A middle CSE passes the establishment on in its own name',
      'Establishment through the last CSE',
      'Establishment through a middle CSE',
    ],
    apply: anewAtLaterHops((table, cse) => ({ sessionID: table.allocateSessionID(cse) })),
  },
  {
    name: 'session-key-allocated-anew',
    description: 'A CSE to which an establishment is passed on gives the session a key of its own.',
    catches: [
      'AE2 is told who begins, with identifier and key',
      'A middle CSE passes the establishment on in its own name',
      'Establishment through the last CSE',
      'Establishment through a middle CSE',
    ],
    apply: anewAtLaterHops((table, cse) => ({ credentials: table.allocateCredentials(cse) })),
  },
  {
    name: 'session-key-not-answered',
    description: 'The application that begins is not told the key.',
    catches: [
      'AE1 is told identifier and key',
      'On one CSE the two applications are told the same identifier and key',
      'Establishment through the first CSE',
      'Establishment on one CSE',
    ],
    apply: (table) => ({
      ...table,
      established: (cse, request, session) =>
        withAttributes(table.established(cse, request, session), { sessionCredentials: undefined }),
    }),
  },
  {
    name: 'session-key-shown',
    description: 'A retrieve of a session shows its key.',
    catches: [
      'A retrieve does not show the key',
      'The session is there under its identifier',
      'The session is there under the identifier of the first CSE',
    ],
    apply: (table) => ({
      ...table,
      async retrieve(cse, request, target) {
        const answer = await table.retrieve(cse, request, target);
        return target.resourceType === ResourceType.session
          ? withAttributes(answer, { sessionCredentials: keyOf(cse, target.resourceID) })
          : answer;
      },
    }),
  },
  {
    name: 'session-key-in-every-notification',
    description: 'The key goes with every message to an endpoint, not with its invitation only.',
    catches: ['The key is in no message of the last CSE but the invitation'],
    apply: (table) => ({
      ...table,
      tellEndpoint(cse, to, event, telling) {
        const sessionCredentials = keyOf(cse, event.sessionID);
        return table.tellEndpoint(
          cse,
          to,
          { ...(sessionCredentials && { sessionCredentials }), ...event },
          telling,
        );
      },
    }),
  },
  {
    name: 'session-key-in-the-last-answer',
    description: 'The answer to a termination has the session as it was, with its key.',
    catches: ['The key is in no message of the first CSE but establishments'],
    apply: (table) => ({
      ...table,
      async terminateSession(cse, request, session) {
        const attributes = {
          ...session.attributes,
          sessionCredentials: keyOf(cse, session.resourceID) ?? '',
        };
        const answer = await table.terminateSession(cse, request, session);
        return {
          ...answer,
          content: { kind: 'resource', resource: { element: session.element, attributes } },
        };
      },
    }),
  },
  {
    name: 'session-application-chooses-secrets',
    description: 'Identifier, key and path that an application gives with an establishment are passed over.',
    catches: ['An application does not choose the <attribute>'],
    apply: (table) => ({
      ...table,
      checkEstablishment: (cse, request, collection) =>
        table.checkEstablishment(
          cse,
          cse.resolve(request.from ?? '') === undefined
            ? request
            : withAttributes(request, {
                sessionID: undefined,
                sessionCredentials: undefined,
                path: undefined,
              }),
          collection,
        ),
    }),
  },
  {
    name: 'session-forwarded-key-not-judged',
    description: 'A forwarded establishment may bring a key of any form, or none.',
    catches: ['Credentials <what> are refused'],
    apply: (table) => ({
      ...table,
      checkEstablishment(cse, request, collection) {
        const { path } = givenAttributes(request);
        const judged =
          path === undefined ? request : withAttributes(request, { sessionCredentials: OTHER_KEY });
        return table.checkEstablishment(cse, judged, collection);
      },
    }),
  },
  {
    name: 'session-forwarded-identifier-not-judged',
    description: 'A forwarded establishment may bring an identifier of any form, or none.',
    catches: ['A forwarded establishment <what> is malformed'],
    apply: (table) => ({
      ...table,
      checkEstablishment(cse, request, collection) {
        const { path, sessionID } = givenAttributes(request);
        const isShort = path !== undefined && String(sessionID).length < OTHER_IDENTIFIER.length;
        const judged = isShort ? withAttributes(request, { sessionID: OTHER_IDENTIFIER }) : request;
        return table.checkEstablishment(cse, judged, collection);
      },
    }),
  },
];
