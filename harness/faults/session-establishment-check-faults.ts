import { isRefusal, refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { isRecord, textList } from '../../reference-impl/cse/attribute-reading';
import type { Cse } from '../../reference-impl/cse/cse';
import { destinationOf } from '../../reference-impl/cse/destination';
import { refused } from '../../reference-impl/cse/response';
import type { Establishment } from '../../reference-impl/cse/session/session-procedures';
import type { Fault } from './fault';
import { givenAttributes } from './given-attributes';
import { withAttributes } from './session-application-change';
import { withStatus } from './with-status';

/** Deviations in what is judged of an establishment before anybody is asked. @see docs/profiles/service-sessions.md */
export const SESSION_ESTABLISHMENT_CHECK_FAULTS: readonly Fault[] = [
  {
    name: 'session-initiator-not-judged',
    description: 'An application begins a session in the name of any other.',
    catches: ['Nobody begins a session for another one', 'An establishment <what> is malformed'],
    apply: checking((_cse, request) =>
      givenAttributes(request).path === undefined
        ? withAttributes(request, { initiatingEndpoint: { endpointID: request.from ?? '' } })
        : request,
    ),
  },
  {
    name: 'session-begun-here-by-a-neighbour',
    description: 'A neighbour begins sessions for applications that it cannot speak for.',
    catches: ['No CSE begins a session for <what>'],
    apply: checking((cse, request) => {
      const { path, initiatingEndpoint } = givenAttributes(request);
      const said = isRecord(initiatingEndpoint) ? String(initiatingEndpoint.endpointID) : '';
      const [first] = textList(path);
      return first !== undefined && destinationOf(cse.config, said).kind === 'here'
        ? withAttributes(request, { initiatingEndpoint: { endpointID: `${first}/Canybody` } })
        : request;
    }),
  },
  {
    name: 'session-malformed-is-not-acceptable',
    description: 'A malformed establishment is refused with NOT_ACCEPTABLE.',
    catches: [
      'An establishment <what> is malformed',
      'A forwarded establishment <what> is malformed',
      'An application does not choose the <attribute>',
      'Credentials <what> are refused',
    ],
    apply: (table) => ({
      ...table,
      checkEstablishment(cse, request, collection) {
        const outcome = table.checkEstablishment(cse, request, collection);
        return isRefusal(outcome) && outcome.status === RSC.BAD_REQUEST
          ? withStatus<Establishment>(outcome, RSC.NOT_ACCEPTABLE)
          : outcome;
      },
    }),
  },
  {
    name: 'session-in-any-collection',
    description: 'An application begins sessions in the collection of another one.',
    catches: ['Nobody establishes in the collection of another application'],
    apply: (table) => ({
      ...table,
      checkEstablishment(cse, request, collection) {
        const own = cse.resolve(`${request.from}/sessions`)?.resource;
        return table.checkEstablishment(cse, request, own ?? collection);
      },
    }),
  },
  {
    name: 'session-forwarded-by-strangers',
    description: 'A CSE that is not registered here passes establishments on.',
    catches: ['A stranger does not forward'],
    apply: checking((cse, request) => {
      const known = registeredCseIDs(cse);
      const stranger = isForwarded(request) && !known.includes(request.from ?? '');
      return stranger ? { ...withPath(request, known.slice(0, 1)), from: known[0] ?? '' } : request;
    }),
  },
  {
    name: 'session-unknown-target-not-reachable',
    description: 'An application, or a CSE, that is not known is said not to be reachable.',
    catches: ['An application that is not there is not found', 'A CSE to which no way leads is not found'],
    apply: (table) => ({
      ...table,
      async establishSession(cse, request, collection) {
        const answer = await table.establishSession(cse, request, collection);
        return answer.responseStatusCode === RSC.NOT_FOUND
          ? refused(request, refuse(RSC.TARGET_NOT_REACHABLE, 'It cannot be reached.'))
          : answer;
      },
      checkExistence(cse, request) {
        const found = table.checkExistence(cse, request);
        return request.resourceType === ResourceType.session
          ? withStatus(found, RSC.TARGET_NOT_REACHABLE)
          : found;
      },
    }),
  },
  {
    name: 'session-circle-not-seen',
    description: 'An establishment that has been here already is passed on again.',
    catches: ['A path that leads back is refused'],
    apply: checking((cse, request) =>
      isForwarded(request)
        ? withPath(
            request,
            textList(givenAttributes(request).path).filter((id) => id !== cse.config.cseID),
          )
        : request,
    ),
  },
  {
    name: 'session-path-without-end',
    description: 'An establishment may have passed any number of CSEs.',
    catches: ['A path of more than 16 CSEs is refused'],
    apply: checking((_cse, request) =>
      isForwarded(request) ? withPath(request, textList(givenAttributes(request).path).slice(-1)) : request,
    ),
  },
];

/** An establishment is judged as if it had been another. */
function checking(change: (cse: Cse, request: RequestPrimitive) => RequestPrimitive): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    checkEstablishment: (cse, request, collection) =>
      table.checkEstablishment(cse, change(cse, request), collection),
  });
}

function isForwarded(request: RequestPrimitive): boolean {
  return textList(givenAttributes(request).path).length > 0;
}

function withPath(request: RequestPrimitive, path: readonly string[]): RequestPrimitive {
  return withAttributes(request, { path });
}

function registeredCseIDs(cse: Cse): readonly string[] {
  return cse.store
    .childrenOf(cse.config.resourceID, ResourceType.remoteCSE)
    .map(({ attributes }) => String(attributes['CSE-ID']));
}
