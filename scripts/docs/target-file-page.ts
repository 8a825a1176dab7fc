import schema from '../../harness/config/target.schema.json';
import { code, document, prose, table } from './markdown';
import { generatedFrom, type Page } from './page';

/** The part of JSON Schema that the schema of target files uses. */
interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly items?: SchemaNode;
  readonly properties?: { readonly [key: string]: SchemaNode };
  readonly required?: readonly string[];
}

const INTRODUCTION = [
  'One YAML file describes the implementation under test: `flowproof init` writes a first one, `flowproof check` judges it, and an unknown key is an error that suggests the right one.',
  `For completion in an editor begin the file with ${code('# yaml-language-server: $schema=<path to>/harness/config/target.schema.json')}.`,
  `${code('$' + '{NAME}')} in a value is replaced from the environment. A value under a key that sounds like a secret (authorization, cookie, token, password, api-key ...) must consist of such a reference, with one word before it at most: ${code('Bearer $' + '{TOKEN}')}.`,
  'Durations are milliseconds. A path is taken from the folder of the target file; `launch.command` and `application.trigger.command` run in the folder of the package.',
];

const AFTERWORD = [
  '## ICS items',
  'Under `ics` stands what the implementation claims: `true` or `false` for each item that the selected scenarios depend on. `npx flowproof list --ics` prints the items. An item that is declared neither way stops the run before it starts (exit code 3). `false` for a family (`group.somecast`) covers its items (`group.somecast.random`).',
  'Declare `true` where the implementation sets out to do something, also where it does it with defects: those are what the run is to find.',
  '## Examples',
  '`fixtures/targets/reference-http.yaml` (a CSE that is launched), `fixtures/targets/reference-ae-http.yaml` (an application), `fixtures/targets/acme/acme.yaml` (an external CSE), `fixtures/targets/reference-dm-server.yaml`, `reference-dm-gateway.yaml` and `reference-dm-client.yaml` (device management).',
];

export function targetFilePage(): Page {
  const node: SchemaNode = schema;
  const text = document([
    generatedFrom('harness/config/target.schema.json'),
    '# The target file',
    ...INTRODUCTION,
    ...section('Top level', '', node),
    ...Object.entries(node.properties ?? {}).flatMap(([key, child]) => sections(key, child)),
    ...AFTERWORD,
  ]);
  return { file: 'docs/target-file.md', text };
}

/** A section for each object, the outer before the inner. */
function sections(path: string, node: SchemaNode): readonly string[] {
  if (node.properties === undefined) return [];
  const inner = Object.entries(node.properties).flatMap(([key, child]) => sections(`${path}.${key}`, child));
  return [...section(code(path), node.description ?? '', node), ...inner];
}

function section(title: string, description: string, node: SchemaNode): readonly string[] {
  const rows = Object.entries(node.properties ?? {}).map(([key, child]) => [
    code(key),
    typeText(child),
    node.required?.includes(key) ? 'required' : defaultText(child),
    prose(child.description ?? ''),
  ]);
  return [`## ${title}`, description, table(['Key', 'Value', 'If absent', 'Meaning'], rows)];
}

function typeText({ type = 'any', items, enum: values }: SchemaNode): string {
  if (values !== undefined) return values.map(code).join(', ');
  return items === undefined ? type : `list of ${typeText(items)}`;
}

function defaultText(node: SchemaNode): string {
  return node.default === undefined ? '' : code(JSON.stringify(node.default));
}
