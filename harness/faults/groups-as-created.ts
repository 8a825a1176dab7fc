import type { Attributes } from '../../protocol/model/attribute-value';
import { isRefusal } from '../../protocol/model/refusal';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Resource } from '../../reference-impl/cse/resource';

/** Answers the group with the attributes it had when it was created, whatever became of it since. */
export type AsCreated = (group: Resource) => Resource;

/** For faults that miss an update: a table that remembers how each group was created. */
export function withGroupsAsCreated(
  procedures: CseProcedures,
  deviate: (asCreated: AsCreated) => Partial<CseProcedures>,
): CseProcedures {
  const created = new Map<string, Attributes>();
  const asCreated: AsCreated = (group) => ({
    ...group,
    attributes: created.get(group.resourceID) ?? group.attributes,
  });
  return {
    ...procedures,
    async createGroup(cse, request, draft) {
      const attributes = await procedures.createGroup(cse, request, draft);
      if (!isRefusal(attributes)) created.set(draft.resourceID, attributes);
      return attributes;
    },
    ...deviate(asCreated),
  };
}

/** The group with these attributes in the place of its own. */
export function withAttributes(group: Resource, attributes: Attributes): Resource {
  return { ...group, attributes: { ...group.attributes, ...attributes } };
}
