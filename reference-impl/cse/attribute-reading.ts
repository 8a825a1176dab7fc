import type { AttributeValue } from '../../protocol/model/attribute-value';

/** The strings of a list; a single string counts as a list of one, anything else as an empty one. */
export function textList(value: AttributeValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is string => typeof entry === 'string');
}

export function numberOf(value: AttributeValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The numbers of a list; a single number counts as a list of one. */
export function numberList(value: AttributeValue | undefined): readonly number[] {
  if (typeof value === 'number') return [value];
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is number => typeof entry === 'number');
}

export function isRecord(
  value: AttributeValue | undefined,
): value is { readonly [name: string]: AttributeValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
