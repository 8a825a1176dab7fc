import { describeAnswer } from '../../../harness/cast/describe-answer';
import type { Scene } from '../../../harness/cast/scene';
import type { KnownSession } from '../../../harness/cast/session/known-session';
import { type Sending, SessionPlay } from '../../../harness/cast/session/session-play';
import type { Turn } from '../../../harness/cast/turn';
import { check } from '../../../harness/verdict/check';
import { Deviation } from '../../../harness/verdict/deviation';
import type { FlowproofWorld } from '../../world';

const plays = new WeakMap<Scene, SessionPlay>();

/** The sessions of the scenario. */
export function playOf(world: FlowproofWorld): SessionPlay {
  const known = plays.get(world.scene);
  if (known) return known;
  const play = new SessionPlay(world.scene);
  plays.set(world.scene, play);
  return play;
}

/** Sends a stimulus and goes on; a later step judges its answer. */
export function stimulate(world: FlowproofWorld, sending: Omit<Sending, 'isPreamble'>): Turn {
  const turn = playOf(world).send({ ...sending, isPreamble: world.phase === 'preamble' });
  world.turns.push(turn);
  return turn;
}

/** What a preamble has sent must have come to this. */
export async function mustBe(turn: Turn, status: number): Promise<void> {
  const answer = await turn.answer();
  check(answer.responseStatusCode === status, turn.description, String(status), describeAnswer(answer));
}

/** The session once it is known by its identifier. */
export async function identified(
  world: FlowproofWorld,
  name: string,
): Promise<KnownSession & { readonly sessionID: string }> {
  const session = await playOf(world).known(name);
  if (hasIdentifier(session)) return session;
  throw new Deviation({
    what: `the session "${name}"`,
    expected: 'an identifier, in the answer to its establishment',
    actual: 'none',
  });
}

/** The key once somebody has told it; without it nobody can say where it was not. */
export function keyOf({ name, credentials }: KnownSession): string {
  if (credentials !== undefined) return credentials;
  throw new Deviation({
    what: `the session "${name}"`,
    expected: 'a key, in its establishment or in the answer to it',
    actual: 'none',
  });
}

function hasIdentifier(session: KnownSession): session is KnownSession & { readonly sessionID: string } {
  return session.sessionID !== undefined;
}

/** What the testers have sent since the preamble, and of it what they sent last. */
export function latestOf(
  world: FlowproofWorld,
  applies: (sending: Sending) => boolean,
  what: string,
): { readonly sending: Sending; readonly turn: Turn } {
  const latest = playOf(world).sent.findLast(({ sending }) => applies(sending));
  if (!latest) throw new Error(`this scenario has sent no ${what}`);
  return latest;
}
