import type { AttributeValue } from '../../protocol/model/attribute-value';
import { isRefusal } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { formatTimestamp } from '../../protocol/model/timestamp';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { isRecord } from '../../reference-impl/cse/attribute-reading';
import type { Cse } from '../../reference-impl/cse/cse';
import type { Establishment } from '../../reference-impl/cse/session/session-procedures';
import type { Fault } from './fault';
import { givenAttributes } from './given-attributes';
import { withAttributes } from './session-application-change';

type Changes = { readonly [name: string]: AttributeValue | undefined };

const PASSED_ON = [
  'The next hop is sent what AE1 is told',
  'A middle CSE passes the establishment on in its own name',
  'Establishment through the first CSE',
];

/** Deviations in what an establishment says that is passed on to the next hop. @see SES 1 step 9 */
export const SESSION_FORWARDING_FAULTS: readonly Fault[] = [
  {
    name: 'session-forwarded-without-key',
    description: 'The next hop is not told the key.',
    catches: [...PASSED_ON, 'Establishment through a middle CSE'],
    apply: forwarding(() => ({ sessionCredentials: undefined })),
  },
  {
    name: 'session-forwarded-with-another-identifier',
    description: 'The next hop is told another identifier than the application.',
    catches: [...PASSED_ON, 'Establishment through a middle CSE'],
    apply: forwarding(() => ({ sessionID: 'AAECAwQFBgcICQoLDA0ODw' })),
  },
  {
    name: 'session-forwarded-in-the-name-of-the-target',
    description: 'The next hop is told the application that is invited as the one that begins.',
    catches: [
      'What AE1 says of itself is passed on, but not where it is notified',
      'A middle CSE passes the establishment on in its own name',
      'Establishment through the first CSE',
    ],
    apply: forwarding((_cse, { target }) => ({ initiatingEndpoint: { endpointID: target } })),
  },
  {
    name: 'session-forwarded-without-description',
    description: 'The next hop is told who begins, and nothing that he says of himself.',
    catches: ['What AE1 says of itself is passed on, but not where it is notified'],
    apply: forwarding((_cse, { initiating: { endpointID } }) => ({ initiatingEndpoint: { endpointID } })),
  },
  {
    name: 'session-forwarded-with-notification-address',
    description: 'The next hop is told where the application is notified.',
    catches: ['What AE1 says of itself is passed on, but not where it is notified'],
    apply: forwarding((_cse, { initiating }) => ({
      initiatingEndpoint: { notificationURI: 'http://ae1.invalid', ...initiating },
    })),
  },
  {
    name: 'session-forwarded-in-the-name-of-the-application',
    description: 'The establishment is passed on with the application as its Originator.',
    catches: PASSED_ON,
    apply: (table) => ({
      ...table,
      forwardedEstablishment: (cse, establishment, deadline) => ({
        ...table.forwardedEstablishment(cse, establishment, deadline),
        from: establishment.initiating.endpointID,
      }),
    }),
  },
  {
    name: 'session-path-not-extended',
    description: 'A CSE that passes an establishment on does not add itself to the path.',
    catches: [
      'The next hop is sent what AE1 is told',
      'A middle CSE adds itself to the path',
      'Establishment through a middle CSE',
    ],
    apply: forwarding((_cse, { path }) => ({ path })),
  },
  {
    name: 'session-expiration-not-passed-on',
    description: 'Each CSE lets a session expire when it likes.',
    catches: [
      'Expiration time and number of contexts hold along the chain',
      'The expiration time of AE1 holds at the next hop as well',
    ],
    apply: forwarding((cse) => ({
      expirationTime: formatTimestamp(cse.ports.clock.now() + cse.config.sessionLifetime),
    })),
  },
  {
    name: 'session-number-of-contexts-not-passed-on',
    description: 'The next hop is not told how many contexts are to be kept.',
    catches: ['Expiration time and number of contexts hold along the chain'],
    apply: forwarding(() => ({ maxNrOfContexts: undefined })),
  },
  {
    name: 'session-establishment-like-any-request',
    description: 'A middle CSE passes an establishment on without taking part in it.',
    catches: [
      'A middle CSE passes the establishment on in its own name',
      'A middle CSE adds itself to the path',
      'A middle CSE has a next hop to either side',
      'Establishment through a middle CSE',
      'A middle CSE passes the termination on to the other side only',
    ],
    apply: (table) => ({
      ...table,
      establishSession: (cse, request, collection) =>
        collection === undefined
          ? table.forward(cse, request)
          : table.establishSession(cse, request, collection),
    }),
  },
  {
    name: 'session-next-hop-capability-not-asked',
    description: 'Every registered CSE is taken to be capable of sessions, label or not.',
    catches: ['The next hop lacks the capability', 'A CSE that lacks the capability does not forward'],
    apply: (table) => ({
      ...table,
      hasSessionCapability: (resource) =>
        resource.resourceType === ResourceType.remoteCSE || table.hasSessionCapability(resource),
    }),
  },
  {
    name: 'session-acceptance-without-description',
    description: 'What the application that was invited says of itself is lost.',
    catches: [
      'What AE2 says of itself is kept and told to AE1',
      'What AE2 says of itself goes back to the CSE of AE1',
      'A middle CSE answers with its own address and with the endpoint that accepted',
    ],
    apply: (table) => ({
      ...table,
      putSession(cse, establishment, accepted) {
        const { description: _lost, ...endpoint } = accepted.endpoint;
        return table.putSession(cse, establishment, { ...accepted, endpoint });
      },
    }),
  },
  {
    name: 'session-accepted-by-anybody',
    description:
      'Whatever session and application the answer of a next hop names, it is taken for that of the target.',
    catches: ['An acceptance <what> is of somebody else'],
    apply: (table) => ({
      ...table,
      async forward(cse, request) {
        const answer = await table.forward(cse, request);
        const { sessionID, targetEndpoint } = givenAttributes(request);
        const { acceptedEndpoint } = givenAttributes(answer);
        if (request.resourceType !== ResourceType.session || !isRecord(acceptedEndpoint)) return answer;
        const target = { ...acceptedEndpoint, endpointID: String(targetEndpoint) };
        return withAttributes(answer, { sessionID, acceptedEndpoint: target });
      },
    }),
  },
  {
    name: 'session-accepted-for-the-target-address',
    description: 'Who accepted is named as the establishment addresses him, whatever the answer says.',
    catches: ['What AE2 says of itself is kept and told to AE1'],
    apply: (table) => ({
      ...table,
      async askNextHop(cse, establishment, deadline) {
        const accepted = await table.askNextHop(cse, establishment, deadline);
        if (isRefusal(accepted)) return accepted;
        return { ...accepted, endpoint: { endpointID: establishment.target } };
      },
    }),
  },
];

/** The message to the next hop, with other attributes. */
function forwarding(change: (cse: Cse, establishment: Establishment) => Changes): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    forwardedEstablishment(cse, establishment, deadline): RequestPrimitive {
      const request = table.forwardedEstablishment(cse, establishment, deadline);
      return withAttributes(request, change(cse, establishment));
    },
  });
}
