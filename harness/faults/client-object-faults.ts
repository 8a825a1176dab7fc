import { octetsOf } from '../../protocol/model/syncml-item';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Draft } from '../../reference-impl/syncml/client-draft';
import { isChunk } from '../../reference-impl/syncml/client-received-object';
import { clientFaults } from './client-faults';
import type { Fault } from './fault';

const IN_PARTS = 'An object in four parts is taken whole';

/** Deviations of a client that takes or sends objects in parts. @see DM_Protocol 2.2 */
export const CLIENT_OBJECT_FAULTS: readonly Fault[] = clientFaults([
  {
    name: 'large-objects-refused',
    description: 'Does not support objects in parts.',
    catches: [IN_PARTS],
    atGateway: ['ToBeFannedOut comes in several messages'],
    session: (own) => ({
      takePart: (session, command, item) =>
        isChunk(item)
          ? { code: statusCode('OPTIONAL_FEATURE_NOT_SUPPORTED') }
          : own.takePart(session, command, item),
    }),
  },
  {
    name: 'parts-answered-200',
    description: 'Answers each part of an object as if it was the whole.',
    catches: [IN_PARTS],
    session: (own) => ({
      takePart(session, command, item) {
        const taken = own.takePart(session, command, item);
        const isPart = 'code' in taken && taken.code === statusCode('CHUNKED_ITEM_ACCEPTED');
        return isPart ? { code: statusCode('OK') } : taken;
      },
    }),
  },
  {
    name: 'size-unchecked',
    description: 'Takes an object in parts whatever size was announced.',
    catches: ['An object that is not as large as announced is refused'],
    session: (own) => ({
      takePart(session, command, item) {
        const { object } = session;
        if (object !== undefined && !isChunk(item))
          session.object = { ...object, size: object.received + octetsOf(item.data ?? '').length };
        return own.takePart(session, command, item);
      },
    }),
  },
  {
    name: 'broken-object-kept',
    description: 'Waits for the end of an object though another command has come.',
    catches: ['A command before the end of an object breaks it off'],
    session: () => ({ missingEndOfData: () => undefined }),
  },
  {
    name: 'size-in-every-part',
    description: 'Announces a size with each part of an object.',
    catches: ['A value that is too large for one message comes in parts'],
    session: (own) => ({
      packDrafts(drafts, room) {
        const { packed, left } = own.packDrafts(drafts, room);
        return { packed: packed.map(withSize), left };
      },
    }),
  },
  {
    name: 'object-size-ignored',
    description: 'Sends objects of any size, whatever MaxObjSize the server has.',
    catches: ['A value beyond the MaxObjSize of the server is not sent'],
    session: () => ({ withinObjectSize: (_session, performed) => performed }),
  },
]);

/** Of the part itself, which is not that of the whole. */
function withSize(draft: Draft): Draft {
  const { command, isContinued } = draft;
  if (command.kind !== 'Results' || isContinued === undefined) return draft;
  const items = command.items.map((item) => ({
    ...item,
    meta: { ...item.meta, size: octetsOf(item.data ?? '').length },
  }));
  return { ...draft, command: { ...command, items } };
}
