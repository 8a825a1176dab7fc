import type { Attributes } from '../../protocol/model/attribute-value';
import { isRefusal, refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';
import {
  describesGroup,
  filtered,
  givenAttributes,
  groupAttribute,
  withGiven,
  withoutUnknown,
} from './given-attributes';

/** Deviations from the attribute table of a group in a create. @see SOM 7.4.13.1, TS-0004 7.3.3.3 */
export const CREATE_ATTRIBUTE_FAULTS: readonly Fault[] = [
  {
    name: 'create-takes-not-permitted-attributes',
    description: 'Attributes that are not permitted in a create are ignored instead of refused.',
    catches: ['<attribute> cannot be given in a create'],
    apply: creatingFrom((attributes) =>
      filtered(attributes, (name) => groupAttribute(name)?.create !== 'NP'),
    ),
  },
  {
    name: 'create-drops-optional-attributes',
    description: 'A create of a group keeps no more than the mandatory attributes.',
    catches: ['<attribute> given in a create is kept'],
    apply: creatingFrom((attributes) =>
      filtered(attributes, (name) => name === 'resourceName' || groupAttribute(name)?.create !== 'O'),
    ),
  },
  {
    name: 'create-drops-labels',
    description: 'A create of a group or a container loses its labels.',
    catches: [
      '<attribute> given in a create is kept',
      "Without Result Content a retrieve gives the members' attributes",
    ],
    apply: (procedures) => ({
      ...procedures,
      checkCreateRepresentation: (cse, request) =>
        procedures.checkCreateRepresentation(
          cse,
          withGiven(
            request,
            filtered(givenAttributes(request), (name) => name !== 'labels'),
          ),
        ),
    }),
  },
  {
    name: 'create-refuses-expiration-time',
    description: 'expirationTime in a create of a group is refused.',
    catches: ['expirationTime can be given in a create'],
    apply: (procedures) => ({
      ...procedures,
      checkCreateRepresentation: (cse, request) =>
        describesGroup(request) && givenAttributes(request).expirationTime !== undefined
          ? refuse(RSC.BAD_REQUEST, 'expirationTime is set by the CSE.')
          : procedures.checkCreateRepresentation(cse, request),
    }),
  },
  {
    name: 'given-name-ignored',
    description: 'A group gets a name of the choice of the CSE although resourceName came.',
    catches: ['resourceName given in a create names the group'],
    apply: creatingFrom((attributes) => filtered(attributes, (name) => name !== 'resourceName')),
  },
  {
    name: 'name-demanded',
    description: 'A group without resourceName is refused.',
    catches: [
      'A group created without a resourceName gets one',
      'A sub-group without a proposed name is given one',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkCreateRepresentation: (cse, request) =>
        describesGroup(request) && givenAttributes(request).resourceName === undefined
          ? refuse(RSC.BAD_REQUEST, 'resourceName is missing.')
          : procedures.checkCreateRepresentation(cse, request),
    }),
  },
  {
    name: 'mandatory-attributes-not-demanded',
    description: 'maxNrOfMembers and memberIDs have defaults in a create.',
    catches: ['A create without <attribute> is refused'],
    apply: creatingFrom((attributes) => ({ ...MANDATORY, ...attributes })),
  },
  {
    name: 'member-type-default-container',
    description: 'A group without memberType becomes one of containers.',
    catches: ['A group created with nothing but its members is of memberType MIXED and of no specialization'],
    apply: creatingFrom((attributes) => ({ memberType: ResourceType.container, ...attributes })),
  },
  {
    name: 'unknown-attribute-ignored-at-create',
    description: 'Attributes that a group does not have are ignored in a create.',
    catches: ['An attribute that a group does not have is refused at create'],
    apply: (procedures) => ({
      ...procedures,
      checkCreateRepresentation: (cse, request) =>
        procedures.checkCreateRepresentation(cse, withoutUnknown(request)),
    }),
  },
  {
    name: 'specialization-lost-at-create',
    description: 'A create of a group loses its specializationType.',
    catches: ['A group whose members are all <word> resources is created'],
    apply: (procedures) => ({
      ...procedures,
      async createGroup(cse, request, draft) {
        const created = await procedures.createGroup(cse, request, draft);
        return isRefusal(created) ? created : filtered(created, (name) => name !== 'specializationType');
      },
    }),
  },
];

const MANDATORY: Attributes = { maxNrOfMembers: 100, memberIDs: [] };

/** A create of a group is judged by other attributes than those that came. */
function creatingFrom(change: (given: Attributes) => Attributes) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    checkCreateRepresentation: (cse, request) =>
      procedures.checkCreateRepresentation(cse, changedGroup(request, change)),
  });
}

function changedGroup(
  request: RequestPrimitive,
  change: (given: Attributes) => Attributes,
): RequestPrimitive {
  return describesGroup(request) ? withGiven(request, change(givenAttributes(request))) : request;
}
