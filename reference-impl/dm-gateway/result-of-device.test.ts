import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ResultsCommand, StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { connect, gatewayBed, get } from './gateway-bed';

/** What the server reads of one device, after it said this of the commands. @see GFO step 6 */
type Said = { readonly statuses?: readonly StatusCommand[]; readonly results?: readonly ResultsCommand[] };

function status(commandReference: string, code: number, more: Partial<StatusCommand> = {}): StatusCommand {
  const references = { targetReferences: [], sourceReferences: [], items: [] };
  return {
    kind: 'Status',
    commandID: 'x',
    messageReference: 9,
    commandReference,
    command: 'Get',
    code,
    ...references,
    ...more,
  };
}

function results(commandReference: string, uri: string, data: string): ResultsCommand {
  return {
    kind: 'Results',
    commandID: 'y',
    messageReference: 9,
    commandReference,
    items: [{ source: { uri }, data }],
  };
}

/** The commands travel as s1, s2 and so on; those inside of others as s1.1. */
async function readBy(commands: readonly SyncMLCommand[], said: readonly Said[]) {
  const bed = gatewayBed({ groups: { pumps: ['d1'] } });
  bed.set('./GwConfig/Groups/pumps', commands);
  bed.start();
  const work = connect(bed, 'd1');
  await work.next([]);
  await work.next(
    commands.map((command, index) => {
      const name = `s${index + 1}`;
      const inside = 'commands' in command && {
        commands: command.commands.map((one, at) => ({ ...one, commandID: `${name}.${at + 1}` })),
      };
      const travelled = { ...command, commandID: name, ...inside } as SyncMLCommand;
      return {
        command: travelled,
        statuses: said[index]?.statuses ?? [],
        results: said[index]?.results ?? [],
      };
    }),
  );
  const entries = bed.resultsOf(1)?.[0]?.entries ?? [];
  return entries.map((entry) => {
    if (entry.kind === 'Status')
      return [
        entry.commandID,
        entry.messageReference,
        'Status',
        entry.commandReference,
        entry.command,
        entry.code,
      ];
    if (entry.kind !== 'Results') return [entry.kind];
    const { commandID, messageReference, commandReference, items } = entry;
    return [commandID, messageReference, 'Results', commandReference, items[0]?.source?.uri, items[0]?.data];
  });
}

const GETS = [get('a', './A'), get('b', './B')];

describe('the result of a device', () => {
  it('has what it said of each command, numbered, under the identifiers of the server', async () => {
    const said = [
      { statuses: [status('s1', 200)], results: [results('s1', './A', '1')] },
      { statuses: [status('s2', 404)] },
    ];
    assert.deepEqual(await readBy(GETS, said), [
      ['1', 1, 'Status', 'a', 'Get', 200],
      ['2', 1, 'Results', 'a', './A', '1'],
      ['3', 1, 'Status', 'b', 'Get', 404],
    ]);
  });

  it('says of a command with results and no status that it has none, before the results', async () => {
    const said = [{ results: [results('s1', './A', '1')] }, {}];
    assert.deepEqual(await readBy(GETS, said), [
      ['1', 1, 'Status', 'a', 'Get', 408],
      ['2', 1, 'Results', 'a', './A', '1'],
      ['3', 1, 'Status', 'b', 'Get', 408],
    ]);
  });

  it('leaves out what is about no command of this place', async () => {
    const said = [{ statuses: [status('s2', 500), status('zzz', 500), status('s1', 200)] }, {}];
    assert.deepEqual(await readBy(GETS, said), [
      ['1', 1, 'Status', 'a', 'Get', 200],
      ['2', 1, 'Status', 'b', 'Get', 408],
    ]);
  });

  it('has every status of one command that is about another target or source, and each once', async () => {
    const first = status('s1', 200, { targetReferences: ['./A'] });
    const second = status('s1', 404, { targetReferences: ['./B'] });
    const third = status('s1', 405, { sourceReferences: ['./B'] });
    const repeated = status('s1', 500, { targetReferences: ['./A'] });
    assert.deepEqual(await readBy([get('a', './A')], [{ statuses: [first, second, third, repeated] }]), [
      ['1', 1, 'Status', 'a', 'Get', 200],
      ['2', 1, 'Status', 'a', 'Get', 404],
      ['3', 1, 'Status', 'a', 'Get', 405],
    ]);
  });

  it('has results of each source, and of each once', async () => {
    const said = [results('s1', './A/1', 'x'), results('s1', './A/2', 'y'), results('s1', './A/1', 'z')];
    assert.deepEqual(await readBy([get('a', './A')], [{ statuses: [status('s1', 200)], results: said }]), [
      ['1', 1, 'Status', 'a', 'Get', 200],
      ['2', 1, 'Results', 'a', './A/1', 'x'],
      ['3', 1, 'Results', 'a', './A/2', 'y'],
    ]);
  });

  it('has what is said of commands inside of others', async () => {
    const sequence: SyncMLCommand = { kind: 'Sequence', commandID: 'q', commands: GETS };
    const statuses = [status('s1', 200, { command: 'Sequence' }), status('s1.2', 404), status('s1.1', 200)];
    assert.deepEqual(await readBy([sequence], [{ statuses }]), [
      ['1', 1, 'Status', 'q', 'Sequence', 200],
      ['2', 1, 'Status', 'b', 'Get', 404],
      ['3', 1, 'Status', 'a', 'Get', 200],
    ]);
  });

  for (const [what, identifiers] of [
    ['twice', ['a', 'a']],
    ['empty', ['a', '']],
    ['0', ['0', 'a']],
  ] as const) {
    it(`counts by position where an identifier is there ${what}`, async () => {
      const commands = identifiers.map((commandID) => get(commandID, './A'));
      const said = [{ statuses: [status('s1', 200)] }, { statuses: [status('s2', 404)] }];
      assert.deepEqual(await readBy(commands, said), [
        ['1', 1, 'Status', '1', 'Get', 200],
        ['2', 1, 'Status', '2', 'Get', 404],
      ]);
    });
  }

  it('says nothing of challenges, which are between the device and the gateway', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] } });
    bed.set('./GwConfig/Groups/pumps', [get('a', './A')]);
    bed.start();
    const work = connect(bed, 'd1');
    const [command] = await work.next([]);
    assert.ok(command !== undefined);
    const challenge = { type: 'md5', nonce: new Uint8Array([1]) } as const;
    const challenged = { ...status('a', 401), challenge } as unknown as StatusCommand;
    await work.next([{ command, statuses: [challenged], results: [] }]);
    const [entry] = bed.resultsOf(1)?.[0]?.entries ?? [];
    assert.deepEqual(entry && 'challenge' in entry, false);
  });
});
