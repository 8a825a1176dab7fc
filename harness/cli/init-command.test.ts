import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseYaml } from '../config/read-yaml';
import { buildProgram } from './program';
import { recordingTerminal } from './recording-terminal';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-init-'));

test('a gateway is described by its addresses, and what nobody can ask is left open', async () => {
  const server = createServer((_, response) => response.writeHead(405).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  assert.ok(typeof bound === 'object' && bound !== null);
  const output = join(folder, 'gateway.yaml');
  const terminal = recordingTerminal();
  const url = `http://127.0.0.1:${bound.port}`;
  const exitCode = await buildProgram(terminal)([
    'node',
    'flowproof',
    'init',
    '--role',
    'dm-gateway',
    '--url',
    url,
    '--output',
    output,
  ]);
  server.close();
  server.closeAllConnections();
  assert.equal(exitCode, 0);
  assert.match(terminal.lines.join('\n'), /address +http:\S+\/dm answers\nnotification +http:\S+ answers/);
  const { value } = parseYaml(output, readFileSync(output, 'utf8'));
  const { roles, management, ics } = value as { roles: unknown; management: object; ics: object };
  assert.deepEqual(roles, ['dm-gateway']);
  assert.deepEqual(Object.entries(management).slice(0, 2), [
    ['address', `${url}/dm`],
    ['notification', `${url}/notification`],
  ]);
  assert.ok('gateway.configuration' in ics);
  assert.ok(!('group' in ics));
});

test('another role is refused', async () => {
  const terminal = recordingTerminal();
  const program = buildProgram(terminal);
  await assert.rejects(
    program(['node', 'flowproof', 'init', '--role', 'ae', '--url', 'http://127.0.0.1:1', '--output', 'x']),
    /expected one of dm-server, dm-gateway, dm-client/,
  );
});
