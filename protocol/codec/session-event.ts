import type { Attributes, AttributeValue } from '../model/attribute-value';
import type { SessionEndpoint, SessionEvent } from '../model/session-event';
import { SESSION_EVENT } from '../tables/onem2m/session-types';
import { isObject, type ReadContext, type WireValue } from './context';
import type { Place } from './place';
import type { Vocabulary } from './vocabulary';
import { readValue, writeValue } from './wire-value';

/** Reads fp:sen, what an endpoint is told of a session. @see docs/profiles/service-sessions.md */
export function readSessionEvent(
  body: WireValue,
  place: Place,
  context: ReadContext,
): SessionEvent | undefined {
  const value = readValue(SESSION_EVENT, body, place, { ...context, purpose: 'other' });
  if (value == null || !isObject(value)) return undefined;
  const { type, sessionID, initiatingEndpoint } = value;
  if (typeof type !== 'number' || typeof sessionID !== 'string') {
    return place.refuse('missing', 'expected a type and a session identifier');
  }
  const endpoint = endpointOf(initiatingEndpoint);
  return {
    type,
    sessionID,
    ...texts(value, ['sessionCredentials', 'sessionAddress', 'resource']),
    ...(endpoint !== undefined && { initiatingEndpoint: endpoint }),
  };
}

function endpointOf(value: AttributeValue | undefined): SessionEndpoint | undefined {
  if (value == null || !isObject(value) || typeof value['endpointID'] !== 'string') return undefined;
  return {
    endpointID: value['endpointID'],
    ...texts(value, ['endpointAddress', 'notificationURI', 'description']),
  };
}

function texts<Name extends string>(
  value: Attributes,
  names: readonly Name[],
): { readonly [name in Name]?: string } {
  const found: { [name in Name]?: string } = {};
  for (const name of names) {
    const text = value[name];
    if (typeof text === 'string') found[name] = text;
  }
  return found;
}

export function writeSessionEvent(
  { initiatingEndpoint, ...texts }: SessionEvent,
  vocabulary: Vocabulary,
): WireValue {
  const endpoint = initiatingEndpoint === undefined ? {} : { initiatingEndpoint: { ...initiatingEndpoint } };
  return writeValue(SESSION_EVENT, { ...texts, ...endpoint }, vocabulary.membersOf);
}
