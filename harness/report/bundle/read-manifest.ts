import { type Decoded, decoded, undecodable } from '../../../protocol/model/decoded';
import { createSchemaCheck } from '../../config/check-schema';
import type { Manifest } from './manifest';
import schema from './manifest.schema.json';

const violationsOf = createSchemaCheck(schema);

/** Reads a manifest from a bundle that nobody has vouched for yet. Never throws, whatever the text. */
export function readManifest(text: string): Decoded<Manifest> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undecodable('syntax', '', 'the manifest is no JSON');
  }
  const violation = violationsOf(value)[0];
  if (violation !== undefined) return undecodable('wrong-shape', violation.path.join('.'), violation.message);
  return isManifest(value) ? decoded(value) : undecodable('wrong-type', '', 'an object was expected');
}

/** The schema check has said everything about the members by now. */
function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null;
}
