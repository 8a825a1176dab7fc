import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import { answer, codes, target, treeBed } from './tree-bed';

describe('Exec', () => {
  const exec = (uri: string, rest: Omit<Item, 'target'> = {}, correlator?: string): SyncMLCommand => ({
    kind: 'Exec',
    commandID: '1',
    ...(correlator === undefined ? {} : { correlator }),
    items: [target(uri, rest)],
  });

  it('tells the node who asks, with what, and for what the result is', async () => {
    const bed = treeBed();
    const command = exec('./Set/Start', { data: 'argument', meta: { format: 'chr' } }, 'c-1');
    assert.deepEqual(codes(await bed.perform([command], 'srv.example')), ['Exec 202']);
    const [execution] = bed.executions;
    assert.equal(execution?.node.name, 'Start');
    assert.equal(execution?.by, 'srv.example');
    assert.equal(execution?.correlator, 'c-1');
    assert.equal(execution?.item.data, 'argument');
    assert.deepEqual(execution?.meta, { format: 'chr' });
  });

  it('has the code that the node says, whenever it says it', async () => {
    const bed = treeBed({ Slow: { onExec: async () => 500 } });
    assert.deepEqual(await answer(exec('./Slow'), bed), ['Exec 500']);
  });

  it('is refused where there is nothing to execute', async () => {
    assert.deepEqual(await answer(exec('./Dyn/A')), ['Exec 405']);
    assert.deepEqual(await answer(exec('./Dyn')), ['Exec 405']);
    assert.deepEqual(await answer(exec('./None')), ['Exec 404']);
    assert.deepEqual(await answer(exec('./Set/Start?prop=ACL')), ['Exec 405']);
  });

  it('is refused without the right, and nothing is executed', async () => {
    const bed = treeBed({}, { acl: 'Add=*&Get=*' });
    assert.deepEqual(await answer(exec('./Set/Start'), bed), ['Exec 425']);
    assert.deepEqual(bed.executions, []);
  });
});
