import { describeAnswer } from '../../harness/cast/describe-answer';
import { check } from '../../harness/verdict/check';
import { Deviation } from '../../harness/verdict/deviation';
import type { Representation } from '../../protocol/model/representation';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { resourceTypeNamed } from '../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { identifierOf } from './cells';

/** What AE1 gets when it retrieves a path. Reading is not a stimulus: the answer of the scenario stays as it is. */
export async function readNow(world: FlowproofWorld, path: Path): Promise<ResponsePrimitive> {
  const reader = await world.scene.originator('AE1');
  const outcome = await reader.send({ operation: 'retrieve', to: identifierOf(world, path) });
  if (outcome.kind === 'answer') return outcome.response;
  throw new Deviation({ what: `retrieving "${path.name}"`, expected: 'an answer', actual: outcome.why });
}

export async function resourceNow(world: FlowproofWorld, path: Path): Promise<Representation> {
  const answer = await readNow(world, path);
  const found = answer.responseStatusCode === RSC.OK && answer.content?.kind === 'resource';
  check(found, `"${path.name}" as AE1 retrieves it`, 'OK (2000) and a resource', describeAnswer(answer));
  if (answer.content?.kind !== 'resource') throw new Error('unreachable: the check above holds');
  return answer.content.resource;
}

/** Addresses of the children of a resource (of one type, where asked for), as discovery lists them. */
export async function childrenNow(
  world: FlowproofWorld,
  to: string,
  typeName?: string,
): Promise<readonly string[]> {
  const reader = await world.scene.originator('AE1');
  const type = typeName === undefined ? undefined : resourceTypeNamed(typeName)?.type;
  const filterCriteria = {
    filterUsage: 1,
    level: 1,
    ...(type === undefined ? {} : { resourceType: [type] }),
  };
  const outcome = await reader.send({ operation: 'retrieve', to, filterCriteria });
  if (outcome.kind === 'none')
    throw new Deviation({ what: `discovery below ${to}`, expected: 'an answer', actual: outcome.why });
  const { content } = outcome.response;
  return content?.kind === 'uriList' ? content.uris : [];
}

/**
 * A check of what the latest stimulus brings about. A request that is to be answered later goes on after its answer, so
 * the check waits for it; any other has brought about all it will by the time it is answered.
 */
export function whenItComes(world: FlowproofWorld, attempt: () => Promise<void>): Promise<void> {
  return world.turn.draft.responseType === undefined ? attempt() : eventually(world, attempt);
}

/** Repeats a check until it holds, as long as the target may take; the last finding counts. */
export async function eventually(world: FlowproofWorld, attempt: () => Promise<void>): Promise<void> {
  const { time, target } = world.scene.stage;
  const end = time.now() + target.ixit.revalidationTime;
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof Deviation) || time.now() >= end) throw failure;
      await time.elapse(Math.max(1, target.ixit.revalidationTime / 50));
    }
  }
}
