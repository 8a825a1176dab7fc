import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { answering, answersWith, codes, connect, gatewayBed, get } from './gateway-bed';
import { deviceNamed, knownDevices } from './known-devices';

const DEVICES = './GwConfig/Devices';
const PUMPS = './GwConfig/Groups/pumps';
const GET = get('1', './DevInfo/Man');

/** @see GFO step 1 */
describe('the devices that a gateway knows', () => {
  it('have the account that the configuration object says, and the gateway as their server', () => {
    const { gateway } = gatewayBed({ groups: { pumps: ['d1'] } });
    assert.deepEqual([...knownDevices(gateway).keys()], ['d1']);
    assert.deepEqual(deviceNamed(gateway, 'd1'), {
      notificationAddress: 'd1',
      account: {
        serverID: 'com.flowproof.gateway',
        serverAddress: '',
        deviceID: 'd1',
        client: { type: 'md5', name: 'd1', password: 'client secret' },
        server: { type: 'md5', name: 'com.flowproof.gateway', password: 'server secret' },
      },
    });
    assert.equal(deviceNamed(gateway, 'd2'), undefined);
  });

  it('are known by identifier, not by name, and once they have one and a way to authenticate', () => {
    const { gateway } = gatewayBed({ groups: { pumps: [] } });
    const add = (name: string, leaves: { readonly [name: string]: string }) => {
      const nodes = Object.fromEntries(
        Object.entries(leaves).map(([leaf, value]) => [leaf, { format: 'chr', value }]),
      );
      assert.equal(gateway.nodes.add(DEVICES, name, { format: 'node', nodes }), true);
    };
    add('a', { DeviceID: 'urn:a', AuthType: 'basic' });
    add('b', { DeviceID: 'urn:b', AuthType: 'hmac' });
    add('c', { DeviceID: 'urn:c' });
    add('d', { DeviceID: 'urn:d', AuthType: 'none' });
    add('e', { AuthType: 'md5' });
    add('f', { DeviceID: '', AuthType: 'md5' });
    const known = [...knownDevices(gateway).values()].map(({ account }) => [
      account.deviceID,
      account.client.type,
      account.server.type,
    ]);
    assert.deepEqual(known, [
      ['urn:a', 'basic', 'basic'],
      ['urn:b', 'hmac', 'hmac'],
    ]);
  });
});

/** @see GFO steps 2 to 4 */
describe('the members of a group', () => {
  it('are asked in its order, each once, and empty ones are none', async () => {
    const bed = gatewayBed({
      groups: { pumps: ['d2', 'd1', 'd2'], others: ['d3'] },
      device: answering(200),
    });
    bed.gateway.nodes.add(PUMPS, 'empty', { format: 'chr', value: '' });
    bed.set(`  ${PUMPS}\n`, [GET]);
    assert.equal(bed.start(), 202);
    await bed.clock.advance(0);
    assert.deepEqual(Object.keys(codes(bed)), ['d2', 'd1']);
    assert.deepEqual(bed.gateway.nodes.childrenOf('./SCM/Results/Results1'), ['Device1', 'Device2']);
  });
});

/** @see GFO step 6 */
describe('the results of a Start', () => {
  it('have the number after the highest that is there', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] }, device: answering(200) });
    bed.set(PUMPS, [GET]);
    for (const name of ['Results9', 'Results12', 'Results5']) {
      bed.gateway.nodes.add('./SCM/Results', name, { format: 'node' });
    }
    assert.equal(bed.start(), 202);
    assert.notEqual(bed.resultsOf(13), undefined);
  });

  it('are not made where as many fan-outs are running as may be, and are once one has ended', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] }, limits: { concurrentRuns: 2 } });
    bed.set(PUMPS, [GET]);
    assert.deepEqual([bed.start(), bed.start(), bed.start()], [202, 202, 420]);
    await bed.clock.advance(10_000);
    assert.equal(bed.start(), 202);
  });

  it('are kept with what another fan-out still asks of the same device', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] } });
    bed.set(PUMPS, [GET]);
    bed.start();
    bed.start();
    for (const code of [200, 404]) {
      const work = connect(bed, 'd1');
      await work.next(answersWith(await work.next([]), code));
    }
    assert.deepEqual([codes(bed, 1), codes(bed, 2)], [{ d1: [200] }, { d1: [404] }]);
    assert.equal(bed.gateway.tasks.has('d1'), false);
  });

  it('have the statuses alone, without their items, where there is no room for all that a device said', async () => {
    const bed = gatewayBed({ groups: { pumps: ['d1'] } });
    bed.set(PUMPS, [GET]);
    bed.start();
    const work = connect(bed, 'd1');
    const [answer] = answersWith(await work.next([]), 200);
    assert.ok(answer !== undefined);
    const { add } = bed.gateway.nodes;
    let attempts = 0;
    Object.assign(bed.gateway.nodes, {
      add: (...given: Parameters<typeof add>) => (attempts++ === 0 ? false : add(...given)),
    });
    const results = {
      kind: 'Results',
      commandID: '2',
      commandReference: 's1',
      items: [{ data: 'x' }],
    } as const;
    const statuses = answer.statuses.map((one) => ({ ...one, items: [{ data: 'long' }] }));
    await work.next([{ ...answer, statuses, results: [results] }]);
    const entries = bed.resultsOf(1)?.[0]?.entries ?? [];
    assert.deepEqual(
      entries.map((entry) => [entry.kind, 'items' in entry && entry.items]),
      [['Status', []]],
    );
  });
});

/** @see DM_RepPro 4.1.6.2, DM_Protocol 2.3.7 */
describe('what a device tells by itself', () => {
  it('is no use to a gateway: 415 for what it says of itself, 406 for the rest', async () => {
    const work = connect(gatewayBed({ groups: { pumps: ['d1'] } }), 'd1');
    const alert = { kind: 'Alert', commandID: '1', items: [] } as const;
    assert.equal(await work.alerted({ ...alert, code: ALERT_CODES.GENERIC_ALERT }), 415);
    assert.equal(await work.alerted({ ...alert, code: 1101 }), 406);
  });
});
