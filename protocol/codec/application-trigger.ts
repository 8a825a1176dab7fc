import type {
  ApplicationIntent,
  ApplicationTrigger,
  MemberKind,
  MembersIntent,
} from '../model/application-intent';
import type { AttributeValue } from '../model/attribute-value';
import type { Decoded } from '../model/decoded';
import { readBody } from './http-body';
import { parseJson } from './json-text';
import { DEFAULT_LIMITS } from './limits';
import { Place, shown } from './place';

/**
 * The trigger of an application, as docs/profiles/application-trigger.md has it: JSON by HTTP POST, or on the standard
 * input of a command. It knows the shape only, not what an application makes of it.
 */
export function encodeApplicationTrigger(url: string, trigger: ApplicationTrigger): Request {
  const headers = { 'Content-Type': 'application/json' };
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(trigger) });
}

/** Never rejects. A media type that a web page may send unasked is refused. */
export async function decodeApplicationTrigger(message: Request): Promise<Decoded<ApplicationTrigger>> {
  const place = new Place('trigger');
  const mediaType = message.headers.get('Content-Type') ?? 'none';
  if (!/^application\/json\s*(;|$)/i.test(mediaType)) {
    place.refuse('unsupported-media-type', `expected application/json, found ${mediaType}`);
  }
  const text = await readBody(message, DEFAULT_LIMITS, place);
  return place.outcome(place.sound ? readTrigger(text, place) : undefined);
}

type Fields = { readonly [name: string]: AttributeValue };

function readTrigger(text: string, place: Place): ApplicationTrigger | undefined {
  const trigger = readObject(parseJson(text, DEFAULT_LIMITS, place), place);
  const intent = readObject(trigger?.intent, place.at('intent'));
  if (trigger === undefined || intent === undefined) return undefined;
  return {
    pointOfAccess: readPointOfAccess(trigger.pointOfAccess, place.at('pointOfAccess')),
    intent: readIntent(intent, place.at('intent')),
  };
}

function readIntent(fields: Fields, place: Place): ApplicationIntent {
  const members = readMembers(fields, place);
  if (fields.procedure === 'changeMembers') {
    return { procedure: 'changeMembers', group: readText(fields.group, place.at('group')), ...members };
  }
  if (fields.procedure !== 'createGroup') {
    place
      .at('procedure')
      .refuse('wrong-type', `expected createGroup or changeMembers, found ${shown(fields.procedure)}`);
  }
  const kinds = readList(fields.kinds, place.at('kinds'));
  return {
    procedure: 'createGroup',
    parent: readText(fields.parent, place.at('parent')),
    name: readText(fields.name, place.at('name')),
    kinds: kinds.map((kind, at) => readKind(kind, place.at('kinds').at(at))),
    ...members,
  };
}

function readMembers(fields: Fields, place: Place): MembersIntent {
  const texts = (name: string): readonly string[] =>
    readList(fields[name], place.at(name)).map((text, at) => readText(text, place.at(name).at(at)));
  return {
    members: texts('members'),
    groupsAsSuch: texts('groupsAsSuch'),
    everyMemberOf: texts('everyMemberOf'),
  };
}

function readKind(value: AttributeValue, place: Place): MemberKind {
  const fields = readObject(value, place) ?? {};
  const { resourceType, containerDefinition, mgmtDefinition } = fields;
  if (Object.keys(fields).length === 1) {
    if (typeof resourceType === 'number') return { resourceType };
    if (typeof containerDefinition === 'string') return { containerDefinition };
    if (typeof mgmtDefinition === 'number') return { mgmtDefinition };
  }
  const expected = 'a number resourceType, a text containerDefinition or a number mgmtDefinition';
  place.refuse('wrong-shape', `expected ${expected}, found ${shown(value)}`);
  return { resourceType: 0 };
}

function readPointOfAccess(value: AttributeValue | undefined, place: Place): string {
  const text = readText(value, place);
  if (!/^https?:\/\/[^/?#]+/i.test(text))
    place.refuse('wrong-type', `expected an http address, found ${shown(text)}`);
  return text;
}

function readText(value: AttributeValue | undefined, place: Place): string {
  if (typeof value === 'string' && value !== '') return value;
  place.refuse('wrong-type', `expected a text that is not empty, found ${shown(value)}`);
  return '';
}

/** A list that is left out is empty. */
function readList(value: AttributeValue | undefined, place: Place): readonly AttributeValue[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined) place.refuse('wrong-type', `expected a list, found ${shown(value)}`);
  return [];
}

function readObject(value: AttributeValue | undefined, place: Place): Fields | undefined {
  if (isFields(value)) return value;
  return place.refuse('wrong-type', `expected an object, found ${shown(value)}`);
}

function isFields(value: AttributeValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
