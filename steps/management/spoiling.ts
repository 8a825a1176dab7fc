import type { Outgoing } from '../../harness/cast/management/syncml-messages';
import type { SyncMLHeader, SyncMLMessage } from '../../protocol/model/syncml-message';

/** Words of a scenario, as a regular expression with at most one value, and what they make of a message. */
export interface DefectRow {
  readonly words: string;
  readonly change: (outgoing: Outgoing, value: string) => Outgoing;
}

/** Tools with which a good message is made bad: as a value, as octets, or as text where it is XML. */

export function withMessage(outgoing: Outgoing, change: Partial<SyncMLMessage>): Outgoing {
  return { ...outgoing, message: { ...outgoing.message, ...change } };
}

export function withHeader(outgoing: Outgoing, change: Partial<SyncMLHeader>): Outgoing {
  return withMessage(outgoing, { header: { ...outgoing.message.header, ...change } });
}

export function withOctets(outgoing: Outgoing, spoil: (octets: Uint8Array) => Uint8Array): Outgoing {
  return { ...outgoing, spoil };
}

export function withText(outgoing: Outgoing, spoil: (text: string) => string): Outgoing {
  return withOctets(outgoing, (octets) => new TextEncoder().encode(spoil(new TextDecoder().decode(octets))));
}

/** The octets with others put in before the last so many. */
export function putIn(octets: Uint8Array, before: number, others: readonly number[]): Uint8Array {
  const at = octets.length - before;
  return Uint8Array.from([...octets.subarray(0, at), ...others, ...octets.subarray(at)]);
}
