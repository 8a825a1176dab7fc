import type { RequestDraft } from '../../harness/cast/originator';
import { writtenRepresentation } from '../../harness/cast/written-representation';
import type { Attributes } from '../../protocol/model/attribute-value';
import type { Operation } from '../../protocol/model/operation';
import type { Choice, Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { type Given, identifierOf, type Parameters } from './cells';
import { leavesOf } from './group-members';
import { making } from './making';

/** A request to a path, with whatever parameters the step adds. */
export function draftTo(
  world: FlowproofWorld,
  operation: Operation,
  path: Path,
  more: Parameters = {},
): RequestDraft {
  return { operation, to: identifierOf(world, path), ...more };
}

/** Somecast to any so many members, or to named ones. */
export function choiceParameters(world: FlowproofWorld, choice: Choice): Parameters {
  if ('any' in choice) return { groupSomecastTargetNumber: choice.any };
  return { groupRequestTargetMembers: choice.targets.map((target) => identifierOf(world, target)) };
}

const NOTHING: Given = { parameters: {}, attributes: {} };

/** The creation of a child with the attributes its kind cannot do without, and those of the step. */
export function createIn(
  world: FlowproofWorld,
  kind: string,
  name: string,
  path: Path,
  given = NOTHING,
): RequestDraft {
  const attributes = { ...proposedName(world, name, given), ...given.attributes };
  const made = making({ kind, name, parent: path.name, attributes });
  return { ...world.scene.createRequest(made), to: identifierOf(world, path), ...given.parameters };
}

/** The real name that a resource is to get, unless the step leaves that to the CSE. */
function proposedName(world: FlowproofWorld, name: string, { absent }: Given): Attributes {
  return absent?.includes('resourceName') ? {} : { resourceName: world.realName(name) };
}

/** The creation of a group with the attributes of the step and no others. */
export function createGroup(world: FlowproofWorld, name: string, given: Given, parent = 'AE1'): RequestDraft {
  const { memberIDs } = given.attributes;
  if (Array.isArray(memberIDs)) world.members.set(name, memberIDs.map(String));
  const named = proposedName(world, name, given);
  const resource = writtenRepresentation('m2m:grp', { ...named, ...given.attributes });
  const to = world.scene.required(parent).structured;
  return {
    operation: 'create',
    to,
    resourceType: 9,
    content: { kind: 'resource', resource },
    ...given.parameters,
  };
}

/** An update; the root element is that of the named resource, through a fan-out point that of its members. */
export function updateOf(world: FlowproofWorld, path: Path, given: Given): RequestDraft {
  const { memberIDs } = given.attributes;
  if (Array.isArray(memberIDs) && path.suffix === '') world.members.set(path.name, memberIDs.map(String));
  const resource = writtenRepresentation(elementAt(world, path), given.attributes);
  return draftTo(world, 'update', path, { content: { kind: 'resource', resource }, ...given.parameters });
}

function elementAt(world: FlowproofWorld, path: Path): string {
  const [virtual, ...behind] = path.suffix.split('/');
  if (virtual !== 'fopt') return world.scene.places.find(path.name)?.element ?? 'm2m:cnt';
  const [leaf = ''] = leavesOf(world, path.name);
  const member = world.scene.places.locate([leaf, ...behind].join('/'));
  return (member?.suffix === '' ? member.place.element : undefined) ?? 'm2m:cnt';
}

/** A minimal notification. */
export function notificationTo(world: FlowproofWorld, path: Path): RequestDraft {
  const notification = { subscriptionReference: world.scene.stage.unique('sub'), event: { type: 1 } };
  return draftTo(world, 'notify', path, { content: { kind: 'notification', notification } });
}
