import type { ClientConduct, ClientTester } from '../../harness/cast/management/client-tester';
import type { GatewayTester } from '../../harness/cast/management/gateway-tester';
import type { Habits } from '../../harness/cast/management/habits';
import type { ManagementScene } from '../../harness/cast/management/management-scene';
import type { ServerTester } from '../../harness/cast/management/server-tester';

/** A tester that a scenario tells how to behave. */
export interface Player {
  readonly scene: ManagementScene;
  readonly name: string;
  readonly server?: ServerTester;
  readonly client?: ClientTester;
  readonly gateway?: GatewayTester;
  /** Milliseconds of the target's time. */
  scaled(milliseconds: number): number;
}

/** Words of a scenario, as a regular expression whose groups are the values, and what they make a tester do. */
export interface ConductRow {
  readonly words: string;
  readonly apply: (player: Player, ...values: string[]) => void | Promise<void>;
}

export function row(words: string, apply: ConductRow['apply']): ConductRow {
  return { words, apply };
}

/** Gives the tester these habits, beside those that it has. */
export function withHabits(player: Player, habits: Partial<Habits>): void {
  const tester = player.server ?? player.client;
  if (tester) tester.habits = { ...tester.habits, ...habits };
}

/** Has every message of the tester changed in this way as well. */
export function withChange({ server, client }: Player, change: Habits['change']): void {
  const tester = server ?? client;
  if (!tester) return;
  const { habits } = tester;
  tester.habits = { ...habits, change: (outgoing, at) => change(habits.change(outgoing, at), at) };
}

export function withConduct({ client, name }: Player, conduct: Partial<ClientConduct>): void {
  if (!client) throw new Error(`${name} is no client`);
  client.conduct = { ...client.conduct, ...conduct };
}
