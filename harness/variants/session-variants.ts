import type { Attributes } from '../../protocol/model/attribute-value';
import { isRefusal } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { Cse } from '../../reference-impl/cse/cse';
import type { CseConfig } from '../../reference-impl/cse/cse-config';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Establishment } from '../../reference-impl/cse/session/session-procedures';
import type { Endpoint } from '../links/link';
import { everyObject } from './json-shape';
import { inJson, rewritingAnswers } from './rewriting';
import type { Variant } from './variant';

type SessionVariant = Omit<Variant, 'party' | 'documents' | 'otherwise'> & {
  otherwise(own: CseProcedures, took: () => void): Partial<CseProcedures>;
  readonly configuration?: Partial<CseConfig>;
};

const SOON_AFTER = 700;

/** Other choices of a CSE in service sessions. @see docs/profiles/service-sessions.md */
const CHOICES: readonly SessionVariant[] = [
  {
    name: 'identifiers-of-sessions-longer',
    description:
      'A session identifier has 320 random bits, and begins with the characters that are no letters.',
    allowedBy: 'profile "Resources": at least 128 random bits, 22 characters or more',
    otherwise: (own, took) => ({
      allocateSessionID(cse) {
        took();
        return `_-${own.allocateSessionID(cse)}-_${own.allocateSessionID(cse)}`;
      },
    }),
  },
  {
    name: 'unnamed-sessions-have-other-names',
    description: 'A session whose application gave no name has one that is not its identifier.',
    allowedBy: 'profile "Establishment": rn is optional, and nothing says what stands in its place',
    otherwise: (own, took) => ({
      checkEstablishment: changingEstablishments(own, (cse, establishment) => {
        const { path, name, sessionID } = establishment;
        if (path.length > 0 || name !== sessionID) return establishment;
        took();
        return { ...establishment, name: cse.ports.ids.next('session-') };
      }),
    }),
  },
  {
    name: 'later-hops-give-names-of-their-own',
    description: 'A session that comes from another CSE has another name here than there.',
    allowedBy:
      'profile "Establishment": sad says where a session is; only rn of AE1 at the first CSE is kept',
    otherwise: (own, took) => ({
      checkEstablishment: changingEstablishments(own, (cse, establishment) => {
        if (establishment.path.length === 0) return establishment;
        took();
        return { ...establishment, name: cse.ports.ids.next('from-afar-') };
      }),
    }),
  },
  {
    name: 'passed-on-under-the-identifier',
    description: 'An establishment is passed on with the identifier of the session for a name.',
    allowedBy: 'profile "Establishment": names differ from hop to hop, and sad says where a session is',
    otherwise: (own, took) => ({
      forwardedEstablishment(cse, establishment, deadline) {
        if (establishment.name !== establishment.sessionID) took();
        return own.forwardedEstablishment(cse, { ...establishment, name: establishment.sessionID }, deadline);
      },
    }),
  },
  {
    name: 'next-hops-named-by-identifier',
    description: 'A next hop is addressed by its CSE-ID and the identifier of the session.',
    allowedBy: 'profile "Resources": /cse2/<sid> names the session there whatever its path is',
    otherwise: (own, took) => ({
      async askNextHop(cse, establishment, deadline) {
        const accepted = await own.askNextHop(cse, establishment, deadline);
        if (isRefusal(accepted) || accepted.nextHop === undefined) return accepted;
        took();
        const address = `${accepted.nextHop.cseID}/${establishment.sessionID}`;
        return { ...accepted, nextHop: { ...accepted.nextHop, address } };
      },
    }),
  },
  {
    name: 'invitations-without-the-address',
    description: 'An application is not told where a session is that comes from another CSE.',
    allowedBy: 'profile "Messages": sad where the CSE knows it, which it may choose after AE2 has accepted',
    otherwise: (own, took) => ({
      tellEndpoint(cse, to, event, telling) {
        const begunHere = event.initiatingEndpoint?.endpointID.startsWith(`${cse.config.cseID}/`) === true;
        const { sessionAddress, ...others } = event;
        if (sessionAddress === undefined || begunHere) return own.tellEndpoint(cse, to, event, telling);
        took();
        return own.tellEndpoint(cse, to, others, telling);
      },
    }),
  },
  {
    name: 'policies-named-otherwise',
    description: 'A policy that came without a name has one that the CSE likes.',
    allowedBy: 'profile "Policies": passed on always with rn, whichever it is',
    otherwise: (own, took) => ({
      createPolicy(cse, request, session) {
        const named = withName(request, () => cse.ports.ids.next('rule.of.the.house-'));
        if (named !== request) took();
        return own.createPolicy(cse, named, session);
      },
    }),
  },
  {
    name: 'contexts-named-otherwise',
    description: 'Contexts have names of their own, not their identifiers.',
    allowedBy: 'profile "Resources": nothing is said of their names',
    otherwise: (own, took) => ({
      keepContext(cse, use, responseStatusCode) {
        const before = new Set(
          cse.store.childrenOf(use.session.resourceID).map(({ resourceID }) => resourceID),
        );
        own.keepContext(cse, use, responseStatusCode);
        for (const child of cse.store.childrenOf(use.session.resourceID)) {
          if (before.has(child.resourceID)) continue;
          took();
          const resourceName = `history.${child.resourceID}`;
          cse.store.put({
            ...child,
            resourceName,
            attributes: { ...child.attributes, resourceName },
          });
        }
      },
    }),
  },
  {
    name: 'fewer-contexts',
    description: 'A session has three contexts at most.',
    allowedBy: 'profile "Resources": mnc is absent or above its own limit: its own limit',
    configuration: { maximumSessionContexts: 3 },
    otherwise: (own, took) => ({
      putSession(...all) {
        took();
        return own.putSession(...all);
      },
    }),
  },
  {
    name: 'sessions-live-shorter',
    description: 'A session for which nobody said how long it lives does so for two hours.',
    allowedBy: 'profile "Establishment": otherwise the first CSE sets one',
    configuration: { sessionLifetime: 7_200_000 },
    otherwise: (own, took) => ({
      checkEstablishment(...all) {
        took();
        return own.checkEstablishment(...all);
      },
    }),
  },
  {
    name: 'terminations-repeated-later',
    description:
      'Who owes a termination, or has a stored request without answer, asks again after 17 seconds.',
    allowedBy: 'profile "Establishment" and "Use": repeated until it is answered, at no named interval',
    configuration: { sessionRepetitionInterval: 17_000 },
    otherwise: countingDebts,
  },
  {
    name: 'waits-longer-for-answers',
    description: 'A CSE waits half as long again for a neighbour or an application.',
    allowedBy: 'profile "Use": the limit of the CSE itself',
    configuration: { resultExpiration: 45_000 },
    otherwise: countingDebts,
  },
  {
    name: 'updates-told-later',
    description: 'The owner of a container is told of an update long after its answer.',
    allowedBy: 'profile "Use": after an update the owner is told; nobody waits for it',
    otherwise: (own, took) => ({
      tellOfUpdate(cse, use) {
        took();
        cse.ports.clock.after(SOON_AFTER, () => own.tellOfUpdate(cse, use));
      },
    }),
  },
  {
    name: 'stored-requests-go-within-the-second',
    description: 'A stored request is passed on in the course of the first second of its window.',
    allowedBy: 'profile "Policies": the window is open in every second that matches',
    otherwise: (own, took) => ({
      decide(cse, use) {
        const decision = own.decide(cse, use);
        if (isRefusal(decision) || decision.kind !== 'stored') return decision;
        if (decision.opensAt <= cse.ports.clock.now()) return decision;
        took();
        return { ...decision, opensAt: decision.opensAt + SOON_AFTER };
      },
    }),
  },
];

