import { OBJECTS_MEDIA_TYPE, OBJECTS_MEDIA_TYPE_READ } from '../../tables/dm2/identifiers';

/** Media types and lists of them, as the headers of DM 2.0 have them. @see dm2.md 3.1 */
const HEADER_LENGTH = 8192;

/** Without parameters and in small letters; none where the charset is another than UTF-8. */
export function mediaTypeOf(contentType: string | null): string | undefined {
  const [essence = '', ...parameters] = (contentType ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || charset.replaceAll('"', '') === 'utf-8';
  return essence === '' || !isUtf8 ? undefined : essence;
}

export function isObjectsMediaType(contentType: string | null): boolean {
  const type = mediaTypeOf(contentType);
  return type === OBJECTS_MEDIA_TYPE || type === OBJECTS_MEDIA_TYPE_READ;
}

/** Whether a header in the form of Accept covers the type. No header covers all. */
export function acceptsMediaType(accept: string | null, type: string): boolean {
  if (accept === null || accept.trim() === '') return true;
  const [family = ''] = type.split('/');
  const qualities = rangesOf(accept);
  for (const range of [type, `${family}/*`, '*/*']) {
    const quality = qualities.get(range);
    if (quality !== undefined) return quality > 0;
  }
  return false;
}

/** The ranges that are wanted at all, in the order of the header. */
export function mediaRanges(accept: string): readonly string[] {
  return [...rangesOf(accept)].flatMap(([range, quality]) => (quality > 0 ? [range] : []));
}

function rangesOf(accept: string): ReadonlyMap<string, number> {
  const ranges = new Map<string, number>();
  for (const part of accept.slice(0, HEADER_LENGTH).split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
    if (range !== '') ranges.set(range, quality === undefined ? 1 : Number(quality));
  }
  return ranges;
}
