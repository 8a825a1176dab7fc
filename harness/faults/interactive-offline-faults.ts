import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import type { AddressedMember } from '../../reference-impl/cse/group/addressed-member';
import { askMember } from '../../reference-impl/cse/group/ask-member';
import { hostingCseID } from '../../reference-impl/cse/group/member-key';
import { addResult, endAwaiting, haveReported } from '../../reference-impl/cse/interactive/member-answer';
import type { Outstanding } from '../../reference-impl/cse/interactive/outstanding';
import type { Fault } from './fault';

/** Deviations in what becomes of members whose CSE is offline. @see IGO 1 (offline nodes) */
export const INTERACTIVE_OFFLINE_FAULTS: readonly Fault[] = [
  {
    name: 'offline-given-up-at-once',
    description: 'Reports a member as not reached as soon as its CSE could not be reached once.',
    catches: ['Before the results expire an offline member is not given up'],
    apply: (procedures) => ({
      ...procedures,
      askLater(cse, outstanding, from) {
        const { requestIdentifier } = outstanding.accepted.request;
        const responseStatusCode = RSC.TARGET_NOT_REACHABLE;
        endAwaiting(cse, outstanding, from);
        procedures.noteResult(cse, outstanding, { responseStatusCode, requestIdentifier, from });
      },
    }),
  },
  {
    name: 'offline-never-asked-again',
    description: 'Does not ask a member again whose CSE could not be reached.',
    catches: [
      'A member that comes online is asked, and its result is told',
      'Two nodes that come online one after the other are told of as they come',
    ],
    apply: (procedures) => ({ ...procedures, askLater: () => {} }),
  },
  {
    name: 'offline-holds-all',
    description: 'Tells nothing while a member is offline.',
    catches: ['The members that are online are told while another is offline'],
    apply: (procedures) => ({
      ...procedures,
      reportResults(cse, outstanding) {
        if (outstanding.offline.size === 0) procedures.reportResults(cse, outstanding);
      },
    }),
  },
  {
    name: 'first-offline-cse-only',
    description: 'Asks members again on the first CSE that was offline, and on no other.',
    catches: ['Two nodes that come online one after the other are told of as they come'],
    apply(procedures) {
      const firstOf = new WeakMap<Outstanding, string | undefined>();
      return {
        ...procedures,
        askLater(cse, outstanding, memberID) {
          const cseID = hostingCseID(cse, memberID);
          if (!firstOf.has(outstanding)) firstOf.set(outstanding, cseID);
          if (firstOf.get(outstanding) === cseID) procedures.askLater(cse, outstanding, memberID);
        },
      };
    },
  },
  {
    name: 'never-online-left-out',
    description: 'When the result expires members that did not answer have no entry.',
    catches: [
      'A member that never comes online is reported as not reached',
      'Where all members are offline all are reported as not reached',
      'An inquiry after the results expired says who was not reached',
    ],
    apply: (procedures) => ({
      ...procedures,
      finishGathering(cse, outstanding) {
        for (const memberID of [...outstanding.awaited.keys()]) endAwaiting(cse, outstanding, memberID);
        procedures.finishGathering(cse, outstanding);
      },
    }),
  },
  {
    name: 'never-online-as-success',
    description: 'When the result expires members that did not answer are reported with OK.',
    catches: [
      'A member that never comes online is reported as not reached',
      'An inquiry after the results expired says who was not reached',
    ],
    apply: (procedures) => ({
      ...procedures,
      finishGathering(cse, outstanding) {
        const { requestIdentifier } = outstanding.accepted.request;
        for (const from of [...outstanding.awaited.keys()]) {
          endAwaiting(cse, outstanding, from);
          addResult(cse, outstanding, { responseStatusCode: RSC.OK, requestIdentifier, from });
        }
        procedures.finishGathering(cse, outstanding);
      },
    }),
  },
  {
    name: 'asked-after-expiry',
    description: 'Goes on asking when the result has expired, and tells what comes.',
    catches: ['A member that comes online after the results expired is not reported again'],
    apply: (procedures) => ({
      ...procedures,
      finishGathering(cse, outstanding) {
        const missing = [...outstanding.awaited.values()];
        procedures.finishGathering(cse, outstanding);
        for (const member of missing) goOnAsking(cse, outstanding, member);
      },
    }),
  },
];

function goOnAsking(cse: Cse, outstanding: Outstanding, member: AddressedMember): void {
  const { fanOut } = outstanding.accepted;
  if (fanOut === undefined) return;
  const ask = (): Promise<void> =>
    askMember(cse, fanOut, member, (from, answer) => {
      if (answer.responseStatusCode === RSC.TARGET_NOT_REACHABLE) goOnAsking(cse, outstanding, member);
      else addResult(cse, outstanding, { ...answer, from });
      haveReported(cse, outstanding);
    });
  cse.ports.clock.after(cse.config.offlineRetryInterval, () => void ask());
}
