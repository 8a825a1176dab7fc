import type { AttributeValue } from '../../model/attribute-value';
import { DEFAULT_LIMITS } from '../limits';
import { UnencodableError } from '../unencodable';
import { isXmlText } from '../xml-characters';

/** JSON text that the reader takes: nothing is written that it would refuse, or read as something else. */
export function writeJson(value: AttributeValue): string {
  requireWritable(value, 1);
  return JSON.stringify(value);
}

function requireWritable(value: AttributeValue, depth: number): void {
  if (depth > DEFAULT_LIMITS.depth + 1)
    throw new UnencodableError(`expected at most ${DEFAULT_LIMITS.depth} levels of objects and lists`);
  if (typeof value === 'string') requireText(value);
  else if (typeof value === 'number' && !Number.isFinite(value))
    throw new UnencodableError(`JSON has no number ${value}`);
  else if (typeof value === 'object' && value !== null) {
    if (!Array.isArray(value)) Object.keys(value).forEach(requireText);
    for (const entry of Object.values(value)) requireWritable(entry, depth + 1);
  }
}

function requireText(text: string): void {
  if (!isXmlText(text))
    throw new UnencodableError(
      `expected a text without control characters and halves of pairs, found ${JSON.stringify(text)}`,
    );
}
