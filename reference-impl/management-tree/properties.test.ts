import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textAt } from './build-tree';
import { add, addNode, codes, get, remove, replace, START, treeBed } from './tree-bed';
import { DEFAULT_TREE_LIMITS } from './tree-limits';

type Bed = ReturnType<typeof treeBed>;

async function property(bed: Bed, uri: string, by = 'srv') {
  const [performed] = await bed.perform([get(uri)], by);
  return performed?.found[0]?.data ?? codes(performed === undefined ? [] : [performed])[0];
}

async function put(bed: Bed, uri: string, value: string, by = 'srv'): Promise<string | undefined> {
  return codes(await bed.perform([replace(uri, value)], by))[0];
}

describe('properties', () => {
  it('of a leaf are all there', async () => {
    const bed = treeBed();
    await bed.perform([add('./Free/x', 'äb', { format: 'xml', type: 'text/xml' })]);
    const values = {
      ACL: '',
      Format: 'xml',
      Name: 'x',
      Size: '3',
      Title: '',
      TStamp: '20010711T163817Z',
      Type: 'text/xml',
      VerNo: '0',
    };
    assert.equal(START, Date.UTC(2001, 6, 11, 16, 38, 17));
    for (const [name, value] of Object.entries(values))
      assert.equal(await property(bed, `./Free/x?prop=${name}`), value, name);
  });

  it('travel without Meta, from the address that was asked', async () => {
    const [performed] = await treeBed().perform([get('Dyn?prop=Format')]);
    assert.deepEqual(performed?.found, [{ source: { uri: 'Dyn?prop=Format' }, data: 'node' }]);
  });

  it('that a node does not have are not supported', async () => {
    const bed = treeBed();
    for (const uri of [
      './Dyn?prop=Size',
      './Dyn/A?prop=Colour',
      './Dyn/A?prop=acl',
      './Dyn/A?prop=toString',
    ]) {
      assert.equal(await property(bed, uri), 'Get 406', uri);
      assert.equal(await put(bed, uri, 'x'), 'Replace 406', uri);
    }
  });

  it('that the device keeps cannot be replaced', async () => {
    for (const name of ['Format', 'Size', 'TStamp', 'Type', 'VerNo'])
      assert.equal(await put(treeBed(), `./Dyn/A?prop=${name}`, '1'), 'Replace 405', name);
  });

  it('follow the changes', async () => {
    const bed = treeBed();
    await bed.clock.advance(61_000);
    await put(bed, './Dyn/A', 'longer');
    assert.equal(await property(bed, './Dyn/A?prop=Size'), '6');
    assert.equal(await property(bed, './Dyn/A?prop=VerNo'), '1');
    assert.equal(await property(bed, './Dyn/A?prop=TStamp'), '20010711T163918Z');
  });

  it('need the same rights as the node', async () => {
    const bed = treeBed({ X: { acl: 'Get=a&Replace=b' } });
    assert.equal(await property(bed, './X?prop=Name', 'b'), 'Get 425');
    assert.equal(await put(bed, './X?prop=Title', 't', 'a'), 'Replace 425');
    assert.equal(await put(bed, './X?prop=Title', 't', 'b'), 'Replace 200');
    assert.equal(await property(bed, './X?prop=Title', 'a'), 't');
  });

  it('a title has at most 255 octets', async () => {
    const bed = treeBed();
    assert.equal(await put(bed, './Dyn/A?prop=Title', 'x'.repeat(255)), 'Replace 200');
    assert.equal(await put(bed, './Dyn/A?prop=Title', `${'x'.repeat(254)}ä`), 'Replace 413');
  });
});

describe('the name', () => {
  it('of a dynamic node can be replaced, and what is below moves along', async () => {
    const bed = treeBed();
    await bed.perform([add('./Free/a/b', 'v')]);
    assert.equal(await put(bed, './Free/a?prop=Name', 'c'), 'Replace 200');
    assert.equal(textAt(bed.tree, './Free/c/b'), 'v');
    assert.equal(textAt(bed.tree, './Free/a/b'), undefined);
  });

  it('is not that of a sibling', async () => {
    const bed = treeBed();
    await bed.perform([add('./Free/a'), add('./Free/b')]);
    assert.equal(await put(bed, './Free/a?prop=Name', 'b'), 'Replace 418');
  });

  it('is a name, and not too long', async () => {
    const bed = treeBed({}, { limits: { ...DEFAULT_TREE_LIMITS, segmentLength: 8 } });
    await bed.perform([add('./Free/a')]);
    for (const name of ['', '..', '.', 'b/c', 'b?', 'b c'])
      assert.equal(await put(bed, './Free/a?prop=Name', name), 'Replace 403', name);
    assert.equal(await put(bed, './Free/a?prop=Name', '123456789'), 'Replace 414');
    assert.equal(textAt(bed.tree, './Free/a'), '');
  });

  it('of the root, of permanent nodes and of what the device named stays', async () => {
    const lasting = { permanent: true } as const;
    const bed = treeBed({
      Rule: { mayBeAdded: { a: {}, '*': {} } },
      Last: { nodes: { a: lasting }, mayBeAdded: { '*': lasting } },
    });
    await bed.perform([add('./Rule/a')]);
    for (const uri of ['.', './DevInfo', './Dyn/A', './Rule/a', './Last/a'])
      assert.equal(await put(bed, `${uri}?prop=Name`, 'z'), 'Replace 405', uri);
  });
});

