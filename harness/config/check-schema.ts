import { Ajv, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv';
import { isSecretKey } from './literal-secrets';
import { didYouMean } from './nearest';

/** A violation of a schema: which value, and what was expected of it. */
export interface SchemaViolation {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly advice?: string;
}

/**
 * Turns a JSON schema into a check that finds every violation of it. The only file that knows ajv. A schema is compiled
 * when it is first asked: most commands need one of them at the most, and compiling costs more than all else they do.
 */
export function createSchemaCheck(schema: AnySchema): (value: unknown) => readonly SchemaViolation[] {
  let compiled: ValidateFunction | undefined;
  return (value) => {
    compiled ??= new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile(
      schema,
    );
    return compiled(value) ? [] : distinct((compiled.errors ?? []).flatMap(violationOf));
  };
}

function violationOf(error: ErrorObject): readonly SchemaViolation[] {
  const path = pathOf(error.instancePath);
  if (error.keyword === 'if') return [];
  if (error.keyword === 'additionalProperties') return [unknownKey(path, error)];
  if (error.keyword === 'required') {
    const key = String(error.params.missingProperty);
    return [{ path: [...path, key], message: `is missing${purposeOf(error, key)}` }];
  }
  const found = isSecretKey(path.at(-1)) ? 'another value, which is secret' : shown(error.data);
  return [{ path, message: `expected ${expectationOf(error)}, got ${found}` }];
}

function unknownKey(path: readonly (string | number)[], error: ErrorObject): SchemaViolation {
  const key = String(error.params.additionalProperty);
  const advice = didYouMean(key, Object.keys(propertiesOf(error)));
  const violation = { path: [...path, key], message: 'unknown key' };
  return advice === undefined ? violation : { ...violation, advice };
}

function expectationOf(error: ErrorObject): string {
  const words: { readonly [keyword: string]: string } = {
    enum: `one of ${asList(error.params.allowedValues)}`,
    const: `${shown(error.params.allowedValue)}`,
    type: typeWords(error.params.type),
    pattern: described(error) ?? `text like ${String(error.params.pattern)}`,
    minimum: `at least ${String(error.params.limit)}`,
    maximum: `at most ${String(error.params.limit)}`,
    minLength: 'text that is not empty',
    minItems: 'a list that is not empty',
  };
  return words[error.keyword] ?? error.message ?? error.keyword;
}

function described(error: ErrorObject): string | undefined {
  const description: unknown = error.parentSchema?.description;
  if (typeof description !== 'string') return undefined;
  return description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/, '');
}

function propertiesOf(error: ErrorObject): { readonly [key: string]: unknown } {
  const properties: unknown = error.parentSchema?.properties;
  return isRecord(properties) ? properties : {};
}

function purposeOf(error: ErrorObject, key: string): string {
  const property = propertiesOf(error)[key];
  const description = isRecord(property) ? property.description : undefined;
  return typeof description === 'string' ? ` (${description.replace(/\.$/, '')})` : '';
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}

function typeWords(type: unknown): string {
  const words: { readonly [type: string]: string } = {
    boolean: 'true or false',
    array: 'a list',
    object: 'keys and values',
  };
  return words[String(type)] ?? asList(type);
}

function shown(value: unknown): string {
  if (value === null) return 'nothing';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function pathOf(pointer: string): readonly (string | number)[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(key) ? Number(key) : key;
  });
}

function distinct(violations: readonly SchemaViolation[]): readonly SchemaViolation[] {
  const seen = new Map(
    violations.map((violation) => [`${violation.path.join('/')} ${violation.message}`, violation]),
  );
  return [...seen.values()];
}
