import type { DataTable } from '@cucumber/cucumber';
import { type FlowWord, type Said, saidIn } from '../../harness/cast/management/management-sequence';
import { check } from '../../harness/verdict/check';
import { Deviation } from '../../harness/verdict/deviation';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { inTheEnd } from './patience';
import { playOf } from './play';
import { readResults } from './results-of-runs';

/** A row of the documented workflow. */
interface FlowRow {
  readonly from: string;
  readonly to: string;
  readonly what: string;
}

const EACH = 'each device';

/**
 * The messages of the table since the latest fan-out began, in its order. Devices may be served in any order or at once;
 * what one of them and the gateway say to each other has its order. Rows between parties that this target does not let
 * us see are left out. @see GFO steps 1 to 7
 */
consequence('the parties exchanged in this order:', async function (table: DataTable) {
  const rows = table.raw().map(([from = '', to = '', what = '']) => ({ from, to, what }));
  const { scene, run } = playOf(this);
  // The server gets the aggregate of its own accord; a tester does it now.
  if (scene.role === 'dm-gateway') await readResults(this, run);
  await inTheEnd(this, () =>
    checkFlow(
      this,
      rows.filter((row) => isSeen(row, scene.role)),
    ),
  );
});

function isSeen({ from, to }: FlowRow, role: string): boolean {
  const isOfDevice = from === EACH || to === EACH;
  return role === 'dm-gateway' || (role === 'dm-client') === isOfDevice;
}

function checkFlow(world: FlowproofWorld, rows: readonly FlowRow[]): void {
  const said = saidSinceFanOut(world);
  const devices = playOf(world).scene.role === 'dm-client' ? ['the device'] : playOf(world).run.members;
  const reached = new Map<string, number>(devices.map((device) => [device, 0]));
  let latest = 0;
  for (const row of rows) {
    if (row.from !== EACH && row.to !== EACH) {
      const found = find(said, row, Math.max(latest, ...reached.values()));
      latest = found.place;
      for (const device of devices) reached.set(device, latest);
      continue;
    }
    for (const device of devices) {
      const own = { ...row, from: named(row.from, device), to: named(row.to, device) };
      reached.set(device, find(said, own, reached.get(device) ?? 0).place);
    }
    latest = Math.max(latest, ...reached.values());
  }
  checkOnce(said, rows, 'Start');
  checkOnce(said, rows, 'alert');
}

function named(party: string, device: string): string {
  return party === EACH ? device : party;
}

/** Of a device under test, the tester that plays its server is the gateway of the workflow. */
function saidSinceFanOut(world: FlowproofWorld): readonly Said[] {
  const { scene, run } = playOf(world);
  const since = world.exchanges().filter(({ at }) => at >= run.startedAt);
  const said = saidIn(since);
  if (scene.role !== 'dm-client') return said;
  const renamed = (party: string): string => (party === 'the server' ? 'the gateway' : party);
  return said.map((one) => ({ ...one, from: renamed(one.from), to: renamed(one.to) }));
}

/** The first message that a row speaks of; it must not have come before what stands above it. */
function find(said: readonly Said[], { from, to, what }: FlowRow, after: number): Said {
  const candidates = what === 'set both nodes' ? lastOfBoth(said, from, to) : matching(said, from, to, what);
  const isDevices = candidates.some(
    ({ word }) => word === 'package 0' || word === 'package 1' || word === 'the commands',
  );
  const found = isDevices ? candidates.find(({ place }) => place > after) : candidates[0];
  const expected = `${from} -> ${to}: ${what}`;
  if (found === undefined)
    throw new Deviation({ what: 'the messages of this flow', expected, actual: 'no such message' });
  const actual = `it came before what stands above it`;
  if (found.place > after) return found;
  throw new Deviation({ what: 'the messages of this flow', expected, actual, exchange: found.exchange });
}

function matching(said: readonly Said[], from: string, to: string, word: string): readonly Said[] {
  return said.filter((one) => one.from === from && one.to === to && one.word === word);
}

/** In one message or two, in any order: both are set with the later. */
function lastOfBoth(said: readonly Said[], from: string, to: string): readonly Said[] {
  const words: readonly FlowWord[] = ['set ToBeFannedOut', 'set TargetGroupRef'];
  const firsts = words.map((word) => matching(said, from, to, word)[0]);
  const [one, other] = firsts;
  if (one === undefined || other === undefined) return [];
  return [one.place > other.place ? one : other];
}

function checkOnce(said: readonly Said[], rows: readonly FlowRow[], word: FlowWord): void {
  if (!rows.some(({ what }) => what === word)) return;
  const times = said.filter((one) => one.word === word).length;
  check(times === 1, 'the messages of this flow', `${word} once`, `${word} ${times} times`);
}
