import { AGGREGATED_RESPONSE, RESOURCE_WRAPPER_URI } from '../tables/onem2m/content-elements';
import type { DataType, MemberRow } from '../tables/onem2m/rows';
import type { Members, Vocabulary } from './vocabulary';

/**
 * The data type of a global element: what XML needs to know to write and read as JSON does. Elements that the tables do
 * not know have none, and their text stays text.
 */
export function elementType(element: string, vocabulary: Vocabulary): DataType | undefined {
  const row = vocabulary.contentElement(element);
  switch (row?.kind) {
    case undefined: {
      const resource = vocabulary.resource(element);
      return resource && complex(element, resource.members);
    }
    case 'response':
      return complex(element, vocabulary.responseMembers);
    case 'aggregatedResponse':
      return { kind: 'complex', name: element, members: aggregatedResponseMembers(vocabulary) };
    case 'resourceAndAddress':
      return { kind: 'complex', name: element, members: RESOURCE_WRAPPER };
    default:
      return row?.type;
  }
}

export function complex(name: string, members: Members): DataType {
  return { kind: 'complex', name, members: members.rows };
}

const RESOURCE_WRAPPER: readonly MemberRow[] = [RESOURCE_WRAPPER_URI];

const AGGREGATES = new WeakMap<Vocabulary, readonly MemberRow[]>();

function aggregatedResponseMembers(vocabulary: Vocabulary): readonly MemberRow[] {
  const known = AGGREGATES.get(vocabulary);
  if (known !== undefined) return known;
  const { resourceID, responsePrimitive } = AGGREGATED_RESPONSE;
  const type = complex(responsePrimitive.short, vocabulary.responseMembers);
  const members: readonly MemberRow[] = [resourceID, { ...responsePrimitive, type, repeated: true }];
  AGGREGATES.set(vocabulary, members);
  return members;
}
