import type { FlowproofWorld } from '../world';

/**
 * The leaves below a group, as canonical identifiers: members of members where a member ends in the fan-out point of
 * a group that the scenario knows. A loop is followed once.
 */
export function leavesOf(world: FlowproofWorld, group: string, seen = new Set<string>()): string[] {
  if (seen.has(group)) return [];
  seen.add(group);
  const leaves = (world.members.get(group) ?? []).flatMap((member) => {
    const located = world.scene.places.locate(member);
    const nested = located && located.suffix === 'fopt' && world.members.has(located.place.name);
    return nested ? leavesOf(world, located.place.name, seen) : [world.scene.places.canonical(member)];
  });
  return [...new Set(leaves)];
}

/** The group that a stimulus was sent to: the first segment of its address. */
export function groupAddressed(world: FlowproofWorld): string {
  const located = world.scene.places.locate(world.turn.draft.to);
  if (!located) throw new Error(`${world.turn.draft.to} names no group of this scenario`);
  return located.place.name;
}

/** The members that the latest stimulus was meant for: the targets it names, else all leaves of its group. */
export function membersAddressed(world: FlowproofWorld): string[] {
  const targets = world.turn.draft.groupRequestTargetMembers;
  if (targets) return targets.map((target) => world.scene.places.canonical(target));
  return leavesOf(world, groupAddressed(world));
}
