import type { Manner } from '../../../harness/cast/session/manner';
import type { SessionMessage } from '../../../harness/cast/session/session-message';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { FlowproofWorld } from '../../world';
import { sessionsOf } from './application';
import { playOf } from './play';

/**
 * From now on a party behaves so. What an application does that stands at a CSE of a tester shows in what that CSE
 * answers: it refuses with the same code, and whoever is silent cannot be reached.
 */
export async function behave(
  world: FlowproofWorld,
  party: string,
  message: SessionMessage,
  manner: Manner,
): Promise<void> {
  if (world.scene.stage.application) sessionsOf(world);
  const { cast } = playOf(world);
  const isOnTheWire = cast.isAtTarget(party) || !party.startsWith('AE');
  const shown: Manner =
    !isOnTheWire && manner.kind === 'silent' ? { kind: 'refuse', status: RSC.TARGET_NOT_REACHABLE } : manner;
  if (manner.kind === 'late') world.longestDelay = Math.max(world.longestDelay, manner.milliseconds);
  (await cast.mannersOf(party)).behave(message, shown);
}
