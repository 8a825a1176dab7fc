import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textAt } from './build-tree';
import { answer, copy, replace, treeBed } from './tree-bed';

describe('Copy', () => {
  it('writes the value of a leaf over that of another, and of its own afterwards', async () => {
    const bed = treeBed();
    await bed.perform([replace('./Dyn/A', 'new')]);
    assert.deepEqual(await answer(copy('./Dyn/A', './Dyn/B'), bed), ['Copy 200']);
    await bed.perform([replace('./Dyn/A', 'newer')]);
    assert.equal(textAt(bed.tree, './Dyn/B'), 'new');
  });

  it('makes a target that is not there', async () => {
    const bed = treeBed();
    assert.deepEqual(await answer(copy('./DevInfo/Lang', './Free/Lang'), bed), ['Copy 200']);
    assert.equal(textAt(bed.tree, './Free/Lang'), 'en');
  });

  it('is forbidden for interior nodes, and from a node that is not there', async () => {
    for (const [from, to] of [
      ['./Dyn', './Free/x'],
      ['./Dyn/A', './Free'],
      ['./None', './Dyn/A'],
      ['../A', './Dyn/A'],
      ['./Dyn/A', '/x'],
    ] as const)
      assert.deepEqual(await answer(copy(from, to)), ['Copy 403'], `${from} to ${to}`);
  });

  it('is refused where Get, Replace or Add would be', async () => {
    const bed = treeBed({ Secret: { access: ['Replace'] }, Mine: { acl: 'Replace=srv' } });
    assert.deepEqual(await answer(copy('./Secret', './Dyn/A'), bed), ['Copy 405']);
    assert.deepEqual(await answer(copy('./Dyn/A', './DevInfo/Lang'), bed), ['Copy 405']);
    assert.deepEqual(await answer(copy('./Dyn/A', './x'), bed), ['Copy 405']);
    assert.deepEqual(await answer(copy('./Mine', './Dyn/A'), bed), ['Copy 425']);
    assert.deepEqual(await answer(copy('./Dyn/A?prop=Name', './Dyn/B'), bed), ['Copy 405']);
    assert.deepEqual(await answer(copy('./Dyn/A', './Dyn/B?prop=Title'), bed), ['Copy 405']);
  });
});
