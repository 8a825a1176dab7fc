import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { outputOf } from '../run-command';
import { StartFailure } from '../start-failure';

const ROOT = resolve(__dirname, '../..');
const VENV = join(ROOT, '.venv', 'acme');
const REQUIREMENTS = join(__dirname, 'requirements.txt');
/** Holds the digest of the requirements that the environment was filled from; written last. */
const STAMP = join(VENV, 'requirements.sha256');
const PYTHON = join(VENV, 'bin', 'python');
/** ACME asks for 3.11; the first of these that is so new makes the environment. */
const PYTHONS = ['python3.11', 'python3', 'python3.12', 'python3.13'];
const OLD_ENOUGH = 'import sys; sys.exit(sys.version_info < (3, 11))';
/** What pip says when it cannot get through to the index, in its own and its libraries' words. */
const NO_INDEX =
  /NewConnectionError|ConnectTimeout|ReadTimeout|NameResolution|name resolution|from versions: none|ProxyError|SSLError|Connection(Error| refused| reset| aborted)/i;

/** Puts the pinned ACME into .venv/acme unless it is there already, and answers the Python that has it. */
export async function installAcme(): Promise<string> {
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === digest) return PYTHON;
  console.log(`Installing ACME into ${VENV} ...`);
  await makeEnvironment(await findPython());
  await fillEnvironment();
  writeFileSync(STAMP, `${digest}\n`);
  return PYTHON;
}

async function findPython(): Promise<string> {
  for (const python of PYTHONS) {
    if ((await outputOf(python, ['-c', OLD_ENOUGH])).code === 0) return python;
  }
  throw new StartFailure(
    `ACME needs Python 3.11 or later; none of ${PYTHONS.join(', ')} is one. Install it and repeat.`,
  );
}

async function makeEnvironment(python: string): Promise<void> {
  const { code, output } = await outputOf(python, ['-m', 'venv', '--clear', VENV]);
  if (code !== 0)
    throw new StartFailure(`${output}\nCannot make a Python environment in ${VENV}; see above.`);
}

async function fillEnvironment(): Promise<void> {
  const words = [
    '-m',
    'pip',
    'install',
    '--disable-pip-version-check',
    '--no-input',
    '--requirement',
    REQUIREMENTS,
  ];
  const { code, output } = await outputOf(PYTHON, words);
  if (code === 0) return;
  if (!NO_INDEX.test(output))
    throw new StartFailure(`${output}\nACME could not be installed from the index; see above.`);
  const message =
    'ACME is not installed and the Python package index (PyPI) cannot be reached; nothing was tested.';
  throw new StartFailure(`${output}\n${message}`, StartFailure.INDEX_UNREACHABLE_EXIT_CODE);
}
