import { type Refusal, refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse, Resolved } from '../../reference-impl/cse/cse';
import { resolvedKey } from '../../reference-impl/cse/group/member-key';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import { refused } from '../../reference-impl/cse/response';
import type { Fault } from './fault';
import { withStatus } from './with-status';

/** Deviations in telling repeated group requests at what they are addressed to. @see SOM 7.4.14.2.4 */
export const REPEATED_REQUEST_FAULTS: readonly Fault[] = [
  {
    name: 'repeated-identifier-executed',
    description: 'Carries a request out again whose identifier was there before.',
    catches: [
      'The same identifier again is refused and not executed',
      'The identifier of a <first> is remembered',
      'The same identifier by way of another CSE is refused',
      'A fanOutPoint refuses an identifier that it has had before',
      'A repeated identifier at a fanOutPoint reaches no member',
    ],
    apply: (procedures) => ({ ...procedures, checkGroupRequestIdentifier: lenientCheck(procedures) }),
  },
  {
    name: 'repeated-identifier-executed-at-fan-out-points',
    description: 'Tells repeated requests at members and not at fan-out points.',
    catches: [
      'A fanOutPoint refuses an identifier that it has had before',
      'A repeated identifier at a fanOutPoint reaches no member',
    ],
    apply(procedures) {
      const lenient = lenientCheck(procedures);
      return {
        ...procedures,
        checkGroupRequestIdentifier: (cse, request, target) =>
          (target.virtual === undefined ? procedures.checkGroupRequestIdentifier : lenient)(
            cse,
            request,
            target,
          ),
      };
    },
  },
  {
    name: 'repeated-identifier-wrong-code',
    description: 'Refuses a repeated request with CONFLICT.',
    catches: [
      'The same identifier again is refused and not executed',
      'A fanOutPoint refuses an identifier that it has had before',
      'Of two concurrent requests with one identifier exactly one is carried out',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkGroupRequestIdentifier: (cse, request, target) =>
        withStatus(procedures.checkGroupRequestIdentifier(cse, request, target), RSC.CONFLICT),
    }),
  },
  {
    name: 'repeated-identifier-refused-after-execution',
    description: 'Carries a repeated request out and refuses it then.',
    catches: [
      'The same identifier again is refused and not executed',
      'The same identifier by way of another CSE is refused',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkGroupRequestIdentifier: (cse, request, target) =>
        target.virtual === undefined
          ? undefined
          : procedures.checkGroupRequestIdentifier(cse, request, target),
      async perform(cse, request, target) {
        const repeated =
          target.virtual === undefined
            ? procedures.checkGroupRequestIdentifier(cse, request, target)
            : undefined;
        const response = await procedures.perform(cse, request, target);
        return repeated === undefined ? response : refused(request, repeated);
      },
    }),
  },
  {
    name: 'identifier-stored-for-creates-and-deletes-only',
    description: 'Remembers no identifier of a retrieve or an update.',
    catches: ['The identifier of a <first> is remembered'],
    apply: (procedures) => ({
      ...procedures,
      checkGroupRequestIdentifier: (cse, request, target) =>
        target.virtual === undefined && ['retrieve', 'update'].includes(request.operation)
          ? undefined
          : procedures.checkGroupRequestIdentifier(cse, request, target),
    }),
  },
  {
    name: 'identifier-stored-after-execution',
    description:
      'Remembers an identifier when the request is carried out, so that repeats at the same time all are.',
    catches: ['Of two concurrent requests with one identifier exactly one is carried out'],
    apply: storeAfterExecution,
  },
  {
    name: 'identifier-compared-without-case',
    description: 'Compares identifiers in lower case.',
    catches: ['Identifier "<second>" after "<first>" is another request'],
    apply: comparingIdentifiers((given) => given.toLowerCase()),
  },
  {
    name: 'identifier-compared-without-punctuation',
    description: 'Compares only what is letter or digit in identifiers.',
    catches: ['Identifier "<second>" after "<first>" is another request'],
    apply: comparingIdentifiers((given) => given.replace(/[^\p{L}\p{N}]/gu, '')),
  },
  {
    name: 'every-identifier-refused',
    description: 'Refuses every request that carries an identifier.',
    catches: [
      'A request with a new identifier is carried out',
      'A fanned-out <operation> is carried out as any <operation>',
      'A member lets the Originator in whom its own policy names',
      'A group-hosting CSE can make a sub-group here and use it',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkGroupRequestIdentifier: (_cse, { groupRequestIdentifier }) =>
        groupRequestIdentifier === undefined
          ? undefined
          : refuse(RSC.GROUP_REQUEST_IDENTIFIER_EXISTS, 'Repeated, for all this CSE knows.'),
    }),
  },
  {
    name: 'absent-identifier-taken-from-before',
    description:
      'A request without identifier counts as having the one of the request before it at the same resource.',
    catches: [
      'Requests without identifier are carried out as often as they come',
      'A request without identifier after one with an identifier is carried out',
    ],
    apply: keepLatestIdentifier,
  },
];

