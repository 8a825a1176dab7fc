import { describeAnswer } from '../../../harness/cast/describe-answer';
import { type Entry, entriesOf } from '../../../harness/cast/entries';
import type { Originator, RequestDraft } from '../../../harness/cast/originator';
import { check } from '../../../harness/verdict/check';
import { Deviation } from '../../../harness/verdict/deviation';
import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import { contentOfValue } from '../../../protocol/model/content-value';
import type { Operation } from '../../../protocol/model/operation';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Path } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import { identifierOf } from '../cells';
import { requestResource } from './acceptance';
import { askedBy } from './asking';

/** A request to the request resource of the asked request. */
export async function toRequestResource(
  world: FlowproofWorld,
  operation: Operation,
  more: Partial<RequestDraft> = {},
): Promise<RequestDraft> {
  return { operation, to: await requestResource(world), ...more };
}

/** An inquiry for some of the members. */
export async function inquiryOf(world: FlowproofWorld, members: readonly Path[]): Promise<RequestDraft> {
  const groupRequestTargetMembers = members.map((member) => identifierOf(world, member));
  return toRequestResource(world, 'retrieve', { groupRequestTargetMembers });
}

/** What an originator (the one that asked, unless told) learns now; no stimulus. */
export async function inquireNow(world: FlowproofWorld, originator?: Originator): Promise<ResponsePrimitive> {
  const draft = await toRequestResource(world, 'retrieve');
  const outcome = await (originator ?? askedBy(world)).send(draft);
  if (outcome.kind === 'answer') return outcome.response;
  throw new Deviation({ what: 'the inquiry', expected: 'an answer', actual: outcome.why });
}

/** The attributes of the request resource that an inquiry got. */
export function requestShown(answer: ResponsePrimitive): Attributes {
  const { content } = answer;
  const isRequest = content?.kind === 'resource' && content.resource.element === 'm2m:req';
  check(isRequest, 'the answer to the inquiry', 'a request resource', describeAnswer(answer));
  return content?.kind === 'resource' ? content.resource.attributes : {};
}

/** The results that an inquiry shows so far; none where there is no operationResult yet. */
export function resultsShown(world: FlowproofWorld, answer: ResponsePrimitive): Entry[] {
  const { operationResult } = requestShown(answer);
  const content = contentOfValue(memberOf(operationResult, 'primitiveContent'));
  if (content === undefined) return [];
  const { responseStatusCode, requestIdentifier } = answer;
  return entriesOf({ responseStatusCode, requestIdentifier, content }, world.scene.places);
}

function memberOf(value: AttributeValue | undefined, name: string): AttributeValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
