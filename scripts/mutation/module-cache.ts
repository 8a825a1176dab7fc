import Module from 'node:module';
import { sep } from 'node:path';

/**
 * Loads TypeScript files of the working folder again without compiling them again. A mutant that acts as a file is loaded shows
 * only when the file is.
 */
type Loader = (module: LoadedModule, file: string) => unknown;

interface LoadedModule {
  _compile(code: string, file: string): unknown;
}

const compiled = new Map<string, string>();

export function rememberCompiledFiles(): void {
  const loaders = require.extensions as unknown as Record<string, Loader>;
  const load = loaders['.ts'];
  if (load === undefined) throw new Error('Register ts-node before files are remembered.');
  loaders['.ts'] = (module, file) => {
    const known = compiled.get(file);
    if (known !== undefined) return module._compile(known, file);
    const compile = module._compile;
    module._compile = (code, name) => {
      compiled.set(name, code);
      return compile.call(module, code, name);
    };
    return load(module, file);
  };
}

/** Whoever requires the module of this name gets this instead. */
export function replaceModule(name: string, replacement: unknown): void {
  const modules = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const load = modules._load;
  modules._load = (request, ...rest) => (request === name ? replacement : load(request, ...rest));
}

/** Files of the working folder are loaded anew by whoever requires them next; packages stay. */
export function forgetLoadedFiles(): void {
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(process.cwd() + sep) && !file.includes(`${sep}node_modules${sep}`)) {
      delete require.cache[file];
    }
  }
}
