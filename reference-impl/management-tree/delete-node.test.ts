import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answer, codes, get, remove, treeBed } from './tree-bed';

describe('Delete', () => {
  it('removes a node with all that is below it', async () => {
    const { perform } = treeBed();
    const performed = await perform([remove('./Dyn'), get('./Dyn/A'), get('./Dyn')]);
    assert.deepEqual(codes(performed), ['Delete 200', 'Get 404', 'Get 404']);
  });

  it('leaves the root, permanent nodes, and what they are in', async () => {
    const bed = treeBed({ Mixed: { access: ['Delete'], nodes: { P: { permanent: true } } } });
    for (const uri of ['.', './DevInfo', './DevInfo/DevId', './Mixed'])
      assert.deepEqual(await answer(remove(uri), bed), ['Delete 405'], uri);
  });

  it('is refused where the access type of the node excludes it, not where that of one below does', async () => {
    const bed = treeBed({ X: { access: ['Delete'], nodes: { Y: { access: ['Get'] } } } });
    assert.deepEqual(await answer(remove('./X/Y'), bed), ['Delete 405']);
    assert.deepEqual(await answer(remove('./X'), bed), ['Delete 200']);
  });

  it('is refused for what is not there, and for properties', async () => {
    assert.deepEqual(await answer(remove('./None')), ['Delete 404']);
    assert.deepEqual(await answer(remove('./Dyn/A?prop=Title')), ['Delete 405']);
  });
});
