import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, whether it runs compiled (dist/) or from source. */
export const packageRoot = findPackageRoot(__dirname);

/** True where this process runs the compiled package. */
export const runsCompiled = __filename.endsWith('.js');

export const packageVersion = readVersion(join(packageRoot, 'package.json'));

function findPackageRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${start}`);
    folder = parent;
  }
  return folder;
}

function readVersion(file: string): string {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const isPackage = typeof content === 'object' && content !== null && 'version' in content;
  return isPackage ? String(content.version) : '0.0.0';
}
