import type { MemberKind } from '../../protocol/model/application-intent';
import { MemberType, ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';

/**
 * The one resource type of all members, specializations being flexContainers and mgmtObjs; MIXED where they differ.
 * @see SOM 7.4.13.2.1 Originator sentences 2 to 4
 */
export function memberType(kinds: readonly MemberKind[]): number | undefined {
  const types = new Set(kinds.map(resourceTypeOf));
  return types.size > 1 ? MemberType.mixed : [...types][0];
}

function resourceTypeOf(kind: MemberKind): number {
  if ('resourceType' in kind) return kind.resourceType;
  return 'containerDefinition' in kind ? ResourceType.flexContainer : ResourceType.mgmtObj;
}
