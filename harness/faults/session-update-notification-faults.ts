import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { SessionEvent } from '../../protocol/model/session-event';
import { SessionEventType } from '../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { SessionRequest } from '../../reference-impl/cse/session/session-procedures';
import { endpointsOf } from '../../reference-impl/cse/session/session-state';
import type { Fault } from './fault';

/** Deviations in who is told of updates, of which, and who waits for it. @see SES 2 steps 17 to 19 */
export const SESSION_UPDATE_NOTIFICATION_FAULTS: readonly Fault[] = [
  {
    name: 'session-update-not-told',
    description: 'Tells nobody of updates.',
    catches: [
      'The owner is told of session and resource',
      'AE1 is told of an update by AE2',
      'AE2 updates a container of AE1',
      'Usage through the last CSE',
      'Usage on one CSE',
    ],
    apply: (table) => ({ ...table, tellOfUpdate: () => {} }),
  },
  {
    name: 'session-update-told-to-its-originator',
    description: 'Tells who updated a container in place of its owner.',
    catches: ['The owner is told of session and resource', 'AE1 is told of an update by AE2'],
    apply: (table) => ({
      ...table,
      tellOfUpdate: (cse, use) =>
        table.tellOfUpdate(cse, { ...use, originator: use.target, target: use.originator }),
    }),
  },
  {
    name: 'session-own-update-told',
    description: 'Tells the owner of a container of its own updates, too.',
    catches: ['An update by the owner itself is told to nobody'],
    apply: (table) => ({
      ...table,
      tellOfUpdate: (cse, use) =>
        table.tellOfUpdate(cse, { ...use, originator: { ...use.originator, endpointID: '' } }),
    }),
  },
  {
    name: 'session-update-told-without-resource',
    description: 'Does not tell which resource was updated.',
    catches: ['The owner is told of session and resource', 'Usage through the last CSE'],
    apply: telling(({ resource: _left, ...event }) => event),
  },
  {
    name: 'session-update-told-as-a-termination',
    description: 'Tells of an update with the type of a termination.',
    catches: ['The owner is told of session and resource', 'Usage through the last CSE'],
    apply: telling((event) => ({ ...event, type: SessionEventType.termination })),
  },
  {
    name: 'session-update-waits-for-the-owner',
    description: 'Answers an update when its owner has answered.',
    catches: ['Nobody waits for an owner that does not answer'],
    apply: (table) => ({
      ...table,
      async serve(cse, use) {
        const { answer, told } = await heard(table, cse, use);
        await told;
        return answer;
      },
    }),
  },
  {
    name: 'session-update-undone',
    description: 'Undoes an update of which its owner cannot be told.',
    catches: ['An owner that cannot be reached does not undo the update'],
    apply: (table) => ({
      ...table,
      async serve(cse, use) {
        const before = cse.resolve(use.request.to)?.resource;
        const { answer, told } = await heard(table, cse, use);
        const silent = (await told)?.responseStatusCode === RSC.TARGET_NOT_REACHABLE;
        if (silent && before !== undefined) cse.store.put(before);
        return answer;
      },
    }),
  },
  {
    name: 'session-refused-update-told',
    description: 'Tells the owner of updates that were refused.',
    catches: ['A refused update is not told', 'Protected data <what> is refused'],
    apply: tellingAlso((operation, status) => operation === 'update' && status >= RSC.BAD_REQUEST),
  },
  {
    name: 'session-retrieve-told',
    description: 'Tells the owner of retrieves as of updates.',
    catches: ['A retrieve is told to nobody'],
    apply: tellingAlso((operation) => operation === 'retrieve'),
  },
  {
    name: 'session-update-outside-told',
    description: 'Tells the endpoints of updates outside of the session as of those in it.',
    catches: ['An update outside of the session is not told as one of it'],
    apply: (table) => ({
      ...table,
      async update(cse, request, target) {
        const answer = await table.update(cse, request, target);
        for (const session of cse.store.all()) {
          if (session.resourceType !== ResourceType.session) continue;
          const { resourceID: sessionID } = session;
          const event = { type: SessionEventType.update, sessionID, resource: request.to };
          for (const { notificationURI } of endpointsOf(cse, session)) {
            if (notificationURI !== undefined) void table.tellEndpoint(cse, notificationURI, event);
          }
        }
        return answer;
      },
    }),
  },
];

function telling(change: (event: SessionEvent) => SessionEvent): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    tellEndpoint: (cse, to, event, more) =>
      table.tellEndpoint(cse, to, event.type === SessionEventType.update ? change(event) : event, more),
  });
}

function tellingAlso(of: (operation: string, status: number) => boolean): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    async serve(cse, use) {
      const answer = await table.serve(cse, use);
      if (of(use.request.operation, answer.responseStatusCode)) table.tellOfUpdate(cse, use);
      return answer;
    },
  });
}

interface Heard {
  readonly answer: ResponsePrimitive;
  readonly told: Promise<ResponsePrimitive> | undefined;
}

/** Serves a request, and what the owner says when it is told of it. */
async function heard(table: CseProcedures, cse: Cse, use: SessionRequest): Promise<Heard> {
  let told: Heard['told'];
  const tellEndpoint: CseProcedures['tellEndpoint'] = (_listening, ...message) => {
    told = table.tellEndpoint(cse, ...message);
    return told;
  };
  const listening = { ...cse, procedures: { ...cse.procedures, tellEndpoint } };
  const answer = await table.serve(listening, use);
  return { answer, told };
}
