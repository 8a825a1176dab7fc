import { readDevicePackage } from '../../../protocol/codec/dm2/device-message';
import type { Initiation, ResponsePackage } from '../../../protocol/model/dm2-package';
import { INITIATION_MEDIA_TYPE, RESPONSE_MEDIA_TYPE } from '../../../protocol/tables/dm2/identifiers';

/** What a device sent, as the server tester keeps it: whatever it is, and what became of it. */
export interface TakenMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly octets: Uint8Array;
  readonly at: number;
  /** By its media type. */
  readonly package: 1 | 3 | undefined;
  readonly initiation?: Initiation;
  readonly response?: ResponsePackage;
  /** Why it is no package. */
  readonly unreadable?: string;
  /** What the tester did about it. */
  reaction: MessageReaction;
}

export type MessageReaction = 'answered' | 'challenged' | 'refused' | 'silent' | 'broken' | 'pending';

export async function takeMessage(request: Request, at: number): Promise<TakenMessage> {
  const octets = new Uint8Array(await request.clone().arrayBuffer());
  const { method, url, headers } = request;
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const kind = type === INITIATION_MEDIA_TYPE ? 1 : type === RESPONSE_MEDIA_TYPE ? 3 : undefined;
  const read = await readDevicePackage(request);
  return {
    method,
    url,
    headers,
    octets,
    at,
    package: kind,
    ...('refused' in read && { unreadable: read.reason }),
    ...('kind' in read && read.kind === 'initiation' && { initiation: read.initiation }),
    ...('kind' in read && read.kind === 'response' && { response: read.response }),
    reaction: 'pending',
  };
}

export function hasSameOctets(one: TakenMessage, other: TakenMessage): boolean {
  return one.url === other.url && Buffer.compare(one.octets, other.octets) === 0;
}
