import assert from 'node:assert/strict';
import { contentOfValue } from '../../../protocol/model/content-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { isRecord } from '../attribute-reading';
import { attributesOf } from '../test-bed';
import { toldIn } from './interactive-bed';
import { type InteractiveWorld, LIMIT, type Observed } from './interactive-world';

/** At every moment: what was sent is legal. @see IGO 2.2 steps 5 to 7, IGO note 1 */
export async function checkMessages({ observed, mostMessages }: InteractiveWorld): Promise<void> {
  assert.ok(
    observed.length <= mostMessages,
    `${observed.length} sends, of which ${mostMessages} can be needed`,
  );
  const byIdentifier = new Map<string, Observed[]>();
  for (const entry of observed) {
    const { requestIdentifier } = entry.message;
    byIdentifier.set(requestIdentifier, [...(byIdentifier.get(requestIdentifier) ?? []), entry]);
  }
  for (const copies of byIdentifier.values()) await checkCopies(copies);
}

async function checkCopies(copies: readonly Observed[]): Promise<void> {
  assert.ok(copies.length <= 1 + LIMIT, `${copies.length} sends of one message`);
  assert.equal(new Set(copies.map(({ target }) => target)).size, 1);
  const bytes = await Promise.all(copies.map(({ wire }) => wire));
  assert.equal(new Set(bytes).size, 1, 'a repetition differs');
  const acknowledgedAt = Math.min(...copies.map((copy) => copy.acknowledgedAt ?? Number.POSITIVE_INFINITY));
  const inTime = copies.every(({ at }) => at <= acknowledgedAt);
  assert.ok(inTime, 'repeated after the acknowledgement');
}

/** At the end: each target was told of each member in exactly one message, and an inquiry shows each once. */
export async function checkCompleteness(world: InteractiveWorld): Promise<void> {
  for (const { identifier, address } of world.asked) {
    for (const target of world.surroundings.targets) {
      const own = world.observed.filter((entry) => entry.target === target && answersTo(entry, identifier));
      const distinct = new Map(own.map((entry) => [entry.message.requestIdentifier, entry]));
      const told = [...distinct.values()].flatMap(({ message }) => namesIn(message));
      assert.deepEqual([...told].sort(), [...world.memberIDs], `${target} was told of ${told.join(', ')}`);
    }
    assert.deepEqual([...(await kept(world, address))].sort(), [...world.memberIDs], 'a result was lost');
  }
}

/** @see IGO note 2 */
async function kept({ cse }: InteractiveWorld, address: string): Promise<readonly (string | undefined)[]> {
  const { operationResult } = attributesOf(await cse.ask({ operation: 'retrieve', to: address }));
  const content = isRecord(operationResult) ? contentOfValue(operationResult.primitiveContent) : undefined;
  return content?.kind === 'aggregatedResponse' ? content.responses.map(({ from }) => from) : [];
}

function answersTo({ message }: Observed, identifier: string): boolean {
  const { content } = message;
  return content?.kind === 'response' && content.response.requestIdentifier === identifier;
}

function namesIn(request: RequestPrimitive): readonly string[] {
  return toldIn({ pointOfAccess: '', request }).map(([from]) => from ?? '');
}
