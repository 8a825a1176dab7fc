import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { textAt } from './build-tree';
import { add, answer, codes, copy, found, get, remove, replace, target, treeBed } from './tree-bed';
import { DEFAULT_TREE_LIMITS } from './tree-limits';

describe('an address that is none', () => {
  const OF_COPY = ['Copy 403'];
  for (const uri of ['/Dyn/A', './Dyn/../Dyn/A', './Dyn//A', './Dyn/A/', './', ''])
    it(`"${uri}" is not found, and nothing is done`, async () => {
      const bed = treeBed();
      const commands = [get(uri), add(uri, 'v'), replace(uri, 'v'), remove(uri)];
      const answers = codes(await bed.perform(commands));
      assert.deepEqual(answers, ['Get 404', 'Add 404', 'Replace 404', 'Delete 404']);
      assert.deepEqual(await answer(copy(uri, './Dyn/A'), bed), OF_COPY);
      assert.equal(textAt(bed.tree, './Dyn/A'), 'old');
    });

  it('is told so where there is no item, and where the item has no target', async () => {
    for (const items of [[], [{ data: 'v' }]]) {
      const commands = (['Get', 'Add', 'Replace', 'Delete', 'Copy', 'Exec'] as const).map(
        (kind): SyncMLCommand => ({ kind, commandID: '1', items }),
      );
      const answers = codes(await treeBed().perform(commands));
      const rest = ['Get 404', 'Add 404', 'Replace 404', 'Delete 404', 'Copy 403', 'Exec 404'];
      assert.deepEqual(answers, rest);
    }
  });

  it('is too long past each bound', async () => {
    const bed = treeBed({}, { limits: { ...DEFAULT_TREE_LIMITS, depth: 4, uriLength: 30 } });
    for (const uri of ['./1/2/3/4/5', `./${'x'.repeat(29)}`])
      assert.deepEqual(
        codes(await bed.perform([get(uri), add(uri), replace(uri, ''), remove(uri), copy('./Dyn/A', uri)])),
        ['Get 414', 'Add 414', 'Replace 414', 'Delete 414', 'Copy 414'],
      );
  });
});

describe('a command with several items', () => {
  it('has one status where all have the same code', async () => {
    const performed = await treeBed().perform([get('./Dyn/A', './Dyn/B')]);
    assert.deepEqual(codes(performed), ['Get 200']);
    assert.equal(found(performed).length, 2);
  });

  it('has one for each where they differ, and does what can be done', async () => {
    const { perform } = treeBed();
    const performed = await perform([remove('./Dyn/A', './None', './DevInfo'), get('./Dyn/A')]);
    assert.deepEqual(codes(performed), ['Delete 200:./Dyn/A 404:./None 405:./DevInfo', 'Get 404']);
  });

  it('lends its Meta to the items that have none', async () => {
    const { perform } = treeBed();
    const items = [
      target('./Free/a', { data: '1' }),
      target('./Free/b', { data: '2', meta: { format: 'chr' } }),
    ];
    const command: SyncMLCommand = { kind: 'Add', commandID: '1', meta: { format: 'int' }, items };
    const performed = await perform([command, get('./Free/a', './Free/b')]);
    assert.deepEqual(
      found(performed).map(({ meta }) => meta?.format),
      ['int', undefined],
    );
  });
});

it('alerts to the user and commands of data synchronization are not supported', async () => {
  assert.deepEqual(await answer({ kind: 'Alert', commandID: '1', code: 1101, items: [] }), ['Alert 406']);
  assert.deepEqual(await answer({ kind: 'NotInDM', command: 'Put', commandID: '1' }), ['NotInDM 406']);
});

it('Status and Results are answered by nobody', async () => {
  const results: SyncMLCommand = { kind: 'Results', commandID: '1', commandReference: '1', items: [] };
  assert.deepEqual(await answer(results), []);
});
