import type { ApplicationOnStage } from '../../harness/cast/application';
import { type HostedResource, representationOf } from '../../harness/cast/hosted-resource';
import { Deviation, Inconclusive } from '../../harness/verdict/deviation';
import type { ApplicationIntent, MemberKind, MembersIntent } from '../../protocol/model/application-intent';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { resourceTypeNamed } from '../../protocol/tables/onem2m/resource-types';
import { pathsOf } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { identifierOf } from './cells';
import { minimalAttributes } from './minimal-attributes';
import { kindOf } from './specializations';

/** The <AE> of the application, under which it finds and makes its resources. */
export const OWN_AE = 'the application';

export function applicationOf(world: FlowproofWorld): ApplicationOnStage {
  const { application } = world.scene.stage;
  if (!application) throw new Error('this step is for scenarios with @role-ae');
  return application;
}

/** Puts a resource where the application can find it. */
export function hostForApplication(
  world: FlowproofWorld,
  name: string,
  word: string,
  more: Partial<HostedResource> = {},
): void {
  const { scene } = world;
  if (name !== OWN_AE && !scene.places.find(OWN_AE)) hostForApplication(world, OWN_AE, 'AE');
  const kind = kindOf(word);
  const element = kind.element === undefined ? {} : { element: kind.element };
  const attributes = minimalAttributes(kind, name);
  const hosted = applicationOf(world).cse.host(scene.stage.unique(name), kind.typeName, {
    attributes,
    ...element,
    ...more,
  });
  const parent = name === OWN_AE ? 'the CSE' : OWN_AE;
  scene.places.add({
    name,
    typeName: kind.typeName,
    element: representationOf(hosted).element,
    cseID: scene.stage.cse.cseID,
    resourceID: hosted.resourceID,
    structured: `${scene.required(parent).structured}/${hosted.name}`,
    parent,
  });
}

/** Tells the application, and waits until it has sent a request about a group, or should have. */
export async function tell(world: FlowproofWorld, intent: ApplicationIntent): Promise<void> {
  const { underTest, cse } = applicationOf(world);
  const { time, target } = world.scene.stage;
  cse.forget();
  await underTest.tell({ pointOfAccess: cse.address, intent });
  await time.settle(cse.groupRequested(), target.ixit.responseTimeout);
}

/** The one request about a group that the application sent since it was last told something. */
export function itsRequest(world: FlowproofWorld): RequestPrimitive {
  const { groupRequests } = applicationOf(world).cse;
  const [request] = groupRequests;
  if (request && groupRequests.length === 1) return request;
  const actual = `${groupRequests.length || 'none'} (it sent ${world.scene.stage.exchanges().length} requests in all)`;
  throw new Deviation({ what: 'what the application sent', expected: 'one request about a group', actual });
}

/** Puts the group that the application was told to create on the map. */
export function rememberGroup(world: FlowproofWorld, name: string): void {
  const group = applicationOf(world).cse.latestGroup;
  if (!group) throw new Inconclusive(`the application did not create "${name}" when it was told to`);
  const { places, stage } = world.scene;
  const { cseID } = stage.cse;
  const structured = group.address.startsWith(`${cseID}/`)
    ? group.address.slice(cseID.length + 1)
    : group.address;
  places.add({
    name,
    typeName: 'group',
    element: 'm2m:grp',
    cseID,
    resourceID: group.resourceID,
    structured,
  });
}

type Rows = { readonly [row: string]: string };

const ROWS = ['members', 'as such', 'every member of', 'of type', 'of specialization', 'of mixed types'];

export function membersIn(world: FlowproofWorld, rows: Rows): MembersIntent {
  const unknown = Object.keys(rows).find((row) => !ROWS.includes(row));
  if (unknown !== undefined) throw new Error(`"${unknown}" is none of ${ROWS.join(', ')}`);
  const identifiers = (row: string) => pathsOf(rows[row] ?? '').map((path) => identifierOf(world, path));
  return {
    members: identifiers('members'),
    groupsAsSuch: identifiers('as such'),
    everyMemberOf: identifiers('every member of'),
  };
}

export function kindsIn(rows: Rows): readonly MemberKind[] {
  const words = rows['of type'] ?? rows['of specialization'] ?? rows['of mixed types'] ?? '';
  return words
    .split(/, | and /)
    .filter((word) => word !== '')
    .map(memberKindOf);
}

function memberKindOf(word: string): MemberKind {
  const { typeName, specialization } = kindOf(word);
  if (typeof specialization === 'number') return { mgmtDefinition: specialization };
  if (specialization !== undefined) return { containerDefinition: specialization };
  const row = resourceTypeNamed(typeName);
  if (!row) throw new Error(`no resource type is called ${typeName}`);
  return { resourceType: row.type };
}
