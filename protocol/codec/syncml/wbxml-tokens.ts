import { CODE_PAGES } from '../../tables/syncml/code-pages';

/** The global tokens of WBXML and the tag tokens of SyncML, indexed. @see WAP-192 7.1, 7.2 */
export const WBXML = {
  SWITCH_PAGE: 0x00,
  END: 0x01,
  ENTITY: 0x02,
  STRING_INLINE: 0x03,
  LITERAL: 0x04,
  STRING_TABLE: 0x83,
  OPAQUE: 0xc3,
} as const;

/** In a tag token. @see WAP-192 5.8.2 */
export const HAS_CONTENT = 0x40;
export const HAS_ATTRIBUTES = 0x80;

/** MIBenum of UTF-8 and of the part of it that is ASCII; 0 is unknown, which UTF-8 is taken for. */
export const UTF8_CHARSET = 106;
export const READABLE_CHARSETS: ReadonlySet<number> = new Set([0, 3, UTF8_CHARSET]);

export interface Tag {
  readonly name: string;
  readonly namespace: string;
}

/** By page and token. */
export const TAGS: ReadonlyMap<number, ReadonlyMap<number, Tag>> = new Map(
  CODE_PAGES.map(({ page, namespace, elements }) => [
    page,
    new Map(elements.map(({ name, token }) => [token, { name, namespace }])),
  ]),
);

/** By page and name. */
export const TOKENS: ReadonlyMap<number, ReadonlyMap<string, number>> = new Map(
  CODE_PAGES.map(({ page, elements }) => [page, new Map(elements.map(({ name, token }) => [name, token]))]),
);
