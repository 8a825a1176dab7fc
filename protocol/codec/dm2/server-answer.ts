import type { Decoded } from '../../model/decoded';
import type { RequestPackage } from '../../model/dm2-package';
import { ACCEPT_HEADER, REQUEST_MEDIA_TYPE } from '../../tables/dm2/identifiers';
import { readBody } from '../http-body';
import { type CodecLimits, DEFAULT_LIMITS } from '../limits';
import { Place, shown } from '../place';
import { present } from '../syncml/element-reader';
import { UnencodableError } from '../unencodable';
import { mediaRanges, mediaTypeOf } from './media-types';
import { decodeRequestPackage, encodeRequestPackage } from './request-package';

/** Package 2 as the HTTP answer that it is. @see dm2.md 3.1, 4.1 */
export interface ServerAnswer {
  readonly request: RequestPackage;
  /** Where package 3 goes: absolute once it was read, of the same origin as what was asked. */
  readonly next?: string;
  /** What repositories take besides, or instead of, management object data. */
  readonly objectTypes?: readonly string[];
}

const LINK_LENGTH = 8192;
const LINK = /<([^<>\s]*)>([^<]*)/gu;
const REL_NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\s*(?:[;,]|$))/iu;

export function encodeServerAnswer({ request, next, objectTypes }: ServerAnswer): Response {
  if (next !== undefined && !/^[\x21-\x3b\x3d\x3f-\x7e]+$/u.test(next))
    throw new UnencodableError(`no link can name ${JSON.stringify(next)}`);
  return new Response(encodeRequestPackage(request), {
    headers: {
      'Content-Type': REQUEST_MEDIA_TYPE,
      'Cache-Control': 'no-store',
      ...(next !== undefined && { Link: `<${next}>; rel="next"` }),
      ...(objectTypes !== undefined && { [ACCEPT_HEADER]: objectTypes.join(', ') }),
    },
  });
}

/** Of an answer with status 200. `url` is where the message went. Never rejects. */
export async function decodeServerAnswer(
  response: Response,
  url: string,
  limits: CodecLimits = DEFAULT_LIMITS,
): Promise<Decoded<ServerAnswer>> {
  const place = new Place('answer');
  const contentType = response.headers.get('Content-Type');
  if (mediaTypeOf(contentType) !== REQUEST_MEDIA_TYPE)
    place.refuse('unsupported-media-type', `expected ${REQUEST_MEDIA_TYPE}, found ${shown(contentType)}`);
  const text = place.sound ? await readBody(response, limits, place) : '';
  const body = place.outcome(text);
  const request = body.ok ? decodeRequestPackage(text, limits) : body;
  if (!request.ok) return request;
  const accept = response.headers.get(ACCEPT_HEADER);
  return {
    ok: true,
    value: {
      request: request.value,
      ...present({
        next: nextURL(response.headers.get('Link'), url),
        objectTypes: accept === null ? undefined : mediaRanges(accept),
      }),
    },
  };
}

/** A link to another origin is passed over. */
function nextURL(header: string | null, url: string): string | undefined {
  for (const [, target = '', parameters = ''] of (header ?? '').slice(0, LINK_LENGTH).matchAll(LINK)) {
    if (!REL_NEXT.test(parameters) || !URL.canParse(target, url)) continue;
    const next = new URL(target, url);
    return next.origin === new URL(url).origin ? next.href : undefined;
  }
  return undefined;
}
