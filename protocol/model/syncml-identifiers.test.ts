import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from './syncml-command';
import { allCommands, identifierFindings } from './syncml-identifiers';

function get(commandID: string): SyncMLCommand {
  return { kind: 'Get', commandID, items: [] };
}

function sequence(commandID: string, ...commands: SyncMLCommand[]): SyncMLCommand {
  return { kind: 'Sequence', commandID, commands };
}

function findings(commands: readonly SyncMLCommand[], sessionID = '1') {
  const location = { uri: 'a' };
  const header = { versionDTD: '1.2', versionProtocol: 'DM/1.2', sessionID, messageID: 1 };
  return identifierFindings({
    header: { ...header, target: location, source: location },
    commands,
    final: true,
  });
}

describe('the identifiers of a SyncML message', () => {
  it('are sound where each command has its own', () => {
    assert.deepEqual(findings([get('1'), sequence('2', get('3')), get('4')], 'FFFF'), []);
  });

  it('are repeated also where one command is inside of another; each is named once', () => {
    assert.deepEqual(findings([get('1'), sequence('2', get('1'), get('1'))]), [
      { kind: 'command-repeated', identifier: '1' },
    ]);
    assert.deepEqual(findings([sequence('2', get('2'))]), [{ kind: 'command-repeated', identifier: '2' }]);
  });

  it('may be missing or 0', () => {
    assert.deepEqual(findings([get(''), get(''), get('0')]), [
      { kind: 'command-without', identifier: '' },
      { kind: 'command-zero', identifier: '0' },
    ]);
  });

  it('of a session have at most 4 characters', () => {
    assert.deepEqual(findings([], '12345'), [{ kind: 'session-too-long', identifier: '12345' }]);
  });
});

it('commands come in the order of the message, groups before what they hold', () => {
  const commands = [get('1'), sequence('2', sequence('3', get('4'))), get('5')];
  assert.deepEqual(
    [...allCommands(commands)].map(({ commandID }) => commandID),
    ['1', '2', '3', '4', '5'],
  );
});
