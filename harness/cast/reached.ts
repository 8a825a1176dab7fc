import type { Received } from './member-cse';
import type { Scene } from './scene';
import type { Turn } from './turn';

/** A request that a scripted member got in a turn. `member` is canonical (see Places.canonical). */
export interface Reached {
  readonly member: string;
  readonly host: string;
  readonly received: Received;
}

/**
 * What reached the scripted members in a turn. What a helper sub-group was sent counts for each of its members; the
 * making and removing of helper sub-groups counts for nobody.
 */
export function reachedIn(scene: Scene, turn: Turn, next?: Turn): Reached[] {
  return scene.hosts().flatMap((host) => {
    const slice = host.received.slice(turn.receivedBefore(host.name), next?.receivedBefore(host.name));
    return slice.flatMap((received) => membersOf(scene, received).map((member) => ({ member, host: host.name, received })));
  });
}

function membersOf(scene: Scene, received: Received): string[] {
  const { hosted, suffix } = received;
  if (!hosted || hosted.name === 'base') return [];
  if (hosted.memberIDs && (suffix === 'fopt' || suffix.startsWith('fopt/'))) {
    return hosted.memberIDs.map((id) => scene.places.canonical(id));
  }
  return [scene.places.canonical(hosted.address)];
}
