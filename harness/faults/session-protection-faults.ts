import { type Refusal, refuse } from '../../protocol/model/refusal';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Resource } from '../../reference-impl/cse/resource';
import type { SessionRequest } from '../../reference-impl/cse/session/session-procedures';
import { endpointsOf } from '../../reference-impl/cse/session/session-state';
import { protectedDataOf } from '../../reference-impl/cse/session/use/check-protected-data';
import type { Fault } from './fault';
import { type JsonObject, parsed } from './rewritten-message';

/** Deviations in how protected data are judged, and what counts as a replay. @see SES 2 step 12 */
export const SESSION_PROTECTION_FAULTS: readonly Fault[] = [
  {
    name: 'session-data-not-judged',
    description: 'Stores whatever text an update has as protected data.',
    catches: [
      'Protected data <what> is refused',
      'Protected data <what> is not for this request',
      'Protected data <what> has no sequence number',
      'A refused update is not told',
    ],
    apply: (table) => ({ ...table, checkProtectedData: async () => undefined }),
  },
  {
    name: 'session-data-without-algorithm',
    description: 'Believes protected data that say that they are not protected.',
    catches: ['Protected data without an algorithm is refused'],
    apply: tolerating(({ alg }) => alg === 'none'),
  },
  {
    name: 'session-data-of-other-algorithms',
    description: 'Takes protected data of any algorithm and encryption.',
    catches: [
      'Protected data with the algorithm "A256KW" is refused',
      'Protected data with the encryption "A128GCM" is refused',
    ],
    apply: tolerating(({ alg, enc }) => alg !== 'none' && (alg !== 'dir' || enc !== 'A256GCM')),
  },
  {
    name: 'session-data-not-opened',
    description: 'Judges the header of protected data and does not decrypt them.',
    catches: [
      'Protected data encrypted with another key is refused',
      'Protected data with a changed tag is refused',
      'A refused update is not told',
    ],
    apply: tolerating(
      ({ alg, enc, sid, seq }, { session }) =>
        alg === 'dir' && enc === 'A256GCM' && sid === session.resourceID && Number(seq) > 0,
    ),
  },
  {
    name: 'session-data-of-another-form',
    description: 'Takes protected data that are not in compact serialization.',
    catches: ['Protected data in four parts is refused', 'Protected data in JSON serialization is refused'],
    apply: (table) => ({
      ...table,
      async checkProtectedData(cse, use) {
        const text = protectedDataOf(use) ?? '';
        const otherForm = text.startsWith('{') || text.split('.').length === 4;
        return otherForm ? undefined : table.checkProtectedData(cse, use);
      },
    }),
  },
  {
    name: 'session-data-of-another-session',
    description: 'Takes protected data that were made for another session.',
    catches: ['Protected data of another session is not for this request'],
    apply: tolerating(({ sid }, { session }) => typeof sid === 'string' && sid !== session.resourceID),
  },
  {
    name: 'session-data-of-another-sender',
    description: 'Takes protected data that name another sender.',
    catches: ['Protected data of another sender is not for this request'],
    apply: tolerating(({ iss }, { originator }) => typeof iss === 'string' && iss !== originator.endpointID),
  },
  {
    name: 'session-data-without-sid-or-iss',
    description: 'Takes protected data that do not say for which session they were made, or by whom.',
    catches: [
      'Protected data without sid is not for this request',
      'Protected data without iss is not for this request',
    ],
    apply: tolerating(({ sid, iss }) => sid === undefined || iss === undefined),
  },
  {
    name: 'session-sequence-of-any-kind',
    description: 'Takes protected data whose sequence number is none.',
    catches: ['Protected data <what> has no sequence number'],
    apply: tolerating(({ seq }) => !Number.isInteger(seq) || Number(seq) < 1),
  },
  {
    name: 'session-replays-taken',
    description: 'Does not compare sequence numbers.',
    catches: [
      'Protected data that was used before is a replay',
      'A sequence number below the last one is a replay',
    ],
    apply: judging(async ({ refusal }) => (refusal?.status === RSC.CONFLICT ? undefined : refusal)),
  },
  {
    name: 'session-replay-is-a-bad-request',
    description: 'Refuses a replay as it refuses unsound data.',
    catches: [
      'Protected data that was used before is a replay',
      'A sequence number below the last one is a replay',
    ],
    apply: judging(async ({ refusal }) => refusal && { ...refusal, status: RSC.BAD_REQUEST }),
  },
  {
    name: 'session-sequence-without-gaps',
    description: 'Takes the next sequence number only.',
    catches: ['Sequence numbers may have gaps'],
    apply: judging(async ({ refusal, header, last }) =>
      Number(header.seq) > last + 1 ? refuse(RSC.CONFLICT, 'A number was left out.') : refusal,
    ),
  },
  {
    name: 'session-sequence-not-kept',
    description: 'Does not note which sequence numbers were used.',
    catches: [
      'Sequence numbers may have gaps',
      'Protected data that was used before is a replay',
      'A sequence number below the last one is a replay',
    ],
    apply: judging(async ({ refusal, cse, endpoint }) => {
      cse.store.put(endpoint);
      return refusal;
    }),
  },
  {
    name: 'session-sequence-shared',
    description: 'Both endpoints count together.',
    catches: ['Each endpoint counts for itself'],
    apply: judging(async ({ refusal, cse, header, use }) => {
      const { session, originator } = use;
      const others = endpointsOf(cse, session).filter(
        ({ endpointID }) => endpointID !== originator.endpointID,
      );
      const used = others.some(({ resource }) => Number(header.seq) <= lastSequenceOf(resource));
      return used ? refuse(RSC.CONFLICT, 'The other endpoint has used that number.') : refusal;
    }),
  },
  {
    name: 'session-sequence-of-forgeries',
    description: 'Counts a sequence number as used before it is known who has used it.',
    catches: ['A forged sequence number does not lock the sender out'],
    apply: judging(async ({ refusal, cse, endpoint, header }) => {
      if (refusal?.status !== RSC.BAD_REQUEST || typeof header.seq !== 'number') return refusal;
      const attributes = { ...endpoint.attributes, lastSequence: header.seq };
      cse.store.put({ ...endpoint, attributes });
      return refusal;
    }),
  },
  {
    name: 'session-repeated-request-is-a-replay',
    description: 'Does not recognize a request that comes again.',
    catches: [
      'The same request once more is answered as before and not carried out again',
      'A request that was repeated is in the history once',
    ],
    apply: likeNew,
  },
  {
    name: 'session-repeated-request-carried-out',
    description: 'Carries a request that comes again out again.',
    catches: [
      'The same request once more is answered as before and not carried out again',
      'A request that was repeated is in the history once',
    ],
    apply: (table) => ({ ...likeNew(table), checkProtectedData: async () => undefined }),
  },
];

