import type { Attributes } from '../../protocol/model/attribute-value';
import { appendPath } from '../../protocol/model/identifier';
import { isRefusal, refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import { memberIDsOf, withMemberIDs } from '../../reference-impl/cse/group/group-attributes';
import { canonicalOriginator } from '../../reference-impl/cse/originator';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import { isRegistered } from '../../reference-impl/cse/request/registered-originator';
import { refused } from '../../reference-impl/cse/response';
import type { Variant } from './variant';

type GroupVariant = Omit<Variant, 'party' | 'otherwise'> & {
  /** Entries that stand in place of those of the CSE. */
  otherwise(own: CseProcedures, took: () => void): Partial<CseProcedures>;
};

/** Other choices of a CSE that hosts groups. @see docs/profiles/onem2m-groups.md */
const CHOICES: readonly GroupVariant[] = [
  {
    name: 'members-in-reverse-order',
    description: 'The last member is asked first.',
    allowedBy: 'X-IGO-02: order and concurrency are free; SOM 7.4.14.2.4 names no order',
    otherwise: (own, took) => ({
      planMessages(cse, fanOut, members) {
        if (members.length > 1) took();
        return [...own.planMessages(cse, fanOut, members)].reverse();
      },
      gatherResults(cse, outstanding, members) {
        if (members.length > 1) took();
        return own.gatherResults(cse, outstanding, [...members].reverse());
      },
    }),
  },
  {
    name: 'entries-in-reverse-order',
    description: 'The entries of an aggregate come in the opposite order of the members.',
    allowedBy: 'X-SOM-26, profile "Fan-out": order is free',
    otherwise: (own, took) =>
      changingEntries(own, (_cse, entries) => {
        if (entries.length > 1) took();
        return [...entries].reverse();
      }),
  },
  {
    name: 'nested-answers-flattened',
    description: 'The entries of a nested group stand in the outer list.',
    allowedBy: 'X-SOM-26, design 6: a nested group as one entry or flattened',
    otherwise: (own, took) =>
      changingEntries(own, (_cse, entries) =>
        entries.flatMap((entry) => {
          const inner = flattened(entry);
          if (inner.length > 1 || inner[0] !== entry) took();
          return inner;
        }),
      ),
  },
  {
    name: 'entries-name-members-unstructured',
    description: 'Entries of members on this CSE name them by their resource identifiers.',
    allowedBy: 'design 6: identifiers in any form that names the same resource',
    otherwise: (own, took) =>
      changingEntries(own, (cse, entries) =>
        entries.map((entry) => {
          const named = unstructured(cse, entry.from);
          if (named === undefined || named === entry.from) return entry;
          took();
          return { ...entry, from: named };
        }),
      ),
  },
  {
    name: 'silent-members-have-entries',
    description: 'A member that did not answer has an entry that says so.',
    allowedBy: 'X-SOM-26, design 6: a silent member without an entry or with one that says so',
    documents: ['SOM'],
    otherwise: (own, took) => ({
      aggregateResponses(request, members, entries) {
        const answer = own.aggregateResponses(request, members, entries);
        if (answer.content?.kind !== 'aggregatedResponse') return answer;
        const silent = members.filter(({ memberID }) => !entries.some(({ from }) => from === memberID));
        if (silent.length > 0) took();
        const said = silent.map(({ memberID }) => ({
          ...refused(request, refuse(RSC.TARGET_NOT_REACHABLE, 'It did not answer in time.')),
          from: memberID,
        }));
        return { ...answer, content: { ...answer.content, responses: [...said, ...entries] } };
      },
    }),
  },
  {
    name: 'original-request-identifier-to-members',
    description: 'Every member gets the request with the identifier that it came with.',
    allowedBy: 'design 6: the original or a fresh request identifier towards members',
    documents: ['SOM'],
    otherwise: (own, took) => ({
      memberRequest(cse, fanOut, member) {
        took();
        const { requestIdentifier } = fanOut.request;
        return { ...own.memberRequest(cse, fanOut, member), requestIdentifier };
      },
    }),
  },
  {
    name: 'unknown-originator-4106',
    description: 'An Originator that is not registered is refused with ORIGINATOR_NOT_AUTHENTICATED.',
    allowedBy: 'design 6: 4103 or 4106 for an unknown originator',
    otherwise: (own, took) => ({
      authorize(cse, request, target) {
        const refusal = own.authorize(cse, request, target);
        const originator = canonicalOriginator(cse.config, request.from ?? '');
        if (refusal === undefined || isRegistered(cse, originator)) return refusal;
        took();
        return { ...refusal, status: RSC.ORIGINATOR_NOT_AUTHENTICATED };
      },
    }),
  },
  {
    name: 'no-members-before-no-privilege',
    description: 'An empty group is refused with NO_MEMBERS also where the Originator may not use it.',
    allowedBy: 'X-SOM-20: any order where two reasons apply',
    otherwise: (own, took) => ({
      checkMembersAccess(cse, request, group) {
        const refusal = own.checkMembersAccess(cse, request, group);
        const empty = own.checkGroupHasMembers(group);
        if (empty !== undefined) took();
        return empty ?? refusal;
      },
    }),
  },
  {
    name: 'duplicates-dropped-before-counting',
    description: 'Duplicates in a new list do not count against maxNrOfMembers.',
    allowedBy: 'X-SOM-04: no verdict depends on counting duplicates',
    otherwise: (own, took) => ({
      createGroup(cse, request, draft) {
        const given = memberIDsOf(draft.attributes);
        const distinct = own.removeDuplicateMembers(cse, given);
        if (distinct.length < given.length) took();
        const attributes =
          distinct.length < given.length ? withMemberIDs(draft.attributes, distinct) : draft.attributes;
        return own.createGroup(cse, request, { ...draft, attributes });
      },
    }),
  },
  {
    name: 'default-algorithm-not-shown',
    description: 'A group that was created without somecastAlgorithm has none to show.',
    allowedBy: 'X-SOM-17: whether the default is shown is free',
    otherwise: (own, took) => ({
      async createGroup(cse, request, draft) {
        const attributes = await own.createGroup(cse, request, draft);
        if (isRefusal(attributes) || givenIn(request).somecastAlgorithm !== undefined) return attributes;
        const { somecastAlgorithm: _default, ...shown } = attributes;
        took();
        return shown;
      },
    }),
  },
  {
    name: 'rotation-begins-elsewhere',
    description: 'Members take turns from the last to the first.',
    allowedBy: 'X-SOM-14: where the rotation begins and which way it goes is not said',
    otherwise: (own, took) => ({
      chooseRoundRobin(cse, group, count) {
        took();
        const attributes = withMemberIDs(group.attributes, [...memberIDsOf(group.attributes)].reverse());
        return own.chooseRoundRobin(cse, { ...group, attributes }, count);
      },
    }),
  },
];

export const GROUP_VARIANTS: readonly Variant[] = [
  ...CHOICES.map(
    ({ otherwise, ...variant }): Variant => ({
      documents: ['SOM', 'IGO'],
      ...variant,
      party: 'cse',
      otherwise: ({ took }) => ({ apply: (own) => ({ ...own, ...otherwise(own, took) }) }),
    }),
  ),
  {
    name: 'members-one-after-the-other',
    description: 'A member is asked when the one before it has answered.',
    allowedBy: 'SOM 7.4.14.2.4 names no concurrency',
    party: 'cse',
    documents: ['SOM'],
    otherwise: ({ took }) => ({
      configureCse: (config) => ({ ...config, fanOutConcurrency: 1 }),
      apply: (own) => ({
        ...own,
        planMessages(cse, fanOut, members) {
          const messages = own.planMessages(cse, fanOut, members);
          if (messages.length > 1) took();
          return messages;
        },
      }),
    }),
  },
  {
    name: 'sub-groups-off',
    description: 'Every member on another CSE is asked for itself.',
    allowedBy: 'SOM 7.4.14.2.2: optional, ICS group.subGroupCreation',
    party: 'cse',
    documents: ['SOM'],
    ics: { 'group.subGroupCreation': false },
    otherwise: ({ took }) => ({
      configureCse: ({ subGroups: _off, ...config }) => {
        took();
        return config;
      },
    }),
  },
];

/** Entries of answers, of messages and of inquiries, otherwise. */
function changingEntries(
  own: CseProcedures,
  change: (cse: Cse, entries: readonly ResponsePrimitive[]) => readonly ResponsePrimitive[],
): Partial<CseProcedures> {
  return {
    async fanOutPoint(cse, fanOut) {
      const answer = await own.fanOutPoint(cse, fanOut);
      if (answer.content?.kind !== 'aggregatedResponse') return answer;
      const responses = change(cse, answer.content.responses);
      return { ...answer, content: { ...answer.content, responses } };
    },
    resultMessage: (cse, outstanding, { to, entries }) =>
      own.resultMessage(cse, outstanding, { to, entries: change(cse, entries) }),
  };
}

/** Identifiers of members on another CSE have to say so, now that nothing around them does. */
function flattened(entry: ResponsePrimitive): readonly ResponsePrimitive[] {
  if (entry.content?.kind !== 'aggregatedResponse') return [entry];
  const [, hostingCse] = /^(\/[^/]+)\//.exec(entry.from ?? '') ?? [];
  const inner = entry.content.responses.flatMap(flattened);
  if (hostingCse === undefined) return inner;
  return inner.map((one) =>
    one.from === undefined || one.from.startsWith('/')
      ? one
      : { ...one, from: appendPath(hostingCse, one.from) },
  );
}

/** What the Originator itself said of the resource. */
function givenIn({ content }: RequestPrimitive): Attributes {
  return content?.kind === 'resource' ? content.resource.attributes : {};
}

/** `undefined` for what is no resource of this CSE, or a virtual one. */
function unstructured(cse: Cse, address: string | undefined): string | undefined {
  const resolved = address === undefined ? undefined : cse.resolve(address);
  return resolved === undefined || resolved.virtual !== undefined ? undefined : resolved.resource.resourceID;
}
