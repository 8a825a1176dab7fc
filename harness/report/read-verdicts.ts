import { type Decoded, decoded, undecodable } from '../../protocol/model/decoded';
import { createSchemaCheck } from '../config/check-schema';
import type { RunResult } from '../verdict/run-result';
import schema from './verdicts.schema.json';
import { VERDICTS_SCHEMA_VERSION } from './verdicts-json';

const violationsOf = createSchemaCheck(schema);

/** Reads what verdictsJson wrote, to resume a run or to merge several. Never throws, whatever the text. */
export function readVerdicts(text: string): Decoded<RunResult> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const violation = violationsOf(parsed.value)[0];
  if (violation !== undefined) return undecodable('wrong-shape', violation.path.join('.'), violation.message);
  if (!isRun(parsed.value)) return undecodable('wrong-type', '', 'an object was expected');
  const { $schema: _, schemaVersion: __, ...run } = parsed.value;
  return decoded(run);
}

function parse(text: string): Decoded<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return decoded(value);
  } catch {
    return undecodable('syntax', '', 'the text is no JSON; it may have been cut off');
  }
}

type VerdictsDocument = RunResult & { readonly $schema?: string; readonly schemaVersion: number };

/** The schema check has said everything about the members by now. */
function isRun(value: unknown): value is VerdictsDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schemaVersion' in value &&
    value.schemaVersion === VERDICTS_SCHEMA_VERSION
  );
}
