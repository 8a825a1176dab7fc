import type { AttributeValue } from '../model/attribute-value';
import type { Representation } from '../model/representation';
import type { ContentCodec } from './content-codec';
import { isObject, type ReadContext, type WireObject, type WireValue } from './context';
import { readNestedContents, writeNestedContents } from './nested-contents';
import { type Place, shown } from './place';
import { UnencodableError } from './unencodable';
import type { ResourceElement, Vocabulary } from './vocabulary';
import { readMembers, writeMembers } from './wire-value';

/** A name that XML can carry as an element too; anything else cannot be an attribute. */
const ATTRIBUTE_NAME = /^[A-Za-z_][\w.-]*$/u;

/** Reads the resource under the root `element`. @see TS-0004 8.4.2 */
export function readRepresentation(
  element: string,
  value: WireValue,
  place: Place,
  context: ReadContext,
  codec: ContentCodec,
): Representation | undefined {
  const resource = context.vocabulary.resource(element);
  if (resource === undefined)
    return place.refuse('wrong-shape', `expected a resource, found ${shown(element)}`);
  if (!isObject(value)) return place.refuse('wrong-type', `expected an object, found ${shown(value)}`);
  const { known, unknown } = readMembers(resource.members, value, place, context);
  const sorted = sortUnknown(unknown, resource, context);
  const children = readChildren(sorted.children, place, context, codec);
  return {
    element,
    attributes: {
      ...readNestedContents(resource, known, context, { codec, place }),
      ...sorted.custom,
    },
    ...(Object.keys(sorted.unknown).length === 0 ? {} : { unknown: sorted.unknown }),
    ...(children.length === 0 ? {} : { children }),
  };
}

interface SortedUnknown {
  readonly custom: WireObject;
  readonly unknown: WireObject;
  readonly children: WireObject;
}

/** Tells custom attributes of a specialization, child resources and really unknown members apart. */
function sortUnknown(members: WireObject, resource: ResourceElement, context: ReadContext): SortedUnknown {
  const entries = Object.entries(members);
  const isChild = ([name]: [string, WireValue]) => context.vocabulary.resource(name) !== undefined;
  const isCustom = ([name]: [string, WireValue]) =>
    resource.type.customAttributes === true && ATTRIBUTE_NAME.test(name);
  return {
    children: Object.fromEntries(entries.filter(isChild)),
    custom: Object.fromEntries(entries.filter((entry) => !isChild(entry) && isCustom(entry))),
    unknown: Object.fromEntries(entries.filter((entry) => !isChild(entry) && !isCustom(entry))),
  };
}

/** Child resources come as one list for each element; a single one is accepted bare. */
function readChildren(
  members: WireObject,
  place: Place,
  context: ReadContext,
  codec: ContentCodec,
): Representation[] {
  return Object.entries(members).flatMap(([element, value]) => {
    const list: readonly AttributeValue[] = Array.isArray(value) ? value : [value];
    return list.flatMap(
      (entry, index) => readRepresentation(element, entry, place.at(element).at(index), context, codec) ?? [],
    );
  });
}

export function writeRepresentation(
  representation: Representation,
  vocabulary: Vocabulary,
  codec: ContentCodec,
): WireObject {
  const { element, attributes, unknown, children } = representation;
  const resource = vocabulary.resource(element);
  if (resource === undefined) throw new UnencodableError(`"${element}" is the element of no resource type`);
  const extra = resource.type.customAttributes === true;
  return {
    ...writeMembers(
      resource.members,
      writeNestedContents(resource, attributes, vocabulary, codec),
      vocabulary.membersOf,
      extra,
    ),
    ...unknown,
    ...writeChildren(children ?? [], vocabulary, codec),
  };
}

function writeChildren(
  children: readonly Representation[],
  vocabulary: Vocabulary,
  codec: ContentCodec,
): WireObject {
  const lists = new Map<string, WireValue[]>();
  for (const child of children) {
    const list = lists.get(child.element) ?? [];
    list.push(writeRepresentation(child, vocabulary, codec));
    lists.set(child.element, list);
  }
  return Object.fromEntries(lists);
}
