import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textAt } from './build-tree';
import type { NodeDescription } from './node-description';
import { add, addNode, answer, codes, found, get, treeBed } from './tree-bed';
import { DEFAULT_TREE_LIMITS } from './tree-limits';

describe('Add', () => {
  it('makes a leaf with format, type and value', async () => {
    const { perform } = treeBed();
    const meta = { format: 'xml', type: 'text/xml' };
    const performed = await perform([add('./Free/x', '<a/>', meta), get('./Free/x')]);
    assert.deepEqual(codes(performed), ['Add 200', 'Get 200']);
    assert.deepEqual(found(performed), [{ source: { uri: './Free/x' }, meta, data: '<a/>' }]);
  });

  it('takes chr and text/plain for what nobody says, and no data for empty data', async () => {
    const { perform } = treeBed();
    const performed = await perform([add('Free/x'), get('Free/x')]);
    assert.deepEqual(found(performed), [{ source: { uri: 'Free/x' }, data: '' }]);
  });

  it('makes an interior node where Meta says so', async () => {
    const { perform } = treeBed();
    const type = 'org.example/1.0/Thing';
    const performed = await perform([add('Free/x', undefined, { format: 'node', type }), get('Free/x')]);
    assert.deepEqual(found(performed), [
      { source: { uri: 'Free/x' }, meta: { format: 'node', type }, data: '' },
    ]);
  });

  it('makes the nodes above as well', async () => {
    const bed = treeBed();
    assert.deepEqual(await answer(add('./Free/a/b/c', 'v'), bed), ['Add 200']);
    assert.equal(textAt(bed.tree, './Free/a/b/c'), 'v');
  });

  it('names the node above that it could not make, and makes nothing', async () => {
    const description: NodeDescription = { mayBeAdded: { a: { mayBeAdded: { c: {} } } } };
    const bed = treeBed({ Rule: { permanent: true, ...description } });
    const [performed] = await bed.perform([add('./Rule/a/b/c', 'v')]);
    assert.deepEqual(performed?.statuses, [{ code: 405, details: [{ target: { uri: './Rule/a/b' } }] }]);
    assert.deepEqual(await answer(get('./Rule/a'), bed), ['Get 404']);
  });

  it('is refused where there is a node already', async () => {
    assert.deepEqual(await answer(add('./Dyn/A', 'v')), ['Add 418']);
    assert.deepEqual(await answer(addNode('.')), ['Add 418']);
  });

  it('is refused below a leaf', async () => {
    assert.deepEqual(await answer(add('./Dyn/A/x', 'v')), ['Add 405']);
    assert.deepEqual(await answer(add('./Dyn/A/x/y', 'v')), ['Add 405']);
  });

  it('is refused where the device has no such node', async () => {
    assert.deepEqual(await answer(add('./x', 'v')), ['Add 405']);
    assert.deepEqual(await answer(add('./Dyn/C', 'v')), ['Add 405']);
  });

  it('knows no names but its own', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      assert.deepEqual(await answer(add(`./Dyn/${name}`, 'v')), ['Add 405'], name);
      const bed = treeBed();
      assert.deepEqual(await answer(add(`./Free/${name}`, 'v'), bed), ['Add 200'], name);
      assert.equal(textAt(bed.tree, `./Free/${name}`), 'v');
    }
  });

  it('does not make properties', async () => {
    assert.deepEqual(await answer(add('./Free/x?prop=Title', 'v')), ['Add 405']);
  });

  it('refuses formats that it does not know or the node does not have', async () => {
    const bed = treeBed({ Rule: { mayBeAdded: { number: { format: 'int' }, below: { mayBeAdded: {} } } } });
    assert.deepEqual(await answer(add('./Free/x', 'v', { format: 'text' }), bed), ['Add 415']);
    assert.deepEqual(await answer(add('./Rule/number', '1', { format: 'chr' }), bed), ['Add 415']);
    assert.deepEqual(await answer(add('./Rule/number', undefined, { format: 'node' }), bed), ['Add 415']);
    assert.deepEqual(await answer(add('./Rule/below', ''), bed), ['Add 415']);
    assert.deepEqual(await answer(add('./Rule/number', '1'), bed), ['Add 200']);
    assert.deepEqual(await answer(addNode('./Rule/below'), bed), ['Add 200']);
  });

  it('refuses a serialized tree, and a value for an interior node', async () => {
    const type = 'application/vnd.syncml.dmtnds+xml';
    assert.deepEqual(await answer(add('./Free/x', '<MgmtTree/>', { format: 'xml', type })), ['Add 415']);
    assert.deepEqual(await answer(add('./Free/x', 'a/b', { format: 'node' })), ['Add 405']);
  });

  it('refuses what is too large, too long or too much', async () => {
    const limits = { ...DEFAULT_TREE_LIMITS, valueSize: 10, segmentLength: 12, nodes: 12 };
    const bed = treeBed({}, { limits });
    assert.deepEqual(await answer(add('./Free/x', '12345678901'), bed), ['Add 413']);
    assert.deepEqual(await answer(add('./Free/1234567890123', ''), bed), ['Add 414']);
    assert.deepEqual(await answer(add('./Free/x', '1234567890'), bed), ['Add 200']);
    assert.deepEqual(await answer(add('./Free/y', ''), bed), ['Add 420']);
  });
});
