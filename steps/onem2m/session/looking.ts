import { describeAnswer } from '../../../harness/cast/describe-answer';
import type { Originator } from '../../../harness/cast/originator';
import type { KnownSession } from '../../../harness/cast/session/known-session';
import { Deviation } from '../../../harness/verdict/deviation';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { FilterUsage } from '../../../protocol/tables/onem2m/enumerations';
import { resourceTypeNamed } from '../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { FlowproofWorld } from '../../world';
import { identified, playOf } from './play';

/** What somebody gets who looks at an address at the target. Looking is no stimulus. */
export async function lookAt(by: Originator, to: string): Promise<ResponsePrimitive> {
  const outcome = await by.send({ operation: 'retrieve', to });
  if (outcome.kind === 'answer') return outcome.response;
  throw new Deviation({ what: `retrieving ${to}`, expected: 'an answer', actual: outcome.why });
}

export async function attributesAt(by: Originator, to: string): Promise<Attributes> {
  const answer = await lookAt(by, to);
  if (answer.responseStatusCode === RSC.OK && answer.content?.kind === 'resource')
    return answer.content.resource.attributes;
  throw new Deviation({
    what: `retrieving ${to}`,
    expected: 'OK (2000) and a resource',
    actual: describeAnswer(answer),
  });
}

/** Addresses of the children of a resource that is there, of one type where asked for. */
export async function childrenAt(by: Originator, to: string, typeName?: string): Promise<readonly string[]> {
  const children = await childrenIfThere(by, to, typeName);
  if (children) return children;
  throw new Deviation({ what: `discovery at ${to}`, expected: 'OK (2000)', actual: 'NOT_FOUND (4004)' });
}

/** `undefined`: it is not there. Neither a refusal nor silence says that nothing is. */
export async function childrenIfThere(
  by: Originator,
  to: string,
  typeName?: string,
): Promise<readonly string[] | undefined> {
  const type = typeName === undefined ? undefined : resourceTypeNamed(typeName)?.type;
  const filterCriteria = {
    filterUsage: FilterUsage.discovery,
    level: 1,
    ...(type !== undefined && { resourceType: [type] }),
  };
  const outcome = await by.send({ operation: 'retrieve', to, filterCriteria });
  const answer = outcome.kind === 'answer' ? outcome.response : undefined;
  if (answer?.responseStatusCode === RSC.NOT_FOUND) return undefined;
  if (answer?.responseStatusCode === RSC.OK && answer.content?.kind === 'uriList') return answer.content.uris;
  throw new Deviation({
    what: `discovery at ${to}`,
    expected: 'OK (2000) and a list of addresses',
    actual: answer ? describeAnswer(answer) : 'no answer',
  });
}

/** The session, who may look at it, and where it is at the target. */
export async function sightOf(
  world: FlowproofWorld,
  name: string,
): Promise<{ session: KnownSession & { readonly sessionID: string }; by: Originator; address: string }> {
  const session = await identified(world, name);
  const by = await playOf(world).reader(session);
  return { session, by, address: playOf(world).addressOf(session) };
}

export async function childrenOfSession(
  world: FlowproofWorld,
  name: string,
  typeName: string,
): Promise<readonly Attributes[]> {
  const { by, address } = await sightOf(world, name);
  const uris = await childrenAt(by, address, typeName);
  return Promise.all(uris.map((uri) => attributesAt(by, uri)));
}
