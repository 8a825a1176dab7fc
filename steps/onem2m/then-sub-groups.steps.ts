import type { DataTable } from '@cucumber/cucumber';
import type { MemberCse, Received } from '../../harness/cast/member-cse';
import { check, show } from '../../harness/verdict/check';
import { Deviation } from '../../harness/verdict/deviation';
import type { Path } from '../parameter-types';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { identifierOf } from './cells';
import { sameMembers } from './compare-attributes';
import { eventually } from './resource-now';
import { checkRequest } from './then-member-request.steps';

/** The creations of groups that a scripted CSE was asked for, by whomever. */
async function asked(
  world: FlowproofWorld,
  host: string,
): Promise<{ tester: MemberCse; creations: Received[] }> {
  const tester = await world.scene.host(host);
  const creations = tester.received.filter(
    ({ request }) => request.operation === 'create' && request.resourceType === 9,
  );
  return { tester, creations };
}

async function latest(world: FlowproofWorld, host: string): Promise<Received> {
  const { creations } = await asked(world, host);
  const creation = creations.at(-1);
  if (creation) return creation;
  throw new Deviation({
    what: `the requests that ${host} received`,
    expected: 'the creation of a group',
    actual: 'none',
  });
}

function attributesOf({ request }: Received) {
  return request.content?.kind === 'resource' ? request.content.resource.attributes : {};
}

/** A CSE-relative identifier in what a CSE was sent is relative to that CSE. */
function absoluteAt(world: FlowproofWorld, host: string, identifier: string): string {
  return identifier.startsWith('/') ? identifier : `${world.scene.required(host).cseID}/${identifier}`;
}

consequence(
  '{host} was asked to create a group of {members}',
  async function (host: string, members: readonly Path[]) {
    const { memberIDs } = attributesOf(await latest(this, host));
    const expected = members.map((member) => identifierOf(this, member));
    const local = Array.isArray(memberIDs) ? memberIDs.map((id) => absoluteAt(this, host, String(id))) : [];
    check(
      sameMembers(this, expected, local),
      `memberIDs of the group that ${host} was asked to create`,
      show(expected),
      show(memberIDs),
    );
  },
);

consequence('{host} was not asked to create a group', async function (host: string) {
  await this.quiet();
  const { creations } = await asked(this, host);
  check(
    creations.length === 0,
    `the groups that ${host} was asked to create`,
    'none',
    String(creations.length),
  );
});

consequence(
  'the group that {host} was asked to create has:',
  async function (host: string, table: DataTable) {
    const { request } = await latest(this, host);
    const rows = table.raw().filter(([name]) => name !== 'From');
    checkRequest(this, `the group that ${host} was asked to create`, request, rows);
    if (rows.length === table.raw().length) return;
    const { cseID } = this.scene.stage.cse;
    const own = request.from === cseID || request.from?.endsWith(cseID) === true;
    check(own, `From of the creation that ${host} received`, cseID, show(request.from));
  },
);

consequence(
  "the group that {host} was asked to create is addressed to its CSEBase or to the CSE's remoteCSE there",
  async function (host: string) {
    const { request } = await latest(this, host);
    const { cseID } = await this.scene.host(host);
    const own = this.scene.stage.cse.cseID.slice(1);
    const [first, second, third, ...rest] = request.to.split('/').filter(Boolean);
    const relative = first === cseID.slice(1) ? [second, third, ...rest] : [first, second, third, ...rest];
    const path = relative.filter((segment) => segment !== undefined);
    const holds = path.length <= 1 || (path.length === 2 && path[1]?.includes(own) === true);
    check(
      holds,
      `To of the creation that ${host} received`,
      `${cseID}/base, or the remoteCSE of ${own} below it`,
      request.to,
    );
  },
);

consequence('{host} was asked to delete that group', async function (host: string) {
  const tester = await this.scene.host(host);
  await eventually(this, async () => {
    const deleted = tester.received.some(
      ({ request, hosted }) => request.operation === 'delete' && hosted?.typeName === 'group',
    );
    check(deleted, `the requests that ${host} received`, 'the deletion of the helper sub-group', 'none');
  });
});
