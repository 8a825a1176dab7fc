import type { AttributeValue } from '../model/attribute-value';
import { SESSION_DELIVERIES, type SessionIntent, type SetSessionPolicyIntent } from '../model/session-intent';
import { type Place, shown } from './place';
import { type Fields, readText, readTexts } from './trigger-fields';

type SessionProcedure = SessionIntent['procedure'];

type Readers = { readonly [procedure in SessionProcedure]: (fields: Fields, place: Place) => SessionIntent };

/** One reader per procedure. @see docs/profiles/application-trigger.md */
const READERS: Readers = {
  offerSessions: (fields, place) => ({
    procedure: 'offerSessions',
    ...readOwnPlace(fields, place),
    accept: readFlag(fields.accept, place.at('accept')),
  }),
  establishSession: (fields, place) => ({
    procedure: 'establishSession',
    ...readOwnPlace(fields, place),
    target: readText(fields.target, place.at('target')),
    ...optionalText(fields, 'name', place),
    ...optionalText(fields, 'description', place),
  }),
  setSessionPolicy: (fields, place) => ({
    procedure: 'setSessionPolicy',
    delivery: readDelivery(fields.delivery, place.at('delivery')),
    entries: readTexts(fields, 'entries', place),
    appliesTo: readTexts(fields, 'appliesTo', place),
  }),
  updateInSession: (fields, place) => ({
    procedure: 'updateInSession',
    resource: readText(fields.resource, place.at('resource')),
    data: readText(fields.data, place.at('data')),
  }),
  readInSession: (fields, place) => ({
    procedure: 'readInSession',
    resource: readText(fields.resource, place.at('resource')),
  }),
  endSession: () => ({ procedure: 'endSession' }),
};

export const SESSION_PROCEDURES = Object.keys(READERS);

/** What an application is told to do about sessions; `undefined` where the trigger is about something else. */
export function readSessionIntent(fields: Fields, place: Place): SessionIntent | undefined {
  const { procedure } = fields;
  return isSessionProcedure(procedure) ? READERS[procedure](fields, place) : undefined;
}

function isSessionProcedure(value: AttributeValue | undefined): value is SessionProcedure {
  return typeof value === 'string' && Object.hasOwn(READERS, value);
}

function readOwnPlace(
  fields: Fields,
  place: Place,
): { readonly registrar: string; readonly sessions: string } {
  return {
    registrar: readText(fields.registrar, place.at('registrar')),
    sessions: readText(fields.sessions, place.at('sessions')),
  };
}

/** True where it is left out. */
function readFlag(value: AttributeValue | undefined, place: Place): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? true;
  place.refuse('wrong-type', `expected true or false, found ${shown(value)}`);
  return true;
}

function readDelivery(value: AttributeValue | undefined, place: Place): SetSessionPolicyIntent['delivery'] {
  const delivery = SESSION_DELIVERIES.find((known) => known === value);
  if (delivery === undefined)
    place.refuse('wrong-type', `expected ${SESSION_DELIVERIES.join(' or ')}, found ${shown(value)}`);
  return delivery ?? 'immediate';
}

function optionalText<Name extends string>(
  fields: Fields,
  name: Name,
  place: Place,
): { readonly [name in Name]?: string } {
  if (fields[name] === undefined) return {};
  const read: { [name in Name]?: string } = {};
  read[name] = readText(fields[name], place.at(name));
  return read;
}
