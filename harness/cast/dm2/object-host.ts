import { encodeObjects } from '../../../protocol/codec/dm2/serialized-object';
import type { SerializedObject } from '../../../protocol/model/dm2-object';
import { ACCEPT_HEADER, OBJECTS_MEDIA_TYPE } from '../../../protocol/tables/dm2/identifiers';
import { misbehave } from '../../links/misbehaviour';
import { Changes } from '../management/changes';

/** What a repository has under a name. */
export type Offer =
  | { readonly kind: 'objects'; readonly objects: readonly SerializedObject[] }
  | { readonly kind: 'content'; readonly mediaType: string; readonly octets: Uint8Array };

/** What it does about a name, instead of what is asked for. */
export type HostReaction =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'silent' | 'broken off' | 'endless' | 'garbage' }
  | { readonly kind: 'as'; readonly mediaType: string };

export interface HostRequest {
  readonly method: string;
  /** Below the root of the scenario; the whole path where it is not below it. */
  readonly name: string;
  readonly headers: Headers;
  readonly octets: Uint8Array;
}

/**
 * A tester that keeps and takes data over HTTP, as a repository does. Each scenario has a root of its own, so that what
 * comes late from an earlier one is nobody's. @see dm2.md 5.3, 5.4, 5.8
 */
export class ObjectHost {
  /** `/r-1/`. */
  readonly root: string;
  readonly offers = new Map<string, Offer>();
  readonly reactions = new Map<string, HostReaction>();
  /** What it takes, where it says so. */
  accepts: string | undefined;
  /** Requests of this scenario. */
  readonly requests: HostRequest[] = [];
  readonly changes = new Changes();

  constructor(root: string) {
    this.root = root;
  }

  async take(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const isOwn = pathname.startsWith(this.root);
    const name = decodeURIComponent(isOwn ? pathname.slice(this.root.length) : pathname);
    const octets = new Uint8Array(await request.arrayBuffer());
    const { method, headers } = request;
    if (isOwn) this.requests.push({ method, name, headers, octets });
    this.changes.happened();
    const reaction = isOwn ? this.reactions.get(name) : undefined;
    if (reaction !== undefined) return this.#react(reaction, name);
    if (method === 'GET') return this.#offered(name);
    return this.#taken(headers.get('content-type'));
  }

  #offered(name: string, mediaType?: string): Response {
    const offer = this.offers.get(name);
    if (offer === undefined) return new Response(null, { status: 404 });
    const { type, body } = contentOf(offer);
    return new Response(body, { headers: { 'content-type': mediaType ?? type } });
  }

  #taken(contentType: string | null): Response {
    if (this.accepts === undefined || contentType?.startsWith(this.accepts) === true)
      return new Response(null, { status: 204 });
    return new Response(null, { status: 415, headers: { [ACCEPT_HEADER]: this.accepts } });
  }

  #react(reaction: HostReaction, name: string): Response {
    const headers = { 'content-type': OBJECTS_MEDIA_TYPE };
    switch (reaction.kind) {
      case 'status':
        return new Response(null, { status: reaction.status });
      case 'redirect':
        return new Response(null, { status: 307, headers: { location: reaction.location } });
      case 'silent':
        return misbehave(new Response(null), 'never');
      case 'garbage':
        return new Response(Uint8Array.of(0x7b, 0xff, 0xfe, 0x00, 0x22), { headers });
      case 'as':
        return this.#offered(name, reaction.mediaType);
      case 'endless':
        return new Response(pieces(Number.POSITIVE_INFINITY), { headers });
      case 'broken off':
        return new Response(pieces(PIECES_BEFORE_BREAK), { headers });
    }
  }
}

/** Enough that the wire carries some of it before it breaks. */
const PIECES_BEFORE_BREAK = 20;
const PIECE = new TextEncoder().encode(' '.repeat(64 * 1024));

/** The beginning of a list of objects, and blanks; the stream breaks after so many pieces. */
function pieces(count: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > count) controller.error(new Error('broken off on purpose'));
      else controller.enqueue(sent === 1 ? new TextEncoder().encode('[') : PIECE);
    },
  });
}

function contentOf(offer: Offer): { readonly type: string; readonly body: string | Uint8Array } {
  if (offer.kind === 'content') return { type: offer.mediaType, body: offer.octets };
  return { type: OBJECTS_MEDIA_TYPE, body: encodeObjects(offer.objects) };
}
