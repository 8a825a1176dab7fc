import { type Refusal, refuse } from '../../../../protocol/model/refusal';
import { RSC } from '../../../../protocol/tables/onem2m/status-codes';
import { open, type ProtectedHeader } from '../../../session/protected-data';
import { numberOf } from '../../attribute-reading';
import type { Cse } from '../../cse';
import { canonicalOriginator } from '../../originator';
import type { SessionRequest } from '../session-procedures';
import { keyOf } from '../session-state';

const CLAUSE = 'profile service-sessions: Use';

/**
 * Whether the protected data of an update was made with the key of the session, for it, by its Originator, and is new.
 * Its sequence number counts as used from here on. @see SES 2 step 12
 */
export async function checkProtectedData(cse: Cse, use: SessionRequest): Promise<Refusal | undefined> {
  const key = keyOf(cse, use.session.resourceID);
  if (key === undefined) return refuse(RSC.NOT_FOUND, 'There is no such session.', CLAUSE);
  const opened = await open(key, protectedDataOf(use) ?? '');
  if (!opened.ok) return refuse(RSC.BAD_REQUEST, `The protected data is not sound: ${opened.why}.`, CLAUSE);
  const { header } = opened.data;
  return checkHeader(cse, use, header) ?? useSequence(cse, use, header);
}

export function protectedDataOf({ request: { content } }: SessionRequest): string | undefined {
  const given = content?.kind === 'resource' ? content.resource.attributes.protectedData : undefined;
  return typeof given === 'string' ? given : undefined;
}

function checkHeader(cse: Cse, use: SessionRequest, header: ProtectedHeader): Refusal | undefined {
  if (header.sessionID !== use.session.resourceID) {
    return refuse(RSC.BAD_REQUEST, 'The protected data was made for another session.', CLAUSE);
  }
  const { endpointID } = use.originator;
  if (canonicalOriginator(cse.config, header.sender) === canonicalOriginator(cse.config, endpointID)) {
    return undefined;
  }
  return refuse(RSC.BAD_REQUEST, 'The protected data was made by another than the Originator.', CLAUSE);
}

function useSequence(cse: Cse, use: SessionRequest, { sequence }: ProtectedHeader): Refusal | undefined {
  const endpoint = cse.store.get(use.originator.resource.resourceID);
  if (endpoint === undefined) return refuse(RSC.NOT_FOUND, 'There is no such session.', CLAUSE);
  const last = numberOf(endpoint.attributes.lastSequence) ?? 0;
  if (sequence <= last) {
    return refuse(RSC.CONFLICT, `Sequence number ${sequence} is not above ${last}: a replay.`, CLAUSE);
  }
  cse.store.put({ ...endpoint, attributes: { ...endpoint.attributes, lastSequence: sequence } });
  return undefined;
}
