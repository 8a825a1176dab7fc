import { isRefusal } from '../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import { debtsFor, recordDebt, strikeOut } from '../../reference-impl/cse/session/debts';
import { endpointFrom } from '../../reference-impl/cse/session/endpoint-value';
import type { Establishment } from '../../reference-impl/cse/session/session-procedures';
import { collectionOf } from '../../reference-impl/cse/session/sessions-collection';
import type { Fault } from './fault';
import { givenAttributes } from './given-attributes';
import { acceptedUnheard } from './session-refusals-bent';

const NO_ACCEPTANCE = 'An acceptance <what> is of somebody else';

/** Deviations in what is believed of those who speak for somebody else. @see docs/profiles/service-sessions.md, Establishment */
export const SESSION_BELIEF_FAULTS: readonly Fault[] = [
  {
    name: 'session-acceptance-of-another-session-believed',
    description: 'An acceptance with the identifier of another session is one.',
    catches: [NO_ACCEPTANCE],
    apply: believing(({ sessionID }, answer) => identifierIn(answer) !== sessionID),
  },
  {
    name: 'session-acceptance-by-anybody-believed',
    description: 'An acceptance is one, whoever is said to have accepted, wherever it is.',
    catches: [NO_ACCEPTANCE],
    apply: believing(({ sessionID }, answer) => identifierIn(answer) === sessionID),
  },
  {
    name: 'session-unusable-acceptance-not-called-in',
    description: 'A next hop whose acceptance is none keeps its session.',
    catches: [NO_ACCEPTANCE],
    apply: (table) => ({
      ...table,
      async askNextHop(cse, establishment, deadline) {
        const { outcome, answer } = await heard(table, cse, [establishment, deadline]);
        const debts = debtsFor(cse, establishment.sessionID);
        if (isRefusal(outcome) && answer?.responseStatusCode === RSC.CREATED)
          for (const debt of debts) strikeOut(cse, debt);
        return outcome;
      },
    }),
  },
  {
    name: 'session-with-who-has-gone',
    description: 'An application that leaves while it is invited has the session all the same.',
    catches: ['AE2 leaves while it is invited'],
    apply: (table) => ({
      ...table,
      async invite(cse, establishment, target, deadline) {
        const collection = collectionOf(cse, target);
        const outcome = await table.invite(cse, establishment, target, deadline);
        if (!isRefusal(outcome) || outcome.status !== RSC.NOT_FOUND || !collection) return outcome;
        cse.store.put(target);
        cse.store.put(collection);
        return acceptedUnheard(establishment);
      },
    }),
  },
];

type Unsound = (establishment: Establishment, answer: ResponsePrimitive) => boolean;

/** Takes for an acceptance what is none, though somebody is named in it. */
function believing(isBelieved: Unsound): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    async askNextHop(cse, establishment, deadline) {
      const { outcome, answer } = await heard(table, cse, [establishment, deadline]);
      const names = answer && endpointFrom(givenAttributes(answer).acceptedEndpoint) !== undefined;
      return isRefusal(outcome) && names && isBelieved(establishment, answer)
        ? acceptedUnheard(establishment)
        : outcome;
    },
  });
}

/** Asks the next hop, and keeps what it answered. What is owed to it is kept for the CSE as it is. */
async function heard(table: CseProcedures, cse: Cse, asked: readonly [Establishment, number]) {
  let answer: ResponsePrimitive | undefined;
  const send: Cse['send'] = async (...message) => {
    answer = await cse.send(...message);
    return answer;
  };
  const listening = { ...cse, send };
  const outcome = await table.askNextHop(listening, ...asked);
  for (const debt of debtsFor(listening, asked[0].sessionID)) recordDebt(cse, debt);
  return { outcome, answer };
}

function identifierIn(answer: ResponsePrimitive): unknown {
  return givenAttributes(answer).sessionID;
}
