import type { DataTable } from '@cucumber/cucumber';
import { describeAnswer } from '../../harness/cast/describe-answer';
import { check, show } from '../../harness/verdict/check';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Path } from '../parameter-types';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { identifierOf } from './cells';
import { checkAttributes, sameMembers } from './compare-attributes';
import { checkStatus } from './judged-answer';
import { childrenNow, eventually, readNow, resourceNow } from './resource-now';
import { kindOf } from './specializations';

async function has(world: FlowproofWorld, path: Path, table: DataTable): Promise<void> {
  checkAttributes(world, `"${path.name}"`, await resourceNow(world, path), table.raw());
}

async function hasMembers(world: FlowproofWorld, path: Path, members: readonly Path[]): Promise<void> {
  const { attributes } = await resourceNow(world, path);
  const { memberIDs, currentNrOfMembers } = attributes;
  const expected = members.map((member) => identifierOf(world, member));
  const same = Array.isArray(memberIDs)
    ? sameMembers(world, expected, memberIDs)
    : expected.length === 0 && memberIDs === undefined;
  check(same, `memberIDs of "${path.name}"`, show(expected), show(memberIDs));
  check(
    currentNrOfMembers === expected.length,
    `currentNrOfMembers of "${path.name}"`,
    String(expected.length),
    show(currentNrOfMembers),
  );
}

async function doesNotExist(world: FlowproofWorld, path: Path): Promise<void> {
  const answer = await readNow(world, path);
  check(
    answer.responseStatusCode === RSC.NOT_FOUND,
    `retrieving "${path.name}"`,
    'NOT_FOUND (4004)',
    describeAnswer(answer),
  );
}

consequence('{path} has:', function (path: Path, table: DataTable) {
  return has(this, path, table);
});

consequence('{path} still has:', function (path: Path, table: DataTable) {
  return has(this, path, table);
});

consequence('{path} eventually has:', function (path: Path, table: DataTable) {
  return eventually(this, () => has(this, path, table));
});

consequence('{path} has no {attribute}', async function (path: Path, attribute: string) {
  const { attributes } = await resourceNow(this, path);
  check(
    attributes[attribute] === undefined,
    `${attribute} of "${path.name}"`,
    'nothing',
    show(attributes[attribute]),
  );
});

consequence('{path} has the members {members}', function (path: Path, members: readonly Path[]) {
  return hasMembers(this, path, members);
});

consequence('{path} eventually has the members {members}', function (path: Path, members: readonly Path[]) {
  return eventually(this, () => hasMembers(this, path, members));
});

consequence('{path} has no members', function (path: Path) {
  return hasMembers(this, path, []);
});

consequence('{path} exists', async function (path: Path) {
  await resourceNow(this, path);
});

consequence('{path} can still be retrieved', async function (path: Path) {
  checkStatus(await readNow(this, path), `retrieving "${path.name}"`, [RSC.OK]);
});

consequence('{path} does not exist', function (path: Path) {
  return doesNotExist(this, path);
});

consequence('{path} eventually does not exist', function (path: Path) {
  return eventually(this, () => doesNotExist(this, path));
});

consequence('{path} has a {type} {name}', async function (path: Path, kind: string, name: string) {
  check(await hasChild(this, path, name), `the children of "${path.name}"`, `a ${kind} "${name}"`, 'none');
});

consequence(
  '{path} has at most {int} children of type {type}',
  async function (path: Path, count: number, kind: string) {
    const children = await childrenNow(this, identifierOf(this, path), kindOf(kind).typeName);
    check(
      children.length <= count,
      `the children of "${path.name}"`,
      `at most ${count}`,
      String(children.length),
    );
  },
);

consequence(
  '{path} has {int} children of type {type}',
  async function (path: Path, count: number, kind: string) {
    const children = await childrenNow(this, identifierOf(this, path), kindOf(kind).typeName);
    check(
      children.length === count,
      `the children of "${path.name}"`,
      String(count),
      String(children.length),
    );
  },
);

/** On the target: a child of that name. At a tester: a CREATE of that name that it was sent. */
async function hasChild(world: FlowproofWorld, path: Path, name: string): Promise<boolean> {
  const resourceName = world.realName(name);
  const place = world.scene.required(path.name);
  if (place.cseID === world.scene.stage.cse.cseID) {
    const children = await childrenNow(world, identifierOf(world, path));
    return children.some((child) => child.endsWith(`/${resourceName}`));
  }
  return world.scene.hosts().some((host) =>
    host.received.some(({ request, hosted }) => {
      const named =
        request.content?.kind === 'resource' &&
        request.content.resource.attributes.resourceName === resourceName;
      return hosted?.name === path.name && request.operation === 'create' && named;
    }),
  );
}
