import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import type { Cse } from '../../cse';
import { perCse } from '../../group/per-cse';
import type { SessionRequest } from '../session-procedures';
import { isSameRequest } from './session-context';

/** A request on its way through this CSE, from its check to its answer. */
export interface Turn {
  readonly use: SessionRequest;
  /** When nobody waits for it any more; milliseconds since the epoch. */
  readonly end: number;
  /** Key of its record, if it is to outlive a restart. */
  readonly record?: string;
  readonly outcome: Promise<ResponsePrimitive>;
  readonly answer: (response: ResponsePrimitive) => void;
  readonly timers: Set<() => void>;
  /** Whether it was sent to the next hop, and how often it is under way there. */
  passedOn: boolean;
  underWay: number;
  settled: boolean;
}

/** The requests of a session that go to one endpoint, in the order in which they came. The first is the one whose turn it is. */
export interface Way {
  readonly turns: Turn[];
  /** How the first is being carried out; absent while it waits. */
  running?: 'immediate' | 'stored';
  /** Calls off what the first waits for. */
  callOff?: () => void;
}

const sessions = perCse(() => new Map<string, Map<string, Way>>());

export function wayOf(cse: Cse, { session, target }: SessionRequest): Way {
  const ways = sessions(cse).get(session.resourceID) ?? new Map<string, Way>();
  sessions(cse).set(session.resourceID, ways);
  const way = ways.get(target.endpointID) ?? { turns: [] };
  ways.set(target.endpointID, way);
  return way;
}

export function waysOf(cse: Cse, sessionID: string): readonly Way[] {
  return [...(sessions(cse).get(sessionID)?.values() ?? [])];
}

/** Forgets the ways of a session that nothing goes any more. */
export function forgetEmptyWays(cse: Cse, sessionID: string): void {
  const ways = sessions(cse).get(sessionID) ?? new Map<string, Way>();
  for (const [endpointID, way] of ways) if (way.turns.length === 0) ways.delete(endpointID);
  if (ways.size === 0) sessions(cse).delete(sessionID);
}

export function turnsOf(cse: Cse, sessionID: string): readonly Turn[] {
  return waysOf(cse, sessionID).flatMap(({ turns }) => turns);
}

/** The same request, if it came before and has no answer yet. */
export function turnOf(cse: Cse, use: SessionRequest): Turn | undefined {
  return turnsOf(cse, use.session.resourceID).find((turn) => isSameRequest(turn.use, use));
}

export function newTurn(use: SessionRequest, end: number, record: string | undefined): Turn {
  let answer: Turn['answer'] = () => {};
  const outcome = new Promise<ResponsePrimitive>((resolve) => {
    answer = resolve;
  });
  const state = { timers: new Set<() => void>(), passedOn: false, underWay: 0, settled: false };
  return { use, end, outcome, answer, ...state, ...(record !== undefined && { record }) };
}
