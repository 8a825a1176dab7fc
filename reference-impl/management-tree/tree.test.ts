import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VirtualClock } from '../runtime/virtual-clock';
import { buildTree, nodeAt, plant, textAt } from './build-tree';
import { type TreeNode, uriOf, walk } from './node';
import type { NodeDescription } from './node-description';
import type { ManagementTree } from './tree';
import { DEFAULT_TREE_LIMITS, type TreeLimits } from './tree-limits';

const LEAF = { description: {}, format: 'chr', type: 'text/plain', value: '' };
const NODES = { A: { nodes: { B: { value: 'b' }, C: { value: 'c' } } }, D: { value: 'd' } };

function build(limits: Partial<TreeLimits> = {}, nodes: NonNullable<NodeDescription['nodes']> = NODES) {
  const clock = new VirtualClock(1000);
  return { clock, tree: buildTree({ nodes }, { clock, limits: { ...DEFAULT_TREE_LIMITS, ...limits } }) };
}

function at(tree: ManagementTree, uri: string): TreeNode {
  const node = nodeAt(tree, uri);
  assert.ok(node, `${uri} is there`);
  return node;
}

/** All that can be seen of a tree. */
function seen(tree: ManagementTree): unknown[] {
  const nodes = [...walk(tree.root)].map((node) => {
    const { format, type, value, title, changedAt, versionNumber, accessControlList } = node;
    return [uriOf(node), format, type, value, title, changedAt, versionNumber, accessControlList];
  });
  return [...nodes, tree.nodes, tree.size];
}