export const SESSION_VARIANTS: readonly Variant[] = [
  ...CHOICES.map(
    ({ otherwise, configuration, ...variant }): Variant => ({
      ...variant,
      party: 'cse',
      documents: ['SES'],
      otherwise: ({ took }) => ({
        apply: (own) => ({ ...own, ...otherwise(own, took) }),
        ...(configuration && { configureCse: (config) => ({ ...config, ...configuration }) }),
      }),
    }),
  ),
  {
    name: 'capability-among-other-labels',
    description: 'What can do sessions bears labels of a vendor beside the one that says so.',
    allowedBy: 'profile "Capability": the label says it; TS-0001 9.6.1.3: labels is a list of any tokens',
    party: 'cse',
    documents: ['SES'],
    otherwise: rewritingAnswers(
      inJson((value) =>
        everyObject(value, (object) => {
          const { lbl } = object;
          const isLabel = Array.isArray(lbl) && lbl.includes('service-sessions');
          return isLabel ? { ...object, lbl: ['vendor:x', ...lbl, 'service-sessions-too'] } : object;
        }),
      ),
    ),
  },
  {
    name: 'own-requests-with-other-identifiers',
    description: 'Requests of the CSE itself have long identifiers that are no words.',
    allowedBy: 'TS-0001 8.1.2: a request identifier is any text that the Originator has not used yet',
    party: 'cse',
    documents: ['SES'],
    otherwise: ({ took }) => ({ wrapTransmit: (transmit) => renamingRequests(transmit, took) }),
  },
];

function changingEstablishments(
  own: CseProcedures,
  change: (cse: Cse, establishment: Establishment) => Establishment,
): CseProcedures['checkEstablishment'] {
  return (cse, request, collection) => {
    const establishment = own.checkEstablishment(cse, request, collection);
    return isRefusal(establishment) ? establishment : change(cse, establishment);
  };
}

function countingDebts(own: CseProcedures, took: () => void): Partial<CseProcedures> {
  return {
    owe(...all) {
      took();
      return own.owe(...all);
    },
  };
}

function withName(request: RequestPrimitive, name: () => string): RequestPrimitive {
  if (request.content?.kind !== 'resource') return request;
  const { resource } = request.content;
  if (resource.attributes.resourceName !== undefined) return request;
  const attributes: Attributes = { ...resource.attributes, resourceName: name() };
  return { ...request, content: { kind: 'resource', resource: { ...resource, attributes } } };
}

const OWN_REQUEST = /^ses-/;

/** Only on the way out: the CSE itself still knows its requests by their own identifiers. */
function renamingRequests(transmit: Endpoint, took: () => void): Endpoint {
  return async (request) => {
    const own = request.headers.get('X-M2M-RI') ?? '';
    if (!OWN_REQUEST.test(own)) return transmit(request);
    took();
    const other = `0/${Buffer.from(own).toString('hex').repeat(2)}.x`;
    const headers = new Headers(request.headers);
    headers.set('X-M2M-RI', other);
    const answer = await transmit(new Request(request, { headers }));
    if (answer.headers.get('X-M2M-RI') !== other) return answer;
    const answered = new Headers(answer.headers);
    answered.set('X-M2M-RI', own);
    return new Response(answer.body, { status: answer.status, headers: answered });
  };
}