interface Judged {
  readonly cse: Cse;
  readonly use: SessionRequest;
  /** What the check has to say. */
  readonly refusal: Refusal | undefined;
  /** What is claimed in the header, whatever is true of it; empty where nothing can be read. */
  readonly header: JsonObject;
  /** The endpoint that sent it, and the last number of it, before the check. */
  readonly endpoint: Resource;
  readonly last: number;
}

/** Another judgement, made after the right one. */
function judging(judge: (judged: Judged) => Promise<Refusal | undefined>): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    async checkProtectedData(cse, use) {
      const { resource } = use.originator;
      const endpoint = cse.store.get(resource.resourceID) ?? resource;
      const refusal = await table.checkProtectedData(cse, use);
      return judge({ cse, use, refusal, header: headerOf(use), endpoint, last: lastSequenceOf(endpoint) });
    },
  });
}

/** Unsound data pass if what they claim is of this kind. */
function tolerating(isKind: (header: JsonObject, use: SessionRequest) => boolean): Fault['apply'] & {} {
  return judging(async ({ refusal, header, use }) =>
    refusal?.status === RSC.BAD_REQUEST && isKind(header, use) ? undefined : refusal,
  );
}

function likeNew(table: CseProcedures): CseProcedures {
  return {
    ...table,
    async useSession(cse, request, sessionID) {
      const { requestIdentifier } = request;
      const other = { ...request, requestIdentifier: cse.ports.ids.next('new-') };
      return { ...(await table.useSession(cse, other, sessionID)), requestIdentifier };
    },
  };
}

function headerOf(use: SessionRequest): JsonObject {
  const [header = ''] = (protectedDataOf(use) ?? '').split('.');
  return parsed(Buffer.from(header, 'base64url').toString()) ?? {};
}

function lastSequenceOf({ attributes: { lastSequence } }: Resource): number {
  return typeof lastSequence === 'number' ? lastSequence : 0;
}
