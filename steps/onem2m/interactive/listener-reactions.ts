import type { NotificationTarget } from '../../../harness/cast/notification-target';
import type { Reaction } from '../../../harness/cast/reaction';
import type { FlowproofWorld } from '../../world';

/** What a listener does with a message, in the words of a scenario. */
export type ListenerReaction =
  | Extract<Reaction, { kind: 'silent' | 'drop' | 'garbage' | 'answer-twice' | 'refuse' | 'delay' }>
  /** Acknowledges when the target has given up waiting and has not repeated yet. */
  | { readonly kind: 'too-late' }
  | { readonly kind: 'redirect-to'; readonly listener: string };

/** The tester that is told in the name of an application or as a notification target. */
export async function listenerNamed(world: FlowproofWorld, name: string): Promise<NotificationTarget> {
  if (!name.startsWith('AE')) return world.scene.notificationTarget(name);
  await world.scene.originator(name);
  return world.scene.listenerOf(name);
}

/** What target files and addresses have to be known for. */
export async function playable(world: FlowproofWorld, reaction: ListenerReaction): Promise<Reaction> {
  if (reaction.kind === 'too-late') {
    const { acknowledgementTimeout, retryInterval } = world.parameters.target.ixit.igo;
    return { kind: 'delay', milliseconds: acknowledgementTimeout + retryInterval / 2 };
  }
  if (reaction.kind !== 'redirect-to') return reaction;
  return { kind: 'redirect', location: (await listenerNamed(world, reaction.listener)).address };
}
