import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Resource } from '../../reference-impl/cse/resource';
import { keyOf } from '../../reference-impl/cse/session/session-state';
import { protectedDataOf } from '../../reference-impl/cse/session/use/check-protected-data';
import { open } from '../../reference-impl/session/protected-data';
import type { Fault } from './fault';
import { withAttributes } from './session-application-change';

/** Deviations in what becomes of the protected data where they are stored and shown. @see SES 2 steps 12 and 25 */
export const SESSION_SERVING_FAULTS: readonly Fault[] = [
  {
    name: 'session-data-not-stored',
    description: 'Says that it has updated a container and leaves it as it was.',
    catches: [
      'An update is served at once and stored as it came',
      'Nobody waits for an owner that does not answer',
      'An owner that cannot be reached does not undo the update',
      'What was stored first is replaced by what came last',
      'Usage through the last CSE',
    ],
    apply: afterwards((before) => before),
  },
  {
    name: 'session-data-never-replaced',
    description: 'Keeps the first protected data of a container for ever.',
    catches: [
      'What was stored first is replaced by what came last',
      'Protected data that was used before is a replay',
    ],
    apply: afterwards((before) => (before.attributes.protectedData === undefined ? undefined : before)),
  },
  {
    name: 'session-data-stored-open',
    description: 'Stores what is in the protected data.',
    catches: [
      'An update is served at once and stored as it came',
      'What was stored first is replaced by what came last',
      'Usage through the last CSE',
    ],
    apply: (table) => ({
      ...table,
      async serve(cse, use) {
        const answer = await table.serve(cse, use);
        const container = cse.resolve(use.request.to)?.resource;
        const opened = await open(keyOf(cse, use.session.resourceID) ?? '', protectedDataOf(use) ?? '');
        if (container === undefined || !opened.ok) return answer;
        const protectedData = new TextDecoder().decode(opened.data.plaintext);
        cse.store.put({ ...container, attributes: { ...container.attributes, protectedData } });
        return answer;
      },
    }),
  },
  {
    name: 'session-data-not-shown',
    description: 'Leaves the protected data out of what a retrieve shows.',
    catches: [
      'A retrieve is passed on with the identifier in its query',
      'The session is the permission to read',
      'Usage through the last CSE',
      'Usage on one CSE',
    ],
    apply: (table) => ({
      ...table,
      useSession: async (cse, request, sessionID) =>
        withAttributes(await table.useSession(cse, request, sessionID), { protectedData: undefined }),
    }),
  },
];

/** What is put in place of a container when an update of it has been served. */
function afterwards(replacement: (before: Resource) => Resource | undefined) {
  return (table: CseProcedures): CseProcedures => ({
    ...table,
    async serve(cse, use) {
      const before = cse.resolve(use.request.to)?.resource;
      const answer = await table.serve(cse, use);
      const put = before === undefined ? undefined : replacement(before);
      if (put !== undefined) cse.store.put(put);
      return answer;
    },
  });
}
