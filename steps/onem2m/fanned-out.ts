import { Originator, type RequestDraft } from '../../harness/cast/originator';
import type { Operation } from '../../protocol/model/operation';
import type { Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import type { Given } from './cells';
import { createIn, draftTo, notificationTo, updateOf } from './drafts';

/** What a group-hosting CSE would send on: From of the Originator, straight to the member. */
export function fannedOut(
  world: FlowproofWorld,
  operation: Operation,
  path: Path,
  given: Given,
): RequestDraft {
  switch (operation) {
    case 'create':
      return createIn(world, 'contentInstance', world.scene.stage.unique('ci'), path, given);
    case 'update': {
      const attributes = { labels: ['touched'], ...given.attributes };
      return updateOf(world, path, { parameters: given.parameters, attributes });
    }
    case 'notify':
      return { ...notificationTo(world, path), ...given.parameters };
    default:
      return draftTo(world, operation, path, given.parameters);
  }
}

/** A sender at a scripted CSE that speaks for one of the originators. */
export async function speakingFor(
  world: FlowproofWorld,
  host: string,
  originator: string,
): Promise<Originator> {
  await world.scene.host(host);
  const { id } = await world.scene.originator(originator);
  return new Originator(world.scene.stage, host, id);
}
