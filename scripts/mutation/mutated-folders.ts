/**
 * The folders whose mutants are worth trying, and where the tests are that should notice: paths begin with one of them.
 * A folder that is not here is tried with the tests inside of it.
 */
export interface MutatedFolder {
  readonly folder: string;
  readonly tests: readonly string[];
  /** Parts of paths of tests that are too slow to be run for each mutant. */
  readonly tooSlow?: readonly string[];
  /** Folders inside of it that are tried by themselves, and files of it that only tests use. */
  readonly without?: readonly string[];
}

/** Thousands of random messages for each mutant would take hours: examples and vectors have to do. */
const RANDOM_MESSAGES = ['codec.property.test', 'libwbxml.test'];

export const MUTATED_FOLDERS: readonly MutatedFolder[] = [
  { folder: 'harness/verdict', tests: ['harness/verdict'] },
  { folder: 'harness/report/text', tests: ['harness/report/text'] },
  { folder: 'protocol/model', tests: ['protocol/'], tooSlow: RANDOM_MESSAGES },
  {
    folder: 'protocol/codec',
    tests: ['protocol/codec/'],
    tooSlow: RANDOM_MESSAGES,
    without: ['syncml', 'dm2'],
  },
  { folder: 'protocol/codec/syncml', tests: ['protocol/codec/syncml'], tooSlow: RANDOM_MESSAGES },
  { folder: 'protocol/codec/dm2', tests: ['protocol/codec/dm2'], tooSlow: RANDOM_MESSAGES },
  { folder: 'reference-impl/cse/group', tests: ['reference-impl/cse/group'], tooSlow: ['.property.test'] },
  {
    folder: 'reference-impl/cse/interactive',
    tests: ['reference-impl/cse/interactive'],
    tooSlow: ['.property.test'],
    without: ['interactive-promises.ts', 'interactive-world.ts', 'lives.ts'],
  },
  {
    folder: 'reference-impl/cse/request',
    tests: ['reference-impl/cse/request', 'reference-impl/cse/resource-types'],
  },
  {
    folder: 'reference-impl/cse/session',
    tests: ['reference-impl/cse/session'],
    tooSlow: ['.property.test'],
    without: ['use'],
  },
  {
    folder: 'reference-impl/cse/session/use',
    tests: ['reference-impl/cse/session'],
    tooSlow: ['.property.test'],
  },
  { folder: 'reference-impl/session', tests: ['reference-impl/session'] },
  { folder: 'reference-impl/fan-out', tests: ['reference-impl/fan-out'] },
  { folder: 'reference-impl/dm-gateway', tests: ['reference-impl/dm-gateway'] },
  { folder: 'reference-impl/dm2-server', tests: ['reference-impl/dm2-server'] },
  { folder: 'reference-impl/dm2-client', tests: ['reference-impl/dm2-client'] },
];

export function mutatedFolder(path: string): MutatedFolder {
  const folder = path.replace(/\/+$/, '');
  return MUTATED_FOLDERS.find((one) => one.folder === folder) ?? { folder, tests: [folder] };
}
