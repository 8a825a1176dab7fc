/** The serializations that there are, by the name that their media types end with. */
export const SERIALIZATIONS = ['json', 'xml'] as const;

export type SerializationName = (typeof SERIALIZATIONS)[number];
