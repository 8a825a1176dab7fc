import { check } from '../../harness/verdict/check';
import type { Path } from '../parameter-types';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { identifierOf } from './cells';
import { type Counts, countsOf, countsOfAll } from './received-counts';
import { whenItComes } from './resource-now';

function describe(world: FlowproofWorld, counts: Counts): string {
  const words = [...counts].map(([member, count]) => {
    return `${world.scene.places.locate(member)?.place.name ?? member}: ${count}`;
  });
  return words.join(', ') || 'no members';
}

function countFor(world: FlowproofWorld, counts: Counts, path: Path): number {
  return counts.get(world.scene.places.canonical(identifierOf(world, path))) ?? 0;
}

type Holds = (counts: Counts) => boolean;

/** What members are to receive may still be on its way; what is too much shows once all is quiet. */
async function checkArrival(world: FlowproofWorld, expected: string, holds: Holds): Promise<void> {
  await whenItComes(world, () => checkNow(world, expected, holds));
  await checkOnceQuiet(world, expected, holds);
}

async function checkOnceQuiet(world: FlowproofWorld, expected: string, holds: Holds): Promise<void> {
  await world.quiet();
  await checkNow(world, expected, holds);
}

async function checkNow(world: FlowproofWorld, expected: string, holds: Holds): Promise<void> {
  const counts = await countsOf(world, world.turn);
  check(holds(counts), 'the requests that members received', expected, describe(world, counts));
}

function checkAll(world: FlowproofWorld, expected: string, holds: Holds): Promise<void> {
  return whenItComes(world, async () => {
    const counts = await countsOfAll(world);
    const what = 'the requests that members received over all turns';
    check(holds(counts), what, expected, describe(world, counts));
  });
}

consequence('exactly {int} member(s) received the request', function (count: number) {
  return checkArrival(this, `one request at each of ${count} members`, (counts) => {
    const reached = [...counts.values()].filter((times) => times > 0);
    return reached.length === count && reached.every((times) => times === 1);
  });
});

consequence('at most {int} member(s) received the request', function (count: number) {
  return checkOnceQuiet(this, `requests at ${count} members at the most`, (counts) => {
    return [...counts.values()].filter((times) => times > 0).length <= count;
  });
});

consequence('no member received a request', function () {
  return checkOnceQuiet(this, 'none', (counts) => [...counts.values()].every((times) => times === 0));
});

consequence('{members} received the request', function (members: readonly Path[]) {
  return checkArrival(this, `one at ${names(members)}`, (counts) =>
    members.every((member) => countFor(this, counts, member) === 1),
  );
});

consequence('only {members} received the request', function (members: readonly Path[]) {
  return checkArrival(this, `one at ${names(members)} and none elsewhere`, (counts) => {
    const sum = [...counts.values()].reduce((total, times) => total + times, 0);
    return sum === members.length && members.every((member) => countFor(this, counts, member) === 1);
  });
});

consequence('{members} received no request', function (members: readonly Path[]) {
  return checkOnceQuiet(this, `none at ${names(members)}`, (counts) =>
    members.every((member) => countFor(this, counts, member) === 0),
  );
});

consequence('each member received {int} request(s)', function (times: number) {
  return checkAll(this, `${times} at each`, (counts) =>
    [...counts.values()].every((count) => count === times),
  );
});

consequence('no two members differ by more than {int} request(s)', function (difference: number) {
  return checkAll(this, `counts at most ${difference} apart`, (counts) => {
    const all = [...counts.values()];
    return Math.max(...all) - Math.min(...all) <= difference;
  });
});

consequence('every member received at least {int} request(s)', function (times: number) {
  return checkAll(this, `${times} or more at each`, (counts) =>
    [...counts.values()].every((count) => count >= times),
  );
});

consequence('{path} received {int} request(s)', function (path: Path, times: number) {
  return checkAll(this, `${times} at ${path.name}`, (counts) => countFor(this, counts, path) === times);
});

consequence('every turn reached exactly {int} different member(s)', async function (count: number) {
  for (const [at, turn] of this.stimuli.entries()) {
    const counts = await countsOf(this, turn);
    const reached = [...counts.values()].filter((times) => times > 0);
    const holds = reached.length === count && reached.every((times) => times === 1);
    check(
      holds,
      `the requests that members received in turn ${at + 1}`,
      `one at each of ${count} members`,
      describe(this, counts),
    );
  }
});

function names(members: readonly Path[]): string {
  return members.map(({ name }) => name).join(', ');
}