type Check = CseProcedures['checkGroupRequestIdentifier'];

/** How often a repeated request gets through. A loop of groups would otherwise go on for ever. */
const LENIENCE = 3;

function lenientCheck({ checkGroupRequestIdentifier }: CseProcedures): Check {
  const passed = new Map<string, number>();
  return (cse, request, target) => {
    const refusal = checkGroupRequestIdentifier(cse, request, target);
    if (refusal === undefined) return undefined;
    const pair = JSON.stringify([request.groupRequestIdentifier, resolvedKey(target)]);
    const times = (passed.get(pair) ?? 0) + 1;
    passed.set(pair, times);
    return times > LENIENCE ? refusal : undefined;
  };
}

/** Fan-out points remember at once all the same, so that a loop of groups ends. */
function storeAfterExecution(procedures: CseProcedures): CseProcedures {
  const stored = new Set<string>();
  const pairOf = ({ groupRequestIdentifier }: RequestPrimitive, target: Resolved): string =>
    JSON.stringify([groupRequestIdentifier, resolvedKey(target)]);
  const repeated = refuse(RSC.GROUP_REQUEST_IDENTIFIER_EXISTS, 'The request was carried out already.');
  return {
    ...procedures,
    checkGroupRequestIdentifier(cse, request, target): Refusal | undefined {
      if (target.virtual !== undefined) return procedures.checkGroupRequestIdentifier(cse, request, target);
      return stored.has(pairOf(request, target)) ? repeated : undefined;
    },
    async perform(cse: Cse, request, target) {
      const response = await procedures.perform(cse, request, target);
      if (request.groupRequestIdentifier === undefined) return response;
      // A store that takes its time.
      await new Promise<void>((resolve) => cse.ports.clock.after(10, resolve));
      stored.add(pairOf(request, target));
      return response;
    },
  };
}

/** Creates in containers only: the preparations of every scenario create elsewhere. */
function keepLatestIdentifier(procedures: CseProcedures): CseProcedures {
  const latest = new Map<string, string>();
  return {
    ...procedures,
    checkGroupRequestIdentifier(cse, request, target) {
      const { resourceType } = target.resource;
      const applies = request.operation === 'create' && resourceType === ResourceType.container;
      if (!applies) return procedures.checkGroupRequestIdentifier(cse, request, target);
      const key = resolvedKey(target);
      const groupRequestIdentifier = request.groupRequestIdentifier ?? latest.get(key) ?? '';
      latest.set(key, groupRequestIdentifier);
      return procedures.checkGroupRequestIdentifier(cse, { ...request, groupRequestIdentifier }, target);
    },
  };
}

/** A reference that compares identifiers in another spelling than they have. */
function comparingIdentifiers(spelling: (identifier: string) => string) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    checkGroupRequestIdentifier(cse, request, target) {
      const { groupRequestIdentifier: given } = request;
      const compared =
        given === undefined ? request : { ...request, groupRequestIdentifier: spelling(given) };
      return procedures.checkGroupRequestIdentifier(cse, compared, target);
    },
  });
}
