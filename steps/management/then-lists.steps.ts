import type { DataTable } from '@cucumber/cucumber';
import { pathOf } from '../../harness/cast/management/tester-tree';
import { check, show } from '../../harness/verdict/check';
import type { Item } from '../../protocol/model/syncml-item';
import { consequence } from '../say';
import { nodeURI } from './node-names';
import { playOf } from './play';
import { valuesNow } from './sending';

/** An item for each node, with its format, and with its value where that was asked for. @see DM_TND 8.4.1 */
consequence('the list of {string} has:', function (_node: string, table: DataTable) {
  const { job, scene } = playOf(this);
  const items = (job?.outcomes ?? []).flatMap(({ results }) => results).flatMap((result) => result.items);
  for (const [node = '', format = '', value = ''] of table.raw()) {
    const uri = nodeURI(scene, node);
    const item = items.find(({ source, target }) => pathOf((source ?? target)?.uri ?? '') === pathOf(uri));
    check(item !== undefined, `${node} in the list`, 'an item', 'none');
    const found = item?.meta?.format ?? 'chr';
    check(found === format, `the format of ${node} in the list`, format, found);
    checkValue(node, value, item?.data);
  }
});

function checkValue(node: string, expected: string, data: Item['data']): void {
  if (expected === '') return;
  const what = `the value of ${node} in the list`;
  const isEmpty = data === undefined || data === '';
  if (expected === '(absent)') check(isEmpty, what, 'none', show(data));
  else check(data === expected, what, show(expected), show(data));
}

/** Implicit parents are an option of the client. @see DM_RepPro 4.1.6.1 */
consequence('the device made {string} whole, or refused and made nothing', async function (node: string) {
  const { job, scene } = playOf(this);
  const uri = nodeURI(scene, node);
  const code = job?.outcomes[0]?.statuses[0]?.code ?? 0;
  const parent = uri.split('/').slice(0, -1).join('/');
  const now = await valuesNow(this, [uri, parent]);
  const isMade = code === 200 && now.get(uri) !== undefined;
  const isRefused = code >= 400 && now.get(uri) === undefined && now.get(parent) === undefined;
  const actual = `status ${code}, ${show(now.get(uri))} at ${node}, ${show(now.get(parent))} above it`;
  check(isMade || isRefused, 'what became of the Add', 'all of it or nothing', actual);
});
