import type { DataTable } from '@cucumber/cucumber';
import { check, show } from '../../harness/verdict/check';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { argumentOf } from './addresses';
import { endHeldSession, valuesAt } from './begin';
import { readTree } from './device-tree';
import { playOf } from './play';
import { nodeValue, sameValue } from './values';

consequence('the tree now has:', async function (this: FlowproofWorld, table: DataTable) {
  await endHeldSession(this);
  const { scene } = playOf(this);
  const rows = table.raw().map(([cell = '', value = '']) => ({ uri: argumentOf(scene, cell), value }));
  const seen = await readTree(
    this,
    rows.map(({ uri }) => uri),
  );
  for (const { uri, value } of rows) {
    const actual = seen.get(uri)?.value;
    const what = `the tree at ${uri}`;
    if (value === '(absent)') check(actual === undefined, what, 'nothing', show(actual));
    else if (value === '(any)') check(actual !== undefined, what, 'something', 'nothing');
    else {
      const expected = nodeValue(scene, value);
      check(sameValue(expected, actual), what, show(expected), show(actual));
    }
  }
});

consequence('the tree is as before', async function (this: FlowproofWorld) {
  const before = playOf(this).before ?? new Map();
  const now = await valuesAt(this, [...before.keys()]);
  for (const [uri, expected] of before) {
    const actual = now.get(uri);
    check(sameValue(expected, actual), `the tree at ${uri}`, show(expected), show(actual));
  }
});
