import { representationOf } from '../../harness/cast/hosted-resource';
import type { Originator } from '../../harness/cast/originator';
import type { Place } from '../../harness/cast/place';
import type { Making } from '../../harness/cast/scene';
import type { Attributes } from '../../protocol/model/attribute-value';
import type { Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { ruleOf } from './access-control-rule';
import { identifierOf } from './cells';
import { minimalAttributes } from './minimal-attributes';
import { kindOf } from './specializations';

/** What is to be made: a kind of resource in the scenario's words, under a parent (AE1's AE unless told otherwise). */
export interface Wanted {
  readonly kind: string;
  readonly name: string;
  readonly parent?: string;
  readonly attributes?: Attributes;
  /** Who makes it; AE1 where nobody is named. */
  readonly by?: Originator;
}

export function making(wanted: Wanted): Making {
  const kind = kindOf(wanted.kind);
  return {
    name: wanted.name,
    typeName: kind.typeName,
    parent: wanted.parent ?? 'AE1',
    attributes: { ...minimalAttributes(kind, wanted.name), ...wanted.attributes },
    ...(kind.element === undefined ? {} : { element: kind.element }),
    ...(wanted.by && { by: wanted.by }),
  };
}

/** Makes a resource on the target; a mgmtObj gets a node to stand under. */
export async function make(world: FlowproofWorld, wanted: Wanted): Promise<Place> {
  if (!wanted.by) await world.scene.originator('AE1');
  const onNode = kindOf(wanted.kind).typeName === 'mgmtObj' && wanted.parent === undefined;
  const made = onNode ? await makeOnNode(world, wanted) : await world.scene.make(making(wanted));
  const lastSegment = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  world.childNames.set(lastSegment(wanted.name), lastSegment(made.structured));
  return made;
}

/** Nodes are for the administrator to make; a policy of AE1 gives AE1 the use of what stands there. */
async function makeOnNode(world: FlowproofWorld, wanted: Wanted): Promise<Place> {
  const { places, administrator } = world.scene;
  if (!places.find(NODE)) {
    await make(world, {
      kind: 'accessControlPolicy',
      name: NODE_POLICY,
      attributes: await everythingForAE1(world),
    });
    await world.scene.make({
      ...making({ ...openToAE1(world), kind: 'node', name: NODE, parent: 'the CSE' }),
      by: administrator,
    });
  }
  const attributes = { ...openToAE1(world).attributes, ...wanted.attributes };
  return world.scene.make({ ...making({ ...wanted, parent: NODE, attributes }), by: administrator });
}

const NODE = 'node';
const NODE_POLICY = 'policy of the node';

function openToAE1(world: FlowproofWorld) {
  const { cseID, structured } = world.scene.required(NODE_POLICY);
  return { attributes: { accessControlPolicyIDs: [`${cseID}/${structured}`] } };
}

async function everythingForAE1(world: FlowproofWorld): Promise<Attributes> {
  const { id } = await world.scene.originator('AE1');
  return {
    privileges: { accessControlRule: [ruleOf(id)] },
    selfPrivileges: { accessControlRule: [ruleOf(id)] },
  };
}

/** Makes a group on the target. Room for five more members unless the attributes say otherwise. */
export async function makeGroup(
  world: FlowproofWorld,
  name: string,
  members: readonly Path[],
  attributes: Attributes = {},
): Promise<void> {
  await world.scene.originator('AE1');
  const memberIDs = members.map((member) => identifierOf(world, member));
  world.members.set(name, memberIDs);
  await make(world, {
    kind: 'group',
    name,
    attributes: { memberIDs, maxNrOfMembers: memberIDs.length + 5, ...attributes },
  });
}

/** Makes `count` containers m1, m2, ... and answers their paths. */
export async function makeContainers(world: FlowproofWorld, count: number, host?: string): Promise<Path[]> {
  const paths = Array.from({ length: count }, (_, at) => ({ name: `m${at + 1}`, suffix: '' }));
  for (const { name } of paths) {
    if (host === undefined) await make(world, { kind: 'container', name });
    else await hostOn(world, host, { kind: 'container', name });
  }
  return paths;
}

/** Has a scripted CSE host a resource. */
export async function hostOn(
  world: FlowproofWorld,
  host: string,
  wanted: Wanted,
  members?: readonly Path[],
): Promise<void> {
  const tester = await world.scene.host(host);
  const kind = kindOf(wanted.kind);
  const memberIDs = members?.map((member) => identifierOf(world, member));
  const attributes = { ...minimalAttributes(kind, wanted.name), ...wanted.attributes };
  const hosted = tester.host(wanted.name, kind.typeName, {
    attributes,
    ...(memberIDs === undefined ? {} : { memberIDs }),
    ...(kind.element === undefined ? {} : { element: kind.element }),
  });
  if (memberIDs) world.members.set(wanted.name, memberIDs);
  world.scene.places.add({
    name: wanted.name,
    typeName: kind.typeName,
    element: representationOf(hosted).element,
    cseID: tester.cseID,
    resourceID: hosted.resourceID,
    structured: `base/${wanted.name}`,
  });
}
