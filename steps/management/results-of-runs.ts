import { type Aggregate, type AggregatePair, readAggregate } from '../../harness/cast/management/aggregate';
import { check } from '../../harness/verdict/check';
import { Deviation } from '../../harness/verdict/deviation';
import type { FlowproofWorld } from '../world';
import { alertedNode } from './alerts-of-runs';
import { playOf, type Run } from './play';

/** The aggregate of a fan-out, once its alert has come. */
export async function readResults(world: FlowproofWorld, run: Run): Promise<Aggregate> {
  const uri = await alertedNode(world, run);
  return readAggregate(playOf(world).scene, uri);
}

/** The pair of a device; more than one, or none, is a deviation. */
export async function pairOf(world: FlowproofWorld, run: Run, device: string): Promise<AggregatePair> {
  const { pairs } = await readResults(world, run);
  const { deviceID } = playOf(world).scene.device(device).account;
  const [pair, second] = pairs.filter((one) => one.deviceID === deviceID);
  if (pair !== undefined && second === undefined) return pair;
  throw new Deviation({
    what: `the pairs of "${device}"`,
    expected: 'exactly one',
    actual: describePairs(world, pairs),
  });
}

/** Exactly these devices have a pair each, with both leaves. @see GFO step 6 */
export function checkPairs(
  world: FlowproofWorld,
  { pairs, uri }: Aggregate,
  devices: readonly string[],
): void {
  const { scene } = playOf(world);
  const wanted = devices.map((name) => scene.device(name).account.deviceID).sort();
  const found = pairs.map(({ deviceID }) => deviceID ?? '').sort();
  const isComplete = pairs.every(({ deResult }) => deResult !== undefined);
  const holds = isComplete && JSON.stringify(wanted) === JSON.stringify(found);
  const expected = devices.length === 0 ? 'none' : `one each of ${devices.join(', ')}`;
  check(holds, `the pairs below ${uri}`, expected, describePairs(world, pairs));
}

function describePairs(world: FlowproofWorld, pairs: readonly AggregatePair[]): string {
  const { devices } = playOf(world).scene;
  const words = pairs.map(({ deviceID, deResult }) => {
    const name =
      devices.find(({ account }) => account.deviceID === deviceID)?.name ?? deviceID ?? 'no DeviceID';
    return deResult === undefined ? `${name} without DeResult` : name;
  });
  return words.length === 0 ? 'no pairs' : words.join(', ');
}
