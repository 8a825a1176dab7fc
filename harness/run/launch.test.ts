import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Launch } from '../config/target';
import { completeTarget } from '../config/target-defaults';
import { launchTarget } from './launch';

const target = completeTarget(
  { name: 'launched', roles: ['group-hosting-cse'], link: 'http', ics: {} },
  (path) => path,
);

function program(source: string, timeout = 10_000): Launch {
  return { command: [process.execPath, '-e', source], ready: 'listening on (\\S+)', timeout };
}

const FOREVER = 'setInterval(() => {}, 1000);';

/** Signal 0 tells whether a process is there without touching it. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('the address that the program announces becomes the address of the target, and the program is stopped', async () => {
  const launched = await launchTarget(
    target,
    program(`console.log('listening on http://127.0.0.1:1/' + process.pid + '/');${FOREVER}`),
  );
  const url = launched.target.cse.url ?? '';
  assert.match(url, /^http:\/\/127\.0\.0\.1:1\/\d+$/);
  const pid = Number(url.split('/').at(-1));
  assert.equal(isAlive(pid), true);
  await launched.stop();
  assert.equal(isAlive(pid), false);
});

test('a program that does not want to end is ended', async () => {
  const stubborn = `process.on('SIGTERM', () => {});console.log('listening on http://x/' + process.pid);${FOREVER}`;
  const launched = await launchTarget(target, program(stubborn));
  const pid = Number(launched.target.cse.url?.split('/').at(-1));
  await launched.stop();
  assert.equal(isAlive(pid), false);
});

test('a program that ends early is a problem that quotes its last words', async () => {
  const dying = "console.error('no such port');process.exit(3);";
  await assert.rejects(launchTarget(target, program(dying)), /launch: .*: it ended with 3: no such port/);
});

test('a program that is never ready is a problem that names what was waited for', async () => {
  await assert.rejects(
    launchTarget(target, program(FOREVER, 200)),
    /it did not say \/listening on \(\\S\+\)\/ within 200 ms/,
  );
});

test('a program that does not exist and an expression that is none are problems of the target file', async () => {
  const missing = { command: ['/no/such/program'], ready: 'x', timeout: 1000 };
  await assert.rejects(launchTarget(target, missing), /ENOENT/);
  await assert.rejects(
    launchTarget(target, { ...missing, ready: '(' }),
    /launch\.ready: .*Unterminated group/,
  );
});
