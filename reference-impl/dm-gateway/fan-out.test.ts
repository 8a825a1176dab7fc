import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { DeviceWork } from './device-work';
import { answering, answersWith, type GatewayBed, gatewayBed, get } from './gateway-bed';

const PUMPS = './GwConfig/Groups/pumps';
const GET = get('1', './DevInfo/Man');
const GROUPS = { pumps: ['d1', 'd2', 'd3'], none: [] };

/** Codes of each device, in the order of their results. */
function codes(bed: GatewayBed, number = 1): { readonly [deviceID: string]: readonly number[] } {
  const results = bed.resultsOf(number) ?? [];
  return Object.fromEntries(
    results.map(({ deviceID, entries }) => [
      deviceID,
      entries.flatMap((entry) => (entry.kind === 'Status' ? entry.code : [])),
    ]),
  );
}

function connect({ gateway }: GatewayBed, deviceID: string, sessionID = ''): DeviceWork {
  return new DeviceWork(gateway, { deviceID, sessionID });
}

describe('a fan-out', () => {
  it('accepts, asks every device once, stores a pair for each and tells the server with the correlator', async () => {
    const bed = gatewayBed({ groups: GROUPS, device: answering(200) });
    bed.set(PUMPS, [GET]);
    assert.equal(bed.start('c-7'), 202);
    assert.deepEqual(bed.resultsOf(1), []);
    await bed.clock.advance(0);
    assert.deepEqual(codes(bed), { d1: [200], d2: [200], d3: [200] });
    assert.deepEqual(
      bed.woken.map(({ deviceID }) => deviceID),
      ['d1', 'd2', 'd3'],
    );
    assert.deepEqual(bed.reported, [
      {
        to: 'server',
        at: 0,
        alert: {
          code: 1226,
          correlator: 'c-7',
          items: [
            {
              source: { uri: './SCM/Results/Results1' },
              meta: { type: 'urn:oma:at:oma-gwmo:resultaggregation:1.0', format: 'chr' },
              data: '',
            },
          ],
        },
      },
    ]);
  });

  it('without a correlator is told of without one', async () => {
    const bed = gatewayBed({ groups: GROUPS, device: answering(200) });
    bed.set(PUMPS, [GET]);
    bed.start();
    await bed.clock.advance(0);
    assert.equal('correlator' in (bed.reported[0]?.alert ?? {}), false);
  });

  it('to an empty group ends at once with no pair and one alert', async () => {
    const bed = gatewayBed({ groups: GROUPS });
    bed.set('./GwConfig/Groups/none', [GET]);
    assert.equal(bed.start(), 202);
    await bed.clock.advance(0);
    assert.deepEqual(bed.resultsOf(1), []);
    assert.equal(bed.reported.length, 1);
  });

  for (const [what, group, commands, status] of [
    ['no group', '', [GET], 404],
    ['an unknown group', './GwConfig/Groups/valves', [GET], 404],
    ['a node that is no group', './GwConfig/Groups', [GET], 404],
    ['a member instead of its group', `${PUMPS}/Member1`, [GET], 404],
    ['a text that is no URI', 'pumps, please', [GET], 404],
    ['no command', PUMPS, [], 500],
    ['an alert', PUMPS, [{ kind: 'Alert', commandID: '1', items: [] }], 500],
    [
      'an alert in an Atomic',
      PUMPS,
      [{ kind: 'Atomic', commandID: '1', commands: [{ kind: 'Alert', commandID: '2', items: [] }] }],
      500,
    ],
  ] satisfies [string, string, SyncMLCommand[], number][]) {
    it(`is refused with ${status} for ${what}, and nobody hears of it`, async () => {
      const bed = gatewayBed({ groups: GROUPS });
      bed.set(group, commands);
      assert.equal(bed.start(), status);
      await bed.clock.advance(60_000);
      assert.deepEqual([bed.resultsOf(1), bed.woken, bed.reported], [undefined, [], []]);
    });
  }

  it('is refused for text that holds no commands', () => {
    const bed = gatewayBed({ groups: GROUPS });
    bed.set(PUMPS, [GET]);
    bed.write('./SCM/FanOut/ToBeFannedOut', '<Get>');
    assert.equal(bed.start(), 500);
  });

  it('takes a group reference without ./ in front', () => {
    const bed = gatewayBed({ groups: GROUPS });
    bed.set('GwConfig/Groups/pumps', [GET]);
    assert.equal(bed.start(), 202);
  });

  it('asks those who were in the group at Start, for what the node held at Start', async () => {
    const handed: string[] = [];
    const bed = gatewayBed({
      groups: GROUPS,
      device: async (here, deviceID) => {
        const commands = await connect(here, deviceID).next([]);
        handed.push(`${deviceID} ${JSON.stringify(commands)}`);
      },
      limits: { concurrentDevices: 1 },
    });
    bed.set(PUMPS, [GET]);
    bed.start();
    bed.gateway.nodes.add(PUMPS, 'late', { value: 'd1' });
    bed.set('./GwConfig/Groups/none', [get('9', './Other')]);
    await bed.clock.advance(10_000);
    assert.deepEqual(
      handed,
      ['d1', 'd2', 'd3'].map((deviceID) => `${deviceID} ${JSON.stringify([GET])}`),
    );
  });
});

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
