import { refuse } from '../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { ResponseTypeValue } from '../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import { memberIDsOf } from '../../reference-impl/cse/group/group-attributes';
import { releaseOf } from '../../reference-impl/cse/group/release';
import { isNonBlocking } from '../../reference-impl/cse/interactive/non-blocking';
import type { Outstanding } from '../../reference-impl/cse/interactive/outstanding';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import { refused } from '../../reference-impl/cse/response';
import { acceptingAnother, answeringOtherwise, asBlocking } from './asked-otherwise';
import type { Fault } from './fault';

/** Deviations in the answer to a request for later. @see IGO 2.2 steps 1 and 2 */
export const INTERACTIVE_ACCEPTANCE_FAULTS: readonly Fault[] = [
  {
    name: 'accepts-after-first-answer',
    description: 'Accepts a group request when the first member has answered.',
    catches: [
      'The acceptance comes before any member has answered',
      'To come back later is accepted before any member has answered',
      'With an empty list the acceptance does not wait either',
    ],
    apply: acceptingOnce(({ results }) => results.length > 0),
  },
  {
    name: 'accepts-after-all-answers',
    description: 'Accepts a group request when all members have answered.',
    catches: [
      'The acceptance comes before any member has answered',
      'A member that never answers does not delay the acceptance',
      'Results reach the application as they come',
      'Each message of the steps is there, and no other',
      'A request is accepted while a member is offline',
    ],
    apply: acceptingOnce(({ finished }) => finished),
  },
  {
    name: 'accepts-with-ok',
    description: 'Accepts with OK in place of a code that says that the result comes later.',
    catches: [
      'A <operation> of all members is accepted, and its results follow',
      'The acceptance says where the results can be inquired',
      'To come back later is accepted before any member has answered',
    ],
    apply: answeringOtherwise((acceptance) => ({ ...acceptance, responseStatusCode: RSC.OK })),
  },
  {
    name: 'accepts-with-the-result',
    description: 'Takes every group request for a blocking one and answers with the aggregate.',
    catches: [
      'A <operation> of all members is accepted, and its results follow',
      'The entities may be nodes',
      'The entities may be applications',
      'With an empty list the members are asked and nobody is told',
      'A member that never answers does not delay the acceptance',
    ],
    apply: (procedures) => ({
      ...procedures,
      fanOutPoint: (cse, fanOut) => procedures.fanOutPoint(cse, asBlocking(fanOut)),
    }),
  },
  {
    name: 'only-retrieve-is-interactive',
    description: 'Takes group requests other than retrieves for blocking ones.',
    catches: [
      'A <operation> of all members is accepted, and its results follow',
      'A path after the fanOutPoint is carried to the members',
    ],
    apply: (procedures) => ({
      ...procedures,
      fanOutPoint: (cse, fanOut) =>
        procedures.fanOutPoint(cse, fanOut.request.operation === 'retrieve' ? fanOut : asBlocking(fanOut)),
    }),
  },
  {
    name: 'every-request-is-interactive',
    description: 'Accepts a group request that asks for no mode, and tells of its results later.',
    catches: ['A request that does not ask for the mode gets its results in the answer'],
    apply: (procedures) => ({
      ...procedures,
      fanOutPoint(cse, fanOut) {
        const responseType = { value: ResponseTypeValue.nonBlockingRequestAsynch };
        const request = { responseType, ...fanOut.request };
        return procedures.fanOutPoint(cse, { ...fanOut, request });
      },
    }),
  },
  {
    name: 'blocking-request-notifies-too',
    description: 'Sends the results of a blocking request as a message besides the answer.',
    catches: ['A request that does not ask for the mode gets its results in the answer'],
    apply: (procedures) => ({
      ...procedures,
      async fanOutPoint(cse, fanOut) {
        const response = await procedures.fanOutPoint(cse, fanOut);
        if (!isNonBlocking(fanOut.request)) tellOf(cse, fanOut.request.from ?? '', response);
        return response;
      },
    }),
  },
  {
    name: 'acceptance-with-fresh-identifier',
    description: 'The acceptance has a Request Identifier of its own.',
    catches: ['The acceptance carries the identifier of the request'],
    apply: answeringOtherwise((acceptance) => ({
      ...acceptance,
      requestIdentifier: `${acceptance.requestIdentifier}-accepted`,
    })),
  },
  {
    name: 'acceptance-without-address',
    description: 'The acceptance does not say where the results will be.',
    catches: ['The acceptance says where the results can be inquired'],
    apply: answeringOtherwise(({ content: _address, ...acceptance }) => acceptance),
  },
  {
    name: 'acceptance-names-nothing',
    description: 'The acceptance names a resource that does not exist.',
    catches: ['The acceptance says where the results can be inquired'],
    apply: answeringOtherwise((acceptance) => ({
      ...acceptance,
      content: { kind: 'uri', uri: 'no-such-request' },
    })),
  },
  {
    name: 'offline-member-refuses-request',
    description: 'Looks first whether every member can be reached, and refuses where one cannot.',
    catches: [
      'A request is accepted while a member is offline',
      'The members that are online are told while another is offline',
    ],
    apply: (procedures) => ({
      ...procedures,
      async acceptGroupRequest(cse, fanOut) {
        const reached = await Promise.all(
          memberIDsOf(fanOut.group.attributes).map((to) => isReached(cse, to)),
        );
        if (reached.every(Boolean)) return procedures.acceptGroupRequest(cse, fanOut);
        return refused(fanOut.request, refuse(RSC.TARGET_NOT_REACHABLE, 'A member cannot be reached.'));
      },
    }),
  },
  {
    name: 'interactive-suffix-lost',
    description: 'Asks the members themselves where a path follows the fan-out point.',
    catches: ['A path after the fanOutPoint is carried to the members'],
    apply: acceptingAnother((fanOut) => ({ ...fanOut, suffix: '' })),
  },
];

/** Keeps the acceptance back until enough of the results are there. */
function acceptingOnce(isDue: (outstanding: Outstanding) => boolean) {
  return (procedures: CseProcedures): CseProcedures => {
    const waiting = new Map<string, () => void>();
    return {
      ...procedures,
      noteResult(cse, outstanding, entry) {
        procedures.noteResult(cse, outstanding, entry);
        if (isDue(outstanding)) waiting.get(outstanding.accepted.request.requestIdentifier)?.();
      },
      async acceptGroupRequest(cse, fanOut) {
        const due = new Promise<void>((resolve) => {
          waiting.set(fanOut.request.requestIdentifier, resolve);
        });
        const answer = await procedures.acceptGroupRequest(cse, fanOut);
        if (answer.content?.kind === 'uri') await due;
        return answer;
      },
    };
  };
}

async function isReached(cse: Cse, to: string): Promise<boolean> {
  const requestIdentifier = cse.ports.ids.next('req-');
  const { cseID: from } = cse.config;
  const releaseVersionIndicator = releaseOf(cse);
  const probe = { operation: 'retrieve', to, from, requestIdentifier, releaseVersionIndicator } as const;
  return (await cse.send(probe)).responseStatusCode !== RSC.TARGET_NOT_REACHABLE;
}

function tellOf(cse: Cse, to: string, response: ResponsePrimitive): void {
  void cse.procedures.sendResultMessage(cse, {
    operation: 'notify',
    to,
    from: cse.config.cseID,
    requestIdentifier: cse.ports.ids.next('ntf-'),
    releaseVersionIndicator: releaseOf(cse),
    content: { kind: 'response', response },
  });
}
