import {
  type ApplicationIntent,
  type ApplicationTrigger,
  type AskGroupIntent,
  GROUP_QUESTIONS,
  type MemberKind,
  type MembersIntent,
} from '../model/application-intent';
import type { AttributeValue } from '../model/attribute-value';
import type { Decoded } from '../model/decoded';
import { readBody } from './http-body';
import { parseJson } from './json-text';
import { DEFAULT_LIMITS } from './limits';
import { Place, shown } from './place';
import { readSessionIntent, SESSION_PROCEDURES } from './session-trigger';
import { type Fields, readList, readObject, readText, readTexts } from './trigger-fields';

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
  const ofSession = readSessionIntent(fields, place);
  if (ofSession !== undefined) return ofSession;
  switch (fields.procedure) {
    case 'askGroup':
      return readQuestion(fields, place);
    case 'changeMembers':
      return {
        procedure: 'changeMembers',
        group: readText(fields.group, place.at('group')),
        ...readMembers(fields, place),
      };
    case 'createGroup':
      return readCreation(fields, place);
    default:
      place
        .at('procedure')
        .refuse(
          'wrong-type',
          `expected createGroup, changeMembers, askGroup, ${SESSION_PROCEDURES.join(', ')}, found ${shown(fields.procedure)}`,
        );
      return readCreation(fields, place);
  }
}

function readCreation(fields: Fields, place: Place): ApplicationIntent {
  const kinds = readList(fields.kinds, place.at('kinds'));
  return {
    procedure: 'createGroup',
    parent: readText(fields.parent, place.at('parent')),
    name: readText(fields.name, place.at('name')),
    kinds: kinds.map((kind, at) => readKind(kind, place.at('kinds').at(at))),
    ...readMembers(fields, place),
  };
}

function readQuestion(fields: Fields, place: Place): AskGroupIntent {
  const { group, operation, inquireAfter } = fields;
  return {
    procedure: 'askGroup',
    group: readText(group, place.at('group')),
    operation: readGroupQuestion(operation, place.at('operation')),
    members: readTexts(fields, 'members', place),
    inquireAfter: readDuration(inquireAfter, place.at('inquireAfter')),
  };
}

function readGroupQuestion(
  value: AttributeValue | undefined,
  place: Place,
): (typeof GROUP_QUESTIONS)[number] {
  const operation = GROUP_QUESTIONS.find((known) => known === value);
  if (operation === undefined)
    place.refuse('wrong-type', `expected ${GROUP_QUESTIONS.join(' or ')}, found ${shown(value)}`);
  return operation ?? 'retrieve';
}

function readDuration(value: AttributeValue | undefined, place: Place): number {
  if (typeof value === 'number' && value > 0 && Number.isSafeInteger(value)) return value;
  place.refuse('wrong-type', `expected milliseconds, a whole number above 0, found ${shown(value)}`);
  return 1;
}

function readMembers(fields: Fields, place: Place): MembersIntent {
  return {
    members: readTexts(fields, 'members', place),
    groupsAsSuch: readTexts(fields, 'groupsAsSuch', place),
    everyMemberOf: readTexts(fields, 'everyMemberOf', place),
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
