import type { Attributes } from '../model/attribute-value';
import type { Notification } from '../model/notification';
import { NOTIFICATION } from '../tables/onem2m/notification';
import type { ContentCodec } from './content-codec';
import { isObject, type ReadContext, type WireObject, type WireValue } from './context';
import { type Place, shown } from './place';
import type { Vocabulary } from './vocabulary';
import { readMembers, writeMembers } from './wire-value';

/** Reads m2m:sgn. Members that the model has no place for are passed over. @see TS-0004 6.3.5.13 */
export function readNotification(
  value: WireValue,
  place: Place,
  context: ReadContext,
  contents: ContentCodec,
): Notification | undefined {
  if (!isObject(value)) return place.refuse('wrong-type', `expected a notification, found ${shown(value)}`);
  const { known } = readMembers(context.vocabulary.membersOf(NOTIFICATION), value, place, context);
  const { notificationEvent } = known;
  const event = isObject(notificationEvent)
    ? readEvent(notificationEvent, place, context, contents)
    : undefined;
  return {
    ...(event === undefined ? {} : { event }),
    ...flag('verificationRequest', known),
    ...flag('subscriptionDeletion', known),
    ...text('subscriptionReference', known),
    ...text('creator', known),
    ...text('notificationForwardingURI', known),
  };
}

function readEvent(
  event: Attributes,
  place: Place,
  context: ReadContext,
  contents: ContentCodec,
): NonNullable<Notification['event']> {
  const { representation, notificationEventType: type } = event;
  const content =
    representation == null ? undefined : contents.read(representation, place.at('nev').at('rep'), context);
  return {
    ...(content === undefined ? {} : { representation: content }),
    ...(typeof type === 'number' ? { type } : {}),
  };
}

function flag<Name extends string>(name: Name, values: Attributes): { readonly [name in Name]?: boolean } {
  const value = values[name];
  return typeof value === 'boolean' ? onlyMember(name, value) : {};
}

function text<Name extends string>(name: Name, values: Attributes): { readonly [name in Name]?: string } {
  const value = values[name];
  return typeof value === 'string' ? onlyMember(name, value) : {};
}

function onlyMember<Name extends string, Value>(
  name: Name,
  value: Value,
): { readonly [name in Name]?: Value } {
  const member: { [name in Name]?: Value } = {};
  member[name] = value;
  return member;
}

export function writeNotification(
  notification: Notification,
  vocabulary: Vocabulary,
  contents: ContentCodec,
): WireObject {
  const { event, ...values } = notification;
  const nev = event === undefined ? {} : { notificationEvent: eventValues(event, vocabulary, contents) };
  return writeMembers(vocabulary.membersOf(NOTIFICATION), { ...values, ...nev }, vocabulary.membersOf, false);
}

function eventValues(
  event: NonNullable<Notification['event']>,
  vocabulary: Vocabulary,
  contents: ContentCodec,
): Attributes {
  const { representation, type } = event;
  return {
    ...(representation === undefined ? {} : { representation: contents.write(representation, vocabulary) }),
    ...(type === undefined ? {} : { notificationEventType: type }),
  };
}
