import type { Attributes } from '../../../protocol/model/attribute-value';
import { specializationTypeIn } from './group-attributes';
import type { MemberType } from './member-type';

/** A group without specializationType takes any specialization. @see SOM 7.4.13.2.1 step 1 */
export function conformsToSpecializationType(attributes: Attributes, found: MemberType): boolean {
  const asked = specializationTypeIn(attributes);
  return asked === undefined || (found.kind === 'known' && found.specializationType === asked);
}
