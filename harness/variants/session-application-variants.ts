import type { AttributeValue } from '../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { AeProcedures } from '../../reference-impl/ae/procedures';
import { compactJwe } from '../cast/session/protected-data';
import { withAttributes } from '../faults/session-application-change';
import type { Variant } from './variant';

type ApplicationVariant = Omit<Variant, 'party' | 'documents' | 'otherwise'> & {
  otherwise(own: AeProcedures, took: () => void): Partial<AeProcedures>;
};

const LEAP = 10;

/** Other choices of an application in service sessions. @see docs/profiles/service-sessions.md */
const CHOICES: readonly ApplicationVariant[] = [
  {
    name: 'application-accepts-without-a-word',
    description: 'Who accepts an invitation does not describe itself.',
    allowedBy: 'profile "Establishment": accepts with 2000 and, if it likes, a fp:sep',
    choice: 'acceptance',
    otherwise: (own, took) => ({
      answerInvitation(ae, invitation) {
        const { content, ...answer } = own.answerInvitation(ae, invitation);
        if (content !== undefined) took();
        return answer;
      },
    }),
  },
  {
    name: 'application-accepts-with-its-address',
    description:
      'Who accepts an invitation says where it is told of the session, and nothing of its meaning.',
    allowedBy:
      'profile "Establishment": nu in it replaces the address of its subscription; dsc is not needed',
    choice: 'acceptance',
    otherwise: (own, took) => ({
      answerInvitation(ae, invitation) {
        const answer = own.answerInvitation(ae, invitation);
        if (answer.content === undefined || ae.notificationURI === undefined) return answer;
        took();
        return withAttributes(answer, { notificationURI: ae.notificationURI, description: undefined });
      },
    }),
  },
  {
    name: 'application-refuses-with-another-code',
    description: 'An invitation is refused with NOT_ACCEPTABLE.',
    allowedBy: 'profile "Establishment": with any code of 4000 and above',
    otherwise: (own, took) => ({
      answerInvitation(ae, invitation) {
        const answer = own.answerInvitation(ae, invitation);
        if (isAccepted(answer)) return answer;
        took();
        return { ...answer, responseStatusCode: RSC.NOT_ACCEPTABLE };
      },
    }),
  },
  {
    name: 'application-names-sessions-by-identifier',
    description: 'Policies and terminations name the session by its identifier.',
    allowedBy: 'profile "Resources": the resource identifier of a session is the session identifier',
    otherwise: (own, took) => ({
      sessionIn(answer) {
        const session = own.sessionIn(answer);
        if (session === undefined) return session;
        took();
        return { ...session, address: session.sessionID };
      },
    }),
  },
  {
    name: 'application-says-more-of-its-session',
    description: 'An establishment has a name, an end and a number of contexts.',
    allowedBy: 'profile "Establishment" and "Resources": rn, et and mnc are for AE1 to say',
    otherwise: (own, took) => ({
      establishment(ae, intent) {
        took();
        return withAttributes(own.establishment(ae, intent), {
          resourceName: intent.name ?? ae.ports.ids.next('my-session-'),
          expirationTime: '20991231T235959',
          maxNrOfContexts: 7,
        });
      },
    }),
  },
  {
    name: 'application-says-more-of-itself',
    description: 'Registration and subscription have attributes that they do not need.',
    allowedBy:
      'TS-0001 9.6.5 and 9.6.8: optional attributes; profile "Capability": the label is one of several',
    otherwise: (own, took) => ({
      registration(ae, place) {
        const wish = own.registration(ae, place);
        took();
        return withAttributes(wish, { labels: ['vendor:x', ...labelsOf(wish), 'y'], appName: 'a meter' });
      },
      subscribeToSessions(ae, intent) {
        took();
        return withAttributes(own.subscribeToSessions(ae, intent), {
          labels: ['mine'],
          expirationTime: '20991231T235959',
          notificationContentType: 1,
        });
      },
    }),
  },
  {
    name: 'application-names-its-policies',
    description: 'A policy has a name.',
    allowedBy: 'profile "Policies": rn may be given',
    otherwise: (own, took) => ({
      policy(session, intent) {
        took();
        return withAttributes(own.policy(session, intent), { resourceName: 'my-policy' });
      },
    }),
  },
  {
    name: 'application-counts-in-tens',
    description: 'Sequence numbers are 10, 20, 30.',
    allowedBy: 'profile "Use": seq rises with each update; only what is not above the last one is a replay',
    otherwise: (own, took) => ({
      nextSequence(session) {
        took();
        session.sequence += LEAP - 1;
        return own.nextSequence(session);
      },
    }),
  },
  {
    name: 'application-writes-headers-otherwise',
    description:
      'The protected header has its members in another order, and some that nobody has to understand.',
    allowedBy: 'RFC 8259 4 (order), RFC 7516 4: members that are not understood are ignored; profile "Use"',
    otherwise: (_own, took) => ({
      async protect(ae, session, data) {
        took();
        const { sessionID: sid, endpointID: iss, key } = session;
        const seq = ae.procedures.nextSequence(session);
        const header = {
          typ: 'JOSE',
          seq,
          iss,
          kid: 'session',
          cty: 'text/plain',
          sid,
          enc: 'A256GCM',
          alg: 'dir',
        };
        const seed = `${sid} ${iss} ${seq}`;
        return compactJwe({ header, key: Buffer.from(key, 'base64url'), plaintext: data, seed });
      },
    }),
  },
  {
    name: 'application-reads-again',
    description: 'What was updated is read twice.',
    allowedBy: 'profile "Use": a retrieve changes nothing and may be sent at any time',
    otherwise: (own, took) => ({
      readAfterUpdate(ae, event) {
        took();
        own.readAfterUpdate(ae, event);
        own.readAfterUpdate(ae, event);
      },
    }),
  },
  {
    name: 'application-says-what-it-wants',
    description: 'A retrieve says what is the default anyway.',
    allowedBy: 'TS-0004 7.5.2: Result Content of a retrieve is "attributes" where it is absent',
    otherwise: (own, took) => ({
      retrieval(session, resource) {
        took();
        return { ...own.retrieval(session, resource), resultContent: 1 };
      },
    }),
  },
];

export const SESSION_APPLICATION_VARIANTS: readonly Variant[] = CHOICES.map(
  ({ otherwise, ...variant }): Variant => ({
    ...variant,
    party: 'ae',
    documents: ['SES'],
    otherwise: ({ took }) => ({ applyToAe: (own) => ({ ...own, ...otherwise(own, took) }) }),
  }),
);

function isAccepted({ responseStatusCode }: Pick<ResponsePrimitive, 'responseStatusCode'>): boolean {
  return responseStatusCode === RSC.OK;
}

function labelsOf({
  content,
}: {
  readonly content?: ReturnType<AeProcedures['registration']>['content'];
}): readonly AttributeValue[] {
  const labels = content?.kind === 'resource' ? content.resource.attributes.labels : undefined;
  return Array.isArray(labels) ? labels : [];
}
