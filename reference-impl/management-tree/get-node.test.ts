import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answer, codes, found, get, treeBed } from './tree-bed';

describe('Get', () => {
  it('of an interior node is the names of its children', async () => {
    const { perform } = treeBed();
    const performed = await perform([get('./DevInfo')]);
    const meta = { format: 'node', type: 'urn:oma:mo:oma-dm-devinfo:1.0' };
    assert.deepEqual(found(performed), [{ source: { uri: './DevInfo' }, meta, data: 'DevId/Lang' }]);
  });

  it('of an interior node without children is empty text', async () => {
    const { perform } = treeBed();
    const performed = await perform([get('./Free')]);
    assert.deepEqual(codes(performed), ['Get 200']);
    assert.deepEqual(found(performed), [{ source: { uri: './Free' }, meta: { format: 'node' }, data: '' }]);
  });

  it('of the root is what is below it', async () => {
    const { perform } = treeBed();
    assert.equal(found(await perform([get('.')]))[0]?.data, 'DevInfo/Set/Dyn/Free');
  });

  it('of a secret is refused, whoever asks', async () => {
    const bed = treeBed({ Secret: { access: ['Replace'], value: 'shh' } });
    const performed = await bed.perform([get('./Secret')]);
    assert.deepEqual(codes(performed), ['Get 405']);
    assert.deepEqual(found(performed), []);
  });

  it('with Struct is every node without data', async () => {
    const { perform } = treeBed();
    assert.deepEqual(found(await perform([get('./DevInfo?list=Struct')])), [
      { source: { uri: './DevInfo' }, meta: { format: 'node', type: 'urn:oma:mo:oma-dm-devinfo:1.0' } },
      { source: { uri: './DevInfo/DevId' } },
      { source: { uri: './DevInfo/Lang' } },
    ]);
  });

  it('with StructData is every node with the data of leaves, but for what may not be read', async () => {
    const { perform } = treeBed({
      X: { acl: 'Get=*', nodes: { Secret: { access: [], value: 's' }, Other: { acl: 'Get=b', value: 'o' } } },
      Y: { acl: 'Get=b', nodes: { Leaf: { acl: 'Get=*', value: 'l' } } },
    });
    assert.deepEqual(found(await perform([get('X?list=StructData')], 'b')), [
      { source: { uri: 'X' }, meta: { format: 'node' } },
      { source: { uri: 'X/Other' }, data: 'o' },
    ]);
    const uris = found(await perform([get('.?list=StructData')], 'c')).map(({ source }) => source?.uri);
    assert.ok(uris.includes('./Y/Leaf'));
    assert.ok(!uris.includes('./Y') && !uris.includes('./X/Other') && !uris.includes('./X/Secret'));
  });

  it('with anything else is not supported', async () => {
    for (const query of ['list=TNDS', 'list=TNDS+Value', 'list=', 'list=struct', 'x=y', ''])
      assert.deepEqual(await answer(get(`./Dyn/A?${query}`)), ['Get 406'], query);
  });

  it('of a node that says its value anew finds what it says then', async () => {
    let turn = 0;
    const read = () => {
      turn += 1;
      return `turn ${turn}`;
    };
    const { perform } = treeBed({ Count: { read } });
    const performed = await perform([get('./Count'), get('./Count')]);
    assert.deepEqual(
      found(performed).map(({ data }) => data),
      ['turn 1', 'turn 2'],
    );
  });
});
