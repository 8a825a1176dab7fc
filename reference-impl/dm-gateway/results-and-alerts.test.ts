import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answering, answersWith, codes, connect, gatewayBed, get } from './gateway-bed';

const PUMPS = './GwConfig/Groups/pumps';
const GET = get('1', './DevInfo/Man');
const GROUPS = { pumps: ['d1', 'd2', 'd3'], none: [] };

describe('two fan-outs', () => {
  it('at once have results of their own, by the session that package 0 asked for', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] } });
    bed.set(PUMPS, [get('1', './First')]);
    bed.start('first');
    bed.set(PUMPS, [get('1', './Second')]);
    bed.start('second');
    await bed.clock.advance(0);
    const [, second] = bed.woken;
    const work = connect(bed, 'd1', second?.sessionID.toString(16));
    const commands = await work.next([]);
    assert.deepEqual(commands, [get('1', './Second')]);
    await work.next(answersWith(commands, 200));
    assert.deepEqual([codes(bed, 1), codes(bed, 2)], [{}, { d1: [200] }]);
    await bed.clock.advance(0);
    assert.deepEqual(
      bed.reported.map(({ alert }) => alert.correlator),
      ['second'],
    );
  });

  it('one after the other keep both results, and the oldest goes when there are too many', async () => {
    const bed = gatewayBed({ groups: GROUPS, limits: { keptResults: 2 } });
    bed.set('./GwConfig/Groups/none', [GET]);
    for (const _ of [1, 2, 3]) {
      assert.equal(bed.start(), 202);
      await bed.clock.advance(0);
    }
    assert.deepEqual(bed.gateway.nodes.childrenOf('./SCM/Results'), ['Results2', 'Results3']);
  });

  it('lose the oldest results when the tree has no room for all', async () => {
    const bed = gatewayBed({ groups: GROUPS, device: answering(200) });
    bed.set(PUMPS, [GET]);
    for (const _ of [1, 2, 3]) {
      const hasRoomFor = (nodes: number) =>
        nodes + 10 * (bed.gateway.nodes.childrenOf('./SCM/Results') ?? []).length <= 25;
      Object.assign(bed.gateway.nodes, { hasRoomFor });
      assert.equal(bed.start(), 202);
      await bed.clock.advance(0);
    }
    assert.deepEqual(bed.gateway.nodes.childrenOf('./SCM/Results'), ['Results2', 'Results3']);
  });

  it('are refused where all results are still being gathered', async () => {
    const bed = gatewayBed({ groups: GROUPS, limits: { keptResults: 1 } });
    bed.set(PUMPS, [GET]);
    assert.deepEqual([bed.start(), bed.start()], [202, 420]);
  });
});

describe('the alert', () => {
  it('is repeated until the server takes it', async () => {
    const bed = gatewayBed({ groups: GROUPS, server: [undefined, 500, 202] });
    bed.set('./GwConfig/Groups/none', [GET]);
    bed.start();
    await bed.clock.advance(60_000);
    assert.deepEqual(
      bed.reported.map(({ at }) => at),
      [0, 500, 1_000],
    );
  });

  it('is given up in the end', async () => {
    const bed = gatewayBed({ groups: GROUPS, server: [401, 401, 401, 401, 401, 401] });
    bed.set('./GwConfig/Groups/none', [GET]);
    bed.start();
    await bed.clock.advance(60_000);
    assert.equal(bed.reported.length, 3);
  });

  it('is not sent for results that the server has deleted', async () => {
    const bed = gatewayBed({ groups: GROUPS });
    bed.set(PUMPS, [GET]);
    bed.start();
    bed.gateway.nodes.remove('./SCM/Results/Results1');
    await bed.clock.advance(60_000);
    assert.deepEqual([bed.reported, bed.resultsOf(1)], [[], undefined]);
  });
});
