import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { answering, codes, connect, gatewayBed, get } from './gateway-bed';

const PUMPS = './GwConfig/Groups/pumps';
const GET = get('1', './DevInfo/Man');
const GROUPS = { pumps: ['d1', 'd2', 'd3'], none: [] };

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
