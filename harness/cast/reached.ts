import { isFanOut } from './hosted-resource';
import type { Received } from './member-cse';
import type { Scene } from './scene';
import type { Turn } from './turn';

/** A request that a scripted member got in a turn. `member` is what it was for, canonical (see Places.canonical). */
export interface Reached {
  readonly member: string;
  readonly received: Received;
}

/**
 * What reached the scripted members in a turn. What came by way of a group that a tester hosts counts for its members;
 * requests to the group itself, and the making and removing of helper sub-groups, count for nobody.
 */
export function reachedIn(scene: Scene, turn: Turn, next?: Turn): Reached[] {
  return receivedSince(scene, turn, next).flatMap((received) => {
    const { hosted, suffix } = received;
    if (!hosted || isFanOut(suffix)) return [];
    const address = suffix === '' ? hosted.address : `${hosted.address}/${suffix}`;
    return [{ member: scene.places.canonical(address), received }];
  });
}

/** Everything that reached scripted CSEs from a turn on, up to the next. */
export function receivedSince(scene: Scene, turn: Turn, next?: Turn): Received[] {
  return scene
    .hosts()
    .flatMap((host) => host.received.slice(turn.receivedBefore(host.name), next?.receivedBefore(host.name)));
}
