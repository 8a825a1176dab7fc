import { isRefusal, refuse } from '../../protocol/model/refusal';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Fault } from './fault';
import {
  describesGroup,
  filtered,
  givenAttributes,
  groupAttribute,
  withGiven,
  withoutUnknown,
} from './given-attributes';

/** Deviations from the attribute table of a group in an update. @see SOM 7.4.13.1, TS-0004 7.3.3.3 */
export const UPDATE_ATTRIBUTE_FAULTS: readonly Fault[] = [
  {
    name: 'update-takes-not-permitted-attributes',
    description: 'Attributes that are not permitted in an update are ignored instead of refused.',
    catches: ['<attribute> cannot be given in an update'],
    apply: (procedures) => ({
      ...procedures,
      checkUpdateRepresentation: (cse, request, current) =>
        procedures.checkUpdateRepresentation(
          cse,
          withGiven(
            request,
            filtered(givenAttributes(request), (name) => groupAttribute(name)?.update !== 'NP'),
          ),
          current,
        ),
    }),
  },
  {
    name: 'update-drops-optional-attributes',
    description: 'An update of a group is answered with UPDATED and changes nothing.',
    catches: [
      '<attribute> given in an update is kept',
      'After an update the request goes to the members of now',
      'An update to ROUND_ROBIN makes the members take turns',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkUpdateRepresentation(cse, request, current) {
        const changed = procedures.checkUpdateRepresentation(cse, request, current);
        return isRefusal(changed) || current.resourceType !== ResourceType.group
          ? changed
          : current.attributes;
      },
    }),
  },
  {
    name: 'update-refuses-expiration-time',
    description: 'expirationTime in an update of a group is refused.',
    catches: ['expirationTime can be given in an update'],
    apply: (procedures) => ({
      ...procedures,
      checkUpdateRepresentation: (cse, request, current) =>
        describesGroup(request) && givenAttributes(request).expirationTime !== undefined
          ? refuse(RSC.BAD_REQUEST, 'expirationTime is set by the CSE.')
          : procedures.checkUpdateRepresentation(cse, request, current),
    }),
  },
  {
    name: 'unknown-attribute-ignored-at-update',
    description: 'Attributes that a group does not have are ignored in an update.',
    catches: ['An attribute that a group does not have is refused at update'],
    apply: (procedures) => ({
      ...procedures,
      checkUpdateRepresentation: (cse, request, current) =>
        procedures.checkUpdateRepresentation(cse, withoutUnknown(request), current),
    }),
  },
  {
    name: 'mandatory-attribute-deletable',
    description: 'NULL deletes maxNrOfMembers and memberIDs.',
    catches: ['The mandatory <attribute> cannot be deleted by an update'],
    apply: (procedures) => ({
      ...procedures,
      checkUpdateRepresentation(cse, request, current) {
        const given = givenAttributes(request);
        const kept = withGiven(
          request,
          filtered(given, (_name, value) => value !== null),
        );
        const changed = procedures.checkUpdateRepresentation(cse, kept, current);
        return isRefusal(changed) ? changed : filtered(changed, (name) => given[name] !== null);
      },
    }),
  },
];
