import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textAt } from './build-tree';
import { add, answer, codes, found, get, replace, treeBed } from './tree-bed';
import { DEFAULT_TREE_LIMITS } from './tree-limits';

describe('Replace', () => {
  it('gives a leaf another value and keeps format and type that it does not name', async () => {
    const { perform } = treeBed({
      Doc: { format: 'xml', type: 'text/xml', access: ['Get', 'Replace'], value: '<a/>' },
    });
    const performed = await perform([replace('./Doc', '<b/>'), get('./Doc')]);
    const meta = { format: 'xml', type: 'text/xml' };
    assert.deepEqual(found(performed), [{ source: { uri: './Doc' }, meta, data: '<b/>' }]);
  });

  it('never creates', async () => {
    assert.deepEqual(await answer(replace('./Free/x', 'v')), ['Replace 404']);
  });

  it('is refused for interior nodes, and for a leaf that shall become one', async () => {
    assert.deepEqual(await answer(replace('./Dyn', 'v')), ['Replace 405']);
    assert.deepEqual(await answer(replace('.', 'v')), ['Replace 405']);
    assert.deepEqual(await answer(replace('./Dyn/A', '', { format: 'node' })), ['Replace 405']);
  });

  it('is refused where the device allows none', async () => {
    assert.deepEqual(await answer(replace('./DevInfo/DevId', 'v')), ['Replace 405']);
  });

  it('changes format and type of dynamic nodes only', async () => {
    const bed = treeBed();
    assert.deepEqual(await answer(replace('./Set/Mode', 'v', { format: 'int' }), bed), ['Replace 405']);
    assert.deepEqual(await answer(replace('./Set/Mode', 'v', { type: 'text/html' }), bed), ['Replace 405']);
    assert.equal(textAt(bed.tree, './Set/Mode'), 'old');
    const meta = { format: 'chr', type: 'text/plain' };
    assert.deepEqual(await answer(replace('./Set/Mode', 'v', meta), bed), ['Replace 200']);
    await bed.perform([
      add('./Free/x', 'v'),
      replace('./Free/x', '1', { format: 'int', type: 'text/x-int' }),
    ]);
    const [, type] = await bed.perform([get('./Free/x?prop=Format'), get('./Free/x?prop=Type')]);
    assert.equal(type?.found[0]?.data, 'text/x-int');
  });

  it('takes other names for a permanent value where the device says so, and keeps its own', async () => {
    const own = { format: 'xml', type: 'text/xml', otherFormats: ['chr'], otherTypes: ['text/plain'] };
    const { perform } = treeBed({ Doc: { ...own, permanent: true, access: ['Get', 'Replace'] } });
    const meta = { format: 'chr', type: 'text/plain' };
    const performed = await perform([replace('./Doc', '<b/>', meta), get('./Doc')]);
    assert.deepEqual(codes(performed), ['Replace 200', 'Get 200']);
    assert.deepEqual(found(performed)[0]?.meta, { format: 'xml', type: 'text/xml' });
  });

  it('refuses what is too large, and serialized trees', async () => {
    const bed = treeBed({}, { limits: { ...DEFAULT_TREE_LIMITS, valueSize: 10 } });
    assert.deepEqual(await answer(replace('./Dyn/A', '12345678901'), bed), ['Replace 413']);
    const type = 'application/vnd.syncml.dmtnds+wbxml';
    assert.deepEqual(await answer(replace('./Dyn/A', 'v', { type }), bed), ['Replace 415']);
  });
});

describe('octets', () => {
  const OCTETS = Uint8Array.from([0, 255, 128]);

  it('travel in base64 and are kept as octets', async () => {
    const { perform } = treeBed();
    const performed = await perform([
      add('./Free/x', 'AP+A', { format: 'b64', type: 'image/png' }),
      get('./Free/x', './Free/x?prop=Format', './Free/x?prop=Size'),
    ]);
    const [item, format, size] = found(performed);
    assert.deepEqual(item, {
      source: { uri: './Free/x' },
      meta: { format: 'b64', type: 'image/png' },
      data: 'AP+A',
    });
    assert.deepEqual([format?.data, size?.data], ['bin', '3']);
  });

  it('may come as they are', async () => {
    const { perform } = treeBed();
    const performed = await perform([add('./Free/x', OCTETS, { format: 'bin' }), get('./Free/x')]);
    assert.deepEqual(found(performed)[0], {
      source: { uri: './Free/x' },
      meta: { format: 'b64' },
      data: 'AP+A',
    });
  });

  it('are refused where text is said, and base64 that is none', async () => {
    assert.deepEqual(await answer(add('./Free/x', OCTETS)), ['Add 415']);
    assert.deepEqual(await answer(add('./Free/x', 'A', { format: 'b64' })), ['Add 415']);
    assert.deepEqual(await answer(add('./Free/x', 'A-_=', { format: 'b64' })), ['Add 415']);
  });

  it('stay base64 where that is the format of the node', async () => {
    const { perform } = treeBed({ Key: { format: 'b64', access: ['Get', 'Replace'] } });
    const performed = await perform([
      replace('./Key', 'QUJD', { format: 'b64' }),
      get('./Key', './Key?prop=Format', './Key?prop=Size'),
    ]);
    assert.deepEqual(
      found(performed).map(({ data }) => data),
      ['QUJD', 'b64', '4'],
    );
  });
});
