import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import { onNodes } from './command-building';
import { addInterior } from './node-commands';
import { TesterTree } from './tester-tree';

function pump(): TesterTree {
  const tree = new TesterTree();
  tree.set('./Pump/State', 'off');
  return tree;
}

function codes(tree: TesterTree, command: SyncMLCommand): number[] {
  return tree.perform(command).map(({ code }) => code);
}

describe('the nodes of a tester', () => {
  it('answer commands as the standard has it', () => {
    const tree = pump();
    assert.deepEqual(codes(tree, onNodes('Replace', ['Pump/State', 'on'])), [200]);
    assert.equal(tree.get('./Pump/State')?.data, 'on');
    assert.deepEqual(codes(tree, onNodes('Add', ['./Pump/State', 'x'])), [418]);
    assert.deepEqual(codes(tree, onNodes('Replace', ['./Pump/Mode', 'x'])), [404]);
    assert.deepEqual(codes(tree, addInterior('./Pump/More')), [200]);
    assert.deepEqual(codes(tree, onNodes('Delete', ['./Pump'])), [200]);
    assert.deepEqual(codes(tree, onNodes('Get', ['./Pump/State'])), [404]);
  });

  it('show leaves with their values and interior nodes with their children', () => {
    const tree = pump();
    tree.set('./Pump/Speed', { data: '1', format: 'int' });
    const [answered] = tree.perform(onNodes('Get', ['./Pump'], ['./Pump/Speed']));
    assert.deepEqual(
      answered?.found.map(({ meta, data }) => [meta?.format, data]),
      [
        ['node', 'State/Speed'],
        ['int', '1'],
      ],
    );
  });

  it('are as before when a command of an Atomic fails, or is refused', () => {
    const tree = pump();
    const commands = [onNodes('Replace', ['./Pump/State', 'on']), onNodes('Delete', ['./Nowhere'])];
    const atomic = { kind: 'Atomic', commandID: '1', commands } as const;
    assert.deepEqual(codes(tree, atomic), [507, 216, 404]);
    assert.equal(tree.get('./Pump/State')?.data, 'off');
    const refused = tree.perform({ ...atomic, commands: [commands[0] ?? atomic] }, ({ kind }) =>
      kind === 'Replace' ? 405 : undefined,
    );
    assert.deepEqual(
      refused.map(({ code }) => code),
      [507, 405],
    );
  });
});