describe('the access control list', () => {
  it('is inherited as a whole from the nearest node that has one', async () => {
    const bed = treeBed({ X: { acl: 'Get=a', nodes: { Y: { nodes: { Z: { value: 'z' } } } } } });
    assert.equal(await property(bed, './X/Y/Z', 'a'), 'z');
    assert.equal(await property(bed, './X/Y/Z', 'srv'), 'Get 425');
    assert.equal(codes(await bed.perform([remove('./X/Y')], 'srv'))[0], 'Delete 425');
  });

  it('that is inherited is not told as its own', async () => {
    const bed = treeBed({ X: { acl: 'Get=*', nodes: { Y: {} } } });
    assert.equal(await property(bed, './X?prop=ACL'), 'Get=*');
    assert.equal(await property(bed, './X/Y?prop=ACL'), '');
  });

  it('of the root lets every server add and get, and nothing else', async () => {
    const bed = treeBed({ X: { access: ['Delete', 'Get', 'Replace'], value: 'x' } }, { acl: 'Add=*&Get=*' });
    assert.equal(await property(bed, './X', 'anybody'), 'x');
    assert.equal(await put(bed, './X', 'y', 'anybody'), 'Replace 425');
    assert.deepEqual(codes(await bed.perform([remove('./X'), add('./Free/a')])), ['Delete 425', 'Add 200']);
  });

  it('is replaced as a whole, and emptied', async () => {
    const bed = treeBed();
    assert.equal(await put(bed, './Dyn?prop=ACL', 'Get=srv&Replace=srv'), 'Replace 200');
    assert.equal(await put(bed, './Dyn?prop=ACL', 'Replace=srv'), 'Replace 200');
    assert.equal(await property(bed, './Dyn?prop=ACL'), 'Get 425');
    assert.equal(await put(bed, './Dyn?prop=ACL', ''), 'Replace 200');
    assert.equal(await property(bed, './Dyn?prop=ACL'), '');
  });

  it('that is malformed is refused', async () => {
    const bed = treeBed();
    assert.equal(await put(bed, './Dyn?prop=ACL', 'Get='), 'Replace 500');
    assert.equal(await property(bed, './Dyn?prop=ACL'), '');
  });

  it('of an interior node is changed by who may replace it or its parent', async () => {
    const nodes = { X: { acl: 'Replace=p', nodes: { Y: { acl: 'Replace=own', nodes: {} } } } };
    for (const [by, answer] of [
      ['p', 'Replace 200'],
      ['own', 'Replace 200'],
      ['srv', 'Replace 425'],
    ] as const)
      assert.equal(await put(treeBed(nodes), './X/Y?prop=ACL', 'Get=*', by), answer, by);
  });

  it('of a leaf only by who may replace its parent', async () => {
    const nodes = {
      X: { acl: 'Replace=p', nodes: { L: { acl: 'Replace=own', access: ['Replace'] as const } } },
    };
    const bed = treeBed(nodes);
    assert.equal(await put(bed, './X/L?prop=ACL', 'Get=*', 'own'), 'Replace 425');
    assert.equal(await put(bed, './X/L', 'v', 'own'), 'Replace 200');
    assert.equal(await put(bed, './X/L', 'v', 'p'), 'Replace 425');
    assert.equal(await put(bed, './X/L?prop=ACL', 'Replace=p', 'p'), 'Replace 200');
    assert.equal(await put(bed, './X/L', 'v', 'p'), 'Replace 200');
  });

  it('of the root is never empty and lets every server add', async () => {
    const bed = treeBed();
    assert.equal(await put(bed, '.?prop=ACL', ''), 'Replace 405');
    assert.equal(await put(bed, '.?prop=ACL', 'Get=*&Replace=srv'), 'Replace 405');
    assert.equal(await put(bed, '.?prop=ACL', 'Add=srv&Replace=srv'), 'Replace 405');
    assert.equal(await put(bed, '.?prop=ACL', 'Add=*&Replace=srv'), 'Replace 200');
    assert.equal(await put(bed, '.?prop=ACL', 'Add=*', 'other'), 'Replace 425');
  });

  it('of a new interior node has its maker, who may not replace the parent', async () => {
    const bed = treeBed({}, { acl: 'Add=*&Get=*' });
    assert.deepEqual(codes(await bed.perform([add('./Free/a/b/c', 'v')], 'maker')), ['Add 200']);
    const list = 'Add=*&Get=*&Delete=maker&Replace=maker';
    assert.equal(await property(bed, './Free/a?prop=ACL'), list);
    assert.equal(await property(bed, './Free/a/b?prop=ACL'), '');
    assert.equal(await property(bed, './Free/a/b/c?prop=ACL'), '');
    assert.equal(await put(bed, './Free/a/b/c', 'w', 'maker'), 'Replace 200');
    assert.equal(await put(bed, './Free/a/b/c', 'w', 'other'), 'Replace 425');
    assert.deepEqual(codes(await bed.perform([remove('./Free/a')], 'other')), ['Delete 425']);
    assert.deepEqual(codes(await bed.perform([remove('./Free/a')], 'maker')), ['Delete 200']);
  });

  it('of a new interior node is inherited where its maker may replace the parent', async () => {
    const bed = treeBed();
    await bed.perform([addNode('./Free/a')]);
    assert.equal(await property(bed, './Free/a?prop=ACL'), '');
  });

  it('decides on Add at the node that shall be the parent', async () => {
    const bed = treeBed({ X: { acl: 'Add=a&Get=*', mayBeAdded: { y: {} } } });
    assert.deepEqual(codes(await bed.perform([add('./X/y')], 'b')), ['Add 425']);
    assert.deepEqual(codes(await bed.perform([add('./X/y')], 'a')), ['Add 200']);
  });
});