describe('a management tree', () => {
  it('is built from a description', () => {
    const { tree } = build();
    assert.deepEqual([...walk(tree.root)].map(uriOf), ['.', './A', './A/B', './A/C', './D']);
    assert.equal(tree.nodes, 5);
    assert.equal(textAt(tree, './A/C'), 'c');
    assert.equal(textAt(tree, './A/X'), undefined);
    assert.equal(nodeAt(tree, './A?prop=ACL'), undefined);
    assert.deepEqual(at(tree, '.').accessControlList?.get('Add'), ['*']);
  });

  it('refuses a description that is none, or is too large', () => {
    assert.throws(() => build({ nodes: 4 }), /cannot have \.\/D: full/u);
    assert.throws(() => build({ depth: 1 }), /cannot have \.\/A: address-too-long/u);
    assert.throws(() => build({}, { 'A/B': {} }), /bad-name/u);
    assert.throws(() => build({}, { A: { format: 'chr', nodes: {} } }), /expected format node/u);
    assert.throws(() => build({}, { A: { acl: 'Get' } }), /expected entries like/u);
  });

  it('grows by whole descriptions or not at all', () => {
    const { tree } = build({ nodes: 7 });
    const before = seen(tree);
    assert.equal(plant(tree, tree.root, 'E', { nodes: { F: {}, G: {} } }), 'full');
    assert.deepEqual(seen(tree), before);
    assert.notEqual(typeof plant(tree, tree.root, 'E', { nodes: { F: {} } }), 'string');
    assert.equal(tree.nodes, 7);
    assert.equal(plant(tree, at(tree, './D'), 'E', {}), 'parent-is-leaf');
    assert.equal(plant(tree, tree.root, 'A', {}), 'exists');
    assert.equal(plant(tree, tree.root, '..', {}), 'bad-name');
  });

  it('counts what it holds', () => {
    const { tree } = build({}, {});
    assert.equal(tree.size, 1 + 'Add=*&Get=*'.length);
    const node = tree.add(tree.root, 'Name', { ...LEAF, value: 'äb' });
    assert.ok(typeof node !== 'string');
    assert.equal(tree.size, 12 + 4 + 3);
    tree.setTitle(node, 'title');
    tree.rename(node, 'N');
    assert.equal(tree.size, 12 + 1 + 3 + 5);
    tree.remove(node);
    assert.deepEqual([tree.size, tree.nodes], [12, 1]);
  });

  it('is full at its bounds, and may shrink there', () => {
    const { tree } = build({ totalSize: 30, valueSize: 10 }, {});
    const node = tree.add(tree.root, 'AB', { ...LEAF, value: '0123456789' });
    assert.ok(typeof node !== 'string');
    assert.equal(tree.setContent(node, { ...LEAF, value: '01234567890' }), 'value-too-large');
    assert.equal(tree.setTitle(node, '0123456'), 'full');
    assert.equal(tree.setTitle(node, '012345'), undefined);
    assert.equal(tree.size, 30);
    assert.equal(tree.add(tree.root, 'C', LEAF), 'full');
    assert.equal(tree.setContent(node, { ...LEAF, value: '' }), undefined);
    assert.equal(tree.size, 20);
  });

  it('stamps and numbers changes, of an interior node those of its list of children', async () => {
    const { clock, tree } = build();
    const before = at(tree, './A').versionNumber;
    await clock.advance(5000);
    tree.setContent(at(tree, './A/B'), { ...LEAF, value: 'new' });
    assert.deepEqual([at(tree, './A/B').changedAt, at(tree, './A/B').versionNumber], [6000, 1]);
    assert.deepEqual([at(tree, './A').changedAt, at(tree, './A').versionNumber], [1000, before]);
    tree.remove(at(tree, './A/C'));
    assert.deepEqual([at(tree, './A').changedAt, at(tree, './A').versionNumber], [6000, before + 1]);
  });

  it('begins its numbers anew after FFFF', () => {
    const { tree } = build();
    const node = at(tree, './D');
    for (let turn = 0; turn < 0xffff; turn += 1) tree.setTitle(node, '');
    assert.equal(node.versionNumber, 65535);
    tree.setTitle(node, '');
    assert.equal(node.versionNumber, 0);
  });

  it('renames where no sibling has the name, whatever is below', () => {
    const { tree } = build({ uriLength: 9 });
    assert.equal(tree.rename(at(tree, './A'), 'D'), 'exists');
    assert.equal(tree.rename(at(tree, './A'), 'A'), undefined);
    assert.equal(tree.rename(at(tree, './A'), 'a/b'), 'bad-name');
    assert.equal(tree.rename(at(tree, './A'), '123456'), 'address-too-long');
    assert.equal(tree.rename(at(tree, './A'), '12345'), undefined);
    assert.equal(textAt(tree, './12345/B'), 'b');
    assert.equal(nodeAt(tree, './A'), undefined);
    assert.equal(tree.rename(tree.root, 'r'), 'bad-name');
  });

  it('changes nothing at what was removed, and keeps its root', () => {
    const { tree } = build();
    const [gone, below] = [at(tree, './A'), at(tree, './A/B')];
    tree.remove(gone);
    const before = seen(tree);
    assert.equal(tree.add(gone, 'X', LEAF), 'gone');
    assert.equal(tree.setContent(below, LEAF), 'gone');
    assert.equal(tree.rename(below, 'X'), 'gone');
    tree.remove(below);
    tree.remove(tree.root);
    assert.deepEqual(seen(tree), before);
  });

  it('takes back everything, in the order and with the numbers that were', async () => {
    const { clock, tree } = build();
    const before = seen(tree);
    await clock.advance(1);
    const change = () => {
      tree.remove(at(tree, './A/B'));
      tree.rename(at(tree, './A/C'), 'B');
      tree.setContent(at(tree, './A/B'), { ...LEAF, value: 'changed' });
      tree.setAccessControlList(at(tree, './A'), new Map([['Get', ['x']]]));
      tree.setTitle(at(tree, './D'), 'title');
      tree.add(at(tree, './A'), 'C', { ...LEAF, value: 'new' });
      tree.remove(at(tree, './A'));
    };
    tree.tentatively(change, () => false);
    assert.deepEqual(seen(tree), before);
    assert.throws(() => {
      tree.tentatively(
        () => {
          change();
          throw new Error('stop');
        },
        () => true,
      );
    }, /stop/u);
    assert.deepEqual(seen(tree), before);
    tree.tentatively(change, () => true);
    assert.deepEqual([...walk(tree.root)].map(uriOf), ['.', './D']);
  });

  it('takes back what was tried within what is taken back', () => {
    const { tree } = build();
    const before = seen(tree);
    const outer = () => {
      tree.tentatively(
        () => tree.setTitle(at(tree, './D'), 'kept'),
        () => true,
      );
      tree.tentatively(
        () => tree.setTitle(at(tree, './A'), 'not kept'),
        () => false,
      );
      assert.deepEqual([at(tree, './D').title, at(tree, './A').title], ['kept', '']);
    };
    tree.tentatively(outer, () => false);
    assert.deepEqual(seen(tree), before);
  });

  it('asks a node that reads its value anew', () => {
    let count = 0;
    const { tree } = build({}, { Count: { read: () => `${count}` } });
    count = 7;
    assert.equal(textAt(tree, './Count'), '7');
  });

  it('says so when a node comes from somewhere else', () => {
    const { tree } = build();
    const foreign = { ...at(tree, './D') };
    assert.throws(() => tree.setTitle(foreign, 'x'), /outside of the tree/u);
  });
});
