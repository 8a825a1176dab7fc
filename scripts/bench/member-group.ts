import assert from 'node:assert/strict';
import { type CseClient, create, retrieve } from './http-client';

const CONTAINER = 3;
const GROUP = 9;

/** A group whose members are new containers at the same CSE. `name` keeps it apart from other groups there. */
export async function makeLocalGroup(client: CseClient, name: string, members: number): Promise<string> {
  const base = new URL(client.base).pathname.slice(1);
  const memberIDs: string[] = [];
  for (let number = 1; number <= members; number += 1) {
    const resourceName = `${name}-${number}`;
    await create(client, { type: CONTAINER, content: { 'm2m:cnt': { rn: resourceName } } });
    memberIDs.push(`${base}/${resourceName}`);
  }
  return makeGroup(client, name, memberIDs);
}

/** Answers the path of the group's fan-out point below the CSEBase. */
export async function makeGroup(
  client: CseClient,
  name: string,
  memberIDs: readonly string[],
): Promise<string> {
  const attributes = { rn: name, mt: CONTAINER, mnm: memberIDs.length, mid: memberIDs };
  await create(client, { type: GROUP, content: { 'm2m:grp': attributes } });
  return `/${name}/fopt`;
}

/** Retrieves all members and makes sure that each is there. */
export async function fanOut(client: CseClient, path: string, members: number): Promise<void> {
  const answer: { 'm2m:agr': { 'm2m:rsp': readonly unknown[] } } = JSON.parse(await retrieve(client, path));
  assert.equal(answer['m2m:agr']['m2m:rsp'].length, members);
}
