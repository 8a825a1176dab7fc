import type { DataType } from '../tables/onem2m/rows';
import type { WireValue } from './context';

/**
 * A scalar from its text, as headers, query arguments and XML carry it. Text that is none of the type stays text, for
 * the reader of values to refuse. @see XML Schema part 2
 */
export function scalarFromText(type: DataType, text: string): WireValue {
  switch (type.kind) {
    case 'boolean':
      return booleanFromText(text.trim());
    case 'integer':
    case 'enumeration':
      return /^\s*[+-]?\d+\s*$/u.test(text) ? Number(text) : text;
    case 'number':
      return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/iu.test(text) ? Number(text) : text;
    case 'string':
    case 'any':
      return text;
    default:
      return text.trim();
  }
}

function booleanFromText(text: string): WireValue {
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : text;
}
