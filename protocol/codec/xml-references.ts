import type { Place } from './place';

const PREDEFINED: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces character references and the five predefined entities; any other entity is refused. */
export function readReferences(raw: string, place: Place): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#(\d{1,7});|#x([\da-f]{1,6});|(\w+);)?/giu, (all, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10), place);
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16), place);
    if (name === undefined) return refused(place, 'syntax', 'not XML: expected a reference after &');
    return (
      (Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined) ??
      refused(place, 'entities', `entity ${all} is not known`)
    );
  });
}

function character(code: number, place: Place): string {
  const legal =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0x10ffff);
  if (!legal || code === 0xfffe || code === 0xffff)
    return refused(place, 'syntax', `not XML: reference to character ${code}`);
  return String.fromCodePoint(code);
}

function refused(place: Place, reason: 'syntax' | 'entities', detail: string): string {
  place.refuse(reason, detail);
  return '';
}
