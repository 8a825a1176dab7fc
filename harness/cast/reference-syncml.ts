import type { WorldParameters } from '../run/world-parameters';
import type { SyncMLStage } from './management/stage';

/** A server, gateway or device of the reference in this process, with virtual time. */
export async function openReferenceSyncML(
  _parameters: WorldParameters,
  roles: readonly string[],
): Promise<SyncMLStage> {
  throw new Error(
    `the reference in this process does not play ${roles.join(' or ')}; launch flowproof serve`,
  );
}
