import type { Attributes } from '../../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { TestBed } from '../test-bed';

const REMOTE_CSE = 16;
const CONTAINER = 3;
const GROUP = 9;

/** Containers `cse-base/m1`, `cse-base/m2`, ... and their structured identifiers. */
export async function makeContainers(bed: TestBed, count: number): Promise<readonly string[]> {
  const memberIDs: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    await bed.make('cse-base', CONTAINER, { resourceName: `m${number}` });
    memberIDs.push(`cse-base/m${number}`);
  }
  return memberIDs;
}

/** A group, by default `cse-base/g` with room for 100; answers its attributes. */
export function makeGroup(
  bed: Pick<TestBed, 'make'>,
  memberIDs: readonly string[],
  attributes: Attributes = {},
): Promise<Attributes> {
  return bed.make('cse-base', GROUP, { resourceName: 'g', maxNrOfMembers: 100, memberIDs, ...attributes });
}

/** Registers another CSE, reached at `mem:` and its name unless told otherwise. */
export async function registerCse(
  bed: Pick<TestBed, 'make'>,
  name: string,
  pointOfAccess = `mem:${name}`,
): Promise<void> {
  await bed.make('cse-base', REMOTE_CSE, {
    resourceName: name,
    'CSE-ID': `/${name}`,
    CSEBase: `/${name}/base`,
    pointOfAccess: [pointOfAccess],
    requestReachability: true,
    supportedReleaseVersions: ['3'],
  });
}

/** What each member answered: its identifier and the code, in the order of the entries. */
export function entriesOf({
  content,
}: ResponsePrimitive): readonly (readonly [string | undefined, number])[] {
  if (content?.kind !== 'aggregatedResponse') return [];
  return content.responses.map(({ from, responseStatusCode }) => [from, responseStatusCode]);
}

/** The stored attributes of a resource; none where it does not exist. */
export function stored(bed: TestBed, address: string): Attributes {
  return bed.cse.resolve(address)?.resource.attributes ?? {};
}
