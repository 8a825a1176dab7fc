import { dirname, join, relative } from 'node:path';
import { packageRoot } from '../config/package-root';

/** The first line of a target file, by which an editor finds its schema. */
export function schemaLine(output: string): string {
  const schema = relative(dirname(output), join(packageRoot, 'harness/config/target.schema.json'));
  return `# yaml-language-server: $schema=${schema.replaceAll('\\', '/')}`;
}
