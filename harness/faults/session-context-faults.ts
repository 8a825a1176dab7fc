import { isRefusal } from '../../protocol/model/refusal';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Resource } from '../../reference-impl/cse/resource';
import type { SessionProcedures } from '../../reference-impl/cse/session/session-procedures';
import { contextsOf } from '../../reference-impl/cse/session/session-state';
import type { Fault } from './fault';

const ONE_SECOND = 1_000;

/** Deviations in the history of a session. @see SES 2 steps 13, 15 and 26 */
export const SESSION_CONTEXT_FAULTS: readonly Fault[] = [
  {
    name: 'session-without-contexts',
    description: 'Keeps no history.',
    catches: [
      'The first CSE keeps what it has passed on',
      'The last CSE keeps what it has served',
      'A middle CSE keeps a history as well',
      'Usage through the first CSE',
      'Usage through the last CSE',
      'Usage through a middle CSE',
      'Usage on one CSE',
    ],
    apply: keeping(() => () => {}),
  },
  {
    name: 'session-contexts-of-updates-only',
    description: 'Keeps no retrieve in the history.',
    catches: [
      'A retrieve is kept by the CSE that passed it on',
      'The last CSE keeps what it has served',
      'Usage through the last CSE',
    ],
    apply: keeping((keep) => (cse, use, status) => {
      if (use.request.operation !== 'retrieve') keep(cse, use, status);
    }),
  },
  {
    name: 'session-contexts-of-what-is-served-only',
    description: 'Who passes a request on does not keep it in the history.',
    catches: [
      'The first CSE keeps what it has passed on',
      'A middle CSE keeps a history as well',
      'Usage through the first CSE',
      'Usage through a middle CSE',
    ],
    apply: keeping((keep) => (cse, use, status) => {
      if (cse.procedures.nextHopFor(cse, use) === undefined) keep(cse, use, status);
    }),
  },
  {
    name: 'session-contexts-all-successful',
    description: 'Keeps every request as if it had been answered with OK.',
    catches: [
      'The first CSE keeps what it has passed on',
      'The last CSE keeps what it has served',
      'The refusal of the next hop is kept with its code',
    ],
    apply: keeping((keep) => (cse, use) => keep(cse, use, RSC.OK)),
  },
  {
    name: 'session-contexts-of-success-only',
    description: 'Keeps no request that the next hop has refused.',
    catches: ['The refusal of the next hop is kept with its code'],
    apply: keeping((keep) => (cse, use, status) => {
      if (status < RSC.BAD_REQUEST) keep(cse, use, status);
    }),
  },
  {
    name: 'session-contexts-later',
    description: 'Keeps a request a second after it has been answered.',
    catches: ['The first CSE keeps what it has passed on', 'The last CSE keeps what it has served'],
    apply: keeping((keep) => (cse, use, status) => {
      cse.ports.clock.after(ONE_SECOND, () => keep(cse, use, status));
    }),
  },
  {
    name: 'session-contexts-without-bound',
    description: 'Keeps more requests than the session may have.',
    catches: ['The oldest context goes first'],
    apply: keeping((keep) => (cse, use, status) => {
      const before = contextsOf(cse, use.session);
      keep(cse, use, status);
      for (const context of before) cse.store.put(context);
    }),
  },
  {
    name: 'session-contexts-drop-the-newest',
    description: 'Where the history is full, the newest request is not kept.',
    catches: ['The oldest context goes first'],
    apply: keeping((keep) => (cse, use, status) => {
      const before = contextsOf(cse, use.session);
      keep(cse, use, status);
      const dropped = before.filter(({ resourceID }) => cse.store.get(resourceID) === undefined);
      if (dropped.length > 0) cse.store.remove(newest(contextsOf(cse, use.session)));
      for (const context of dropped) cse.store.put(context);
    }),
  },
  {
    name: 'session-contexts-of-what-was-refused',
    description: 'Keeps a request that the checks refuse.',
    catches: ['What a check refused leaves no context'],
    apply: (table) => ({
      ...table,
      checkSessionRequest(cse, request, sessionID) {
        const outcome = table.checkSessionRequest(cse, request, sessionID);
        const asked = table.checkSessionRequest(cse, { ...request, operation: 'retrieve' }, sessionID);
        if (isRefusal(outcome) && !isRefusal(asked)) {
          table.keepContext(cse, { ...asked, request }, outcome.status);
        }
        return outcome;
      },
    }),
  },
];

type KeepContext = SessionProcedures['keepContext'];

function keeping(change: (keep: KeepContext) => KeepContext): Fault['apply'] & {} {
  return (table) => ({ ...table, keepContext: change(table.keepContext) });
}

function newest(contexts: readonly Resource[]): string {
  return contexts.at(-1)?.resourceID ?? '';
}
