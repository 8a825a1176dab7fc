import { sendingsTo } from '../../../harness/cast/result-messages';
import { pathsOf } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import { LISTENERS } from './told';

/** The names of the members that a message told of, by the number of its exchange. */
export type Results = ReadonlyMap<number, readonly string[]>;

/** The result messages among the exchanges of a scenario. */
export async function resultsOnTheWire(world: FlowproofWorld): Promise<Results> {
  const sendings = await Promise.all(LISTENERS.map((listener) => sendingsTo(world.scene, listener)));
  const nameOf = (member: string) => world.scene.places.locate(member)?.place.name ?? member;
  return new Map(
    sendings
      .flat()
      .map(({ exchange, entries }) => [
        exchange.id,
        entries.flatMap(({ member }) => (member === undefined ? [] : [nameOf(member)])),
      ]),
  );
}

/** `result of "m1", "m2"`, `result of any member`, and `acknowledgement` for the answer. */
export function isAboutResult(words: string, kind: 'request' | 'answer', told: readonly string[]): boolean {
  if (kind === 'answer') return words === 'acknowledgement';
  if (words === 'result of any member') return told.length > 0;
  const named = pathsOf(words).map(({ name }) => name);
  return words.startsWith('result of ') && [...named].sort().join() === [...told].sort().join();
}
