import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answering, answersWith, codes, connect, gatewayBed, get } from './gateway-bed';

const PUMPS = './GwConfig/Groups/pumps';
const GET = get('1', './DevInfo/Man');

describe('a device that does not answer', () => {
  it('is notified again under the same session, and has an entry that says so at the limit', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] } });
    bed.set(PUMPS, [GET, { kind: 'Sequence', commandID: '2', commands: [get('3', './A')] }]);
    bed.start();
    await bed.clock.advance(9_999);
    assert.deepEqual(
      bed.woken.map(({ at }) => at),
      [0, 1_000, 2_000],
    );
    assert.equal(new Set(bed.woken.map(({ sessionID }) => sessionID)).size, 1);
    assert.deepEqual([bed.resultsOf(1), bed.reported.length], [[], 0]);
    await bed.clock.advance(1);
    assert.deepEqual(codes(bed), { d1: [408, 408, 408] });
    assert.deepEqual(
      bed.reported.map(({ at }) => at),
      [10_000],
    );
  });

  it('and is unknown to the gateway keeps nobody waiting', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] } });
    bed.gateway.nodes.remove('./GwConfig/Devices/d1');
    bed.set(PUMPS, [GET]);
    bed.start();
    await bed.clock.advance(0);
    assert.deepEqual(codes(bed), { d1: [408] });
    assert.equal(bed.reported.length, 1);
  });

  it('after wrong credentials is waited for, and then said to have had none', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] } });
    bed.set(PUMPS, [GET]);
    bed.start();
    connect(bed, 'd1').ended('not-authenticated', []);
    await bed.clock.advance(9_999);
    assert.equal(bed.reported.length, 0);
    await bed.clock.advance(1);
    assert.deepEqual(codes(bed), { d1: [401] });
  });

  it('in the middle keeps what it said, and is not asked again', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] } });
    bed.set(PUMPS, [GET, get('2', './B')]);
    bed.start();
    const work = connect(bed, 'd1');
    const commands = await work.next([]);
    work.ended('timed-out', answersWith(commands, 200).slice(0, 1));
    assert.deepEqual(codes(bed), { d1: [200, 408] });
    assert.deepEqual(await connect(bed, 'd1').next([]), []);
  });
});

describe('what a device says', () => {
  it('refers to the commands as the server wrote them', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] }, device: answering(404) });
    bed.set(PUMPS, [get('server-7', './A')]);
    bed.start();
    await bed.clock.advance(0);
    assert.deepEqual(bed.resultsOf(1)?.[0]?.entries, [
      {
        kind: 'Status',
        commandID: '1',
        messageReference: 1,
        commandReference: 'server-7',
        command: 'Get',
        targetReferences: [],
        sourceReferences: [],
        code: 404,
        items: [],
      },
    ]);
  });

  it('counts by position where the server gave no usable identifiers', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] }, device: answering(200) });
    bed.set(PUMPS, [get('', './A'), get('', './B')]);
    bed.start();
    await bed.clock.advance(0);
    const references = bed.resultsOf(1)?.[0]?.entries.map((entry) => {
      return entry.kind === 'Status' ? entry.commandReference : entry.kind;
    });
    assert.deepEqual(references, ['1', '2']);
  });

  it('twice counts as it was said first, in one session or in two', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1', 'd2'] } });
    bed.set(PUMPS, [GET]);
    bed.start();
    const work = connect(bed, 'd1');
    const [answer] = answersWith(await work.next([]), 200);
    assert.ok(answer !== undefined);
    const [first] = answer.statuses;
    assert.ok(first !== undefined);
    await work.next([{ ...answer, statuses: [first, { ...first, code: 500 }] }]);
    await work.next(answersWith([GET], 500));
    work.ended('finished', []);
    assert.deepEqual(await connect(bed, 'd1').next([]), []);
    assert.deepEqual(codes(bed), { d1: [200] });
  });

  it('after the limit changes nothing', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] } });
    bed.set(PUMPS, [GET]);
    bed.start();
    const work = connect(bed, 'd1');
    const commands = await work.next([]);
    await bed.clock.advance(10_000);
    await work.next(answersWith(commands, 200));
    assert.deepEqual(codes(bed), { d1: [408] });
    assert.equal(bed.reported.length, 1);
  });
});
