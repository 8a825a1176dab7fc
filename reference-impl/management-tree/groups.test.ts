import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { textAt } from './build-tree';
import { defaultTreeProcedures } from './default-procedures';
import { done, type Outcome } from './outcome';
import { createCommandPerformer } from './performer';
import { add, codes, copy, get, group, remove, replace, target, treeBed } from './tree-bed';

const EXEC: SyncMLCommand = { kind: 'Exec', commandID: '9', items: [target('./Set/Start')] };
const ALERT: SyncMLCommand = { kind: 'Alert', commandID: '9', code: 1101, items: [] };

describe('Sequence', () => {
  it('has each command in its turn, and its own status in front', async () => {
    const bed = treeBed();
    const performed = await bed.perform([
      group('Sequence', replace('./Dyn/A', 'new'), get('./None'), EXEC, get('./Dyn/A')),
    ]);
    assert.deepEqual(codes(performed), ['Sequence 200', 'Replace 200', 'Get 404', 'Exec 202', 'Get 200']);
    assert.equal(performed[4]?.found[0]?.data, 'new');
    assert.equal(bed.executions.length, 1);
  });

  it('may hold another, and an Atomic', async () => {
    const inner = group('Sequence', get('./Dyn/A'));
    const atomic = group('Atomic', replace('./Dyn/A', 'x'));
    const performed = await treeBed().perform([group('Sequence', inner, atomic), get('./Dyn/B')]);
    assert.deepEqual(codes(performed), [
      'Sequence 200',
      'Sequence 200',
      'Get 200',
      'Atomic 200',
      'Replace 200',
      'Get 200',
    ]);
  });
});

describe('Atomic', () => {
  it('does all', async () => {
    const bed = treeBed();
    const performed = await bed.perform([
      group('Atomic', add('./Free/x', '1'), replace('./Dyn/A', '2'), copy('./Dyn/A', './Dyn/B')),
    ]);
    assert.deepEqual(codes(performed), ['Atomic 200', 'Add 200', 'Replace 200', 'Copy 200']);
    assert.equal(textAt(bed.tree, './Dyn/B'), '2');
  });

  it('or takes back what was done and leaves the rest', async () => {
    const bed = treeBed();
    const performed = await bed.perform([
      group('Atomic', replace('./Dyn/A', 'new'), remove('./Dyn/B'), add('./Dyn/A', ''), remove('./Dyn')),
    ]);
    assert.deepEqual(codes(performed), ['Atomic 507', 'Replace 216', 'Delete 216', 'Add 418', 'Delete 215']);
    assert.equal(textAt(bed.tree, './Dyn/A'), 'old');
    assert.equal(textAt(bed.tree, './Dyn/B'), 'old');
  });

  it('takes back the items of the command that failed as well', async () => {
    const bed = treeBed();
    const performed = await bed.perform([group('Atomic', remove('./Dyn/A', './None'))]);
    assert.deepEqual(codes(performed), ['Atomic 507', 'Delete 216:./Dyn/A 404:./None']);
    assert.equal(textAt(bed.tree, './Dyn/A'), 'old');
  });

  for (const [name, inside, rest] of [
    ['Get', get('./Dyn/A'), ['Get 500']],
    ['Exec', EXEC, ['Exec 500']],
    ['Atomic', group('Atomic', replace('./Dyn/B', 'x')), ['Atomic 500', 'Replace 215']],
    ['Sequence', group('Sequence', replace('./Dyn/B', 'x')), ['Sequence 500', 'Replace 215']],
  ] as const)
    it(`fails with a ${name} inside`, async () => {
      const bed = treeBed();
      const performed = await bed.perform([group('Atomic', replace('./Dyn/A', 'new'), inside)]);
      assert.deepEqual(codes(performed), ['Atomic 507', 'Replace 216', ...rest]);
      assert.equal(textAt(bed.tree, './Dyn/A'), 'old');
      assert.equal(textAt(bed.tree, './Dyn/B'), 'old');
      assert.deepEqual(bed.executions, []);
      assert.deepEqual(
        performed.flatMap(({ found }) => found),
        [],
      );
    });

  it('keeps nothing of the rights that it gave', async () => {
    const bed = treeBed();
    const grab = replace('./Dyn?prop=ACL', 'Get=srv');
    await bed.perform([group('Atomic', grab, remove('./None'))]);
    const [performed] = await bed.perform([get('./Dyn?prop=ACL')], 'other');
    assert.equal(performed?.found[0]?.data, '');
  });

  it('stays failed whatever is among its commands', async () => {
    const results: SyncMLCommand = { kind: 'Results', commandID: '1', commandReference: '1', items: [] };
    const performed = await treeBed().perform([group('Atomic', get('.'), results, remove('./Dyn'))]);
    assert.deepEqual(codes(performed), ['Atomic 507', 'Get 500', 'Delete 215']);
  });

  it('of nothing is done', async () => {
    assert.deepEqual(codes(await treeBed().perform([group('Atomic')])), ['Atomic 200']);
  });
});

describe('the answer of a user', () => {
  /** A device that has a user who says this to every alert. */
  async function withUser(answer: Outcome, commands: readonly SyncMLCommand[]): Promise<string[]> {
    const procedures = { ...defaultTreeProcedures, alert: () => answer };
    return codes(await createCommandPerformer(treeBed().tree, procedures).perform(commands, 'srv'));
  }
  const REMOVE = remove('./Dyn');

  it('"yes" goes on', async () => {
    assert.deepEqual(await withUser(done(), [group('Sequence', ALERT, REMOVE)]), [
      'Sequence 200',
      'Alert 200',
      'Delete 200',
    ]);
  });

  it('"no" bypasses the rest of a Sequence, fails an Atomic, and has no effect elsewhere', async () => {
    const no = { code: 304 };
    const after = group('Sequence', ALERT, REMOVE, group('Atomic', remove('./Dyn/A')));
    assert.deepEqual(await withUser(no, [after]), [
      'Sequence 200',
      'Alert 304',
      'Delete 215',
      'Atomic 215',
      'Delete 215',
    ]);
    assert.deepEqual(await withUser(no, [group('Atomic', remove('./Dyn/A'), ALERT)]), [
      'Atomic 507',
      'Delete 216',
      'Alert 304',
    ]);
    assert.deepEqual(await withUser(no, [ALERT, REMOVE]), ['Alert 304', 'Delete 200']);
  });

  it('"cancel" bypasses everything behind it', async () => {
    const cancel = { code: 214 };
    assert.deepEqual(await withUser(cancel, [group('Sequence', ALERT, get('.')), REMOVE]), [
      'Sequence 200',
      'Alert 214',
      'Get 215',
      'Delete 215',
    ]);
  });
});
