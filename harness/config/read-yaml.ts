import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { ConfigError } from './config-error';

/** The content of a YAML file, and where in the file each value stands. */
export interface YamlFile {
  readonly value: unknown;
  /** `my-cse.yaml:12` for the value (or, where it is a key of a map, the key) at `path`. */
  where(path: readonly (string | number)[]): string;
}

/** Reads one YAML file. The only file that knows the yaml library. */
export function readYaml(file: string): YamlFile {
  return parseYaml(file, readText(file));
}

/** Reads YAML text; `file` is for messages only. */
export function parseYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      where: `${basename(file)}:${lines.linePos(error.pos[0]).line}`,
      path: '',
      message: error.message,
    }));
    throw new ConfigError(`${file} is not valid YAML`, problems);
  }
  return {
    value: document.toJS({ maxAliasCount: 100 }),
    where: (path) => {
      const offset = offsetOf(document, path);
      return offset === undefined ? basename(file) : `${basename(file)}:${lines.linePos(offset).line}`;
    },
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = { where: file, path: '', message: reason, advice: 'check the path of the file' };
    throw new ConfigError('A file cannot be read', [problem]);
  }
}

/** Offset of the key of the last step of `path`, or of the nearest ancestor that exists. */
function offsetOf(document: Document, path: readonly (string | number)[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOfPresent(document, path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return undefined;
}

function offsetOfPresent(document: Document, path: readonly (string | number)[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(last));
    return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
