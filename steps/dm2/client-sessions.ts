import { SERVER_BY_THE_BOOK } from '../../harness/cast/dm2/server-habits';
import type { Words } from '../../harness/cast/dm2/words';
import { Deviation } from '../../harness/verdict/deviation';
import type { CommandResult } from '../../protocol/model/dm2-package';
import type { FlowproofWorld } from '../world';
import { givingUp, sessionTime, waitFor } from './patience';
import { playOf } from './play';

/** Sessions of a client under test with the server tester. */

export type InternalEvent = 'timer' | 'user' | 'other';

/** Something happens in the device; waits until the session that comes of it is over. */
export async function triggerClient(world: FlowproofWorld, event: InternalEvent = 'timer'): Promise<void> {
  const { stage, server } = playOf(world).scene;
  const [sessions, arrivals] = [server.managed.length, server.arrivals.length];
  await stage.tell({ procedure: 'internalEvent', event, serverURI: stage.addresses.server });
  await sessionOver(world, { sessions, arrivals });
}

/** Counts before the session began. */
export interface Before {
  readonly sessions: number;
  readonly arrivals: number;
}

/** Waits until a session that began since then is over, as far as the server can say. */
export async function sessionOver(world: FlowproofWorld, before: Before): Promise<void> {
  const { server, stage } = playOf(world).scene;
  const isTurnedAway = () =>
    server.habits.refusesCredentials &&
    server.arrivals.slice(before.arrivals).filter(({ reaction }) => reaction === 'challenged').length > 1;
  const isOver = () => server.managed.length > before.sessions && server.managed.at(-1)?.state !== 'open';
  await waitFor(
    world,
    server.changes.until(() => isOver() || isTurnedAway()),
    sessionTime(world),
  );
  const [session, last] = [server.managed.at(-1), server.arrivals.at(-1)];
  if (session?.state === 'ended' && !isTurnedAway()) return;
  const isLeftAlone = last?.reaction === 'silent' || last?.reaction === 'broken';
  await stage.time.elapse(isLeftAlone ? givingUp(world) : stage.target.ixit.quietTime);
}

/** A session of the harness's own, by the book; answers the result of each command. */
export async function ownSession(
  world: FlowproofWorld,
  commands: readonly Words[],
): Promise<readonly CommandResult[]> {
  const { server } = playOf(world).scene;
  const { habits, waiting } = server;
  const before = server.managed.length;
  server.habits = { ...SERVER_BY_THE_BOOK, asksFor: habits.asksFor };
  server.waiting = commands;
  try {
    await triggerClient(world);
  } finally {
    server.habits = habits;
    server.waiting = waiting;
  }
  const session = server.managed.slice(before).find(({ rounds }) => rounds[0]?.commands === commands);
  const results = session?.results.flatMap(({ response }) => response?.results ?? []);
  if (session?.state === 'ended' && results?.length === commands.length) return results;
  throw new Deviation({
    what: `a session with ${commands.map(([verb]) => verb).join(', ')}`,
    expected: 'a result for each command, and no message after END',
    actual:
      session === undefined ? 'no session' : `${results?.length ?? 0} results, session ${session.state}`,
  });
}
