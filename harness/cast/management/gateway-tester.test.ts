import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onNodes } from './command-building';
import { GatewayTester } from './gateway-tester';
import { openSyncMLBed } from './syncml-stage-bed';

async function gateway() {
  const { stage } = await openSyncMLBed();
  return new GatewayTester(stage);
}

const START = {
  kind: 'Exec',
  commandID: '1',
  correlator: 'c1',
  items: [{ target: { uri: './SCM/FanOut/Start' } }],
} as const;

describe('the tester that plays the gateway', () => {
  it('accepts Start with what was set, and has an aggregate for it', async () => {
    const tester = await gateway();
    tester.alerting = { ...tester.alerting, never: true };
    tester.pairsOf = () => [{ device: 'd1', deviceID: 'urn:d1', answers: [] }];
    tester.perform(onNodes('Replace', ['./SCM/FanOut/ToBeFannedOut', '<Get/>']));
    tester.perform(onNodes('Replace', ['./SCM/FanOut/TargetGroupRef', './GwConfig/Groups/pumps']));
    assert.deepEqual(
      tester.perform(START).map(({ code }) => code),
      [202],
    );
    const [started] = tester.started;
    assert.equal(started?.commands, '<Get/>');
    assert.equal(started?.group, './GwConfig/Groups/pumps');
    assert.equal(started?.correlator, 'c1');
    assert.equal(tester.nodes.get('./SCM/Results/Results1/d1/DeviceID')?.data, 'urn:d1');
  });

  it('has no nodes, refuses Start and hides values where it is told to', async () => {
    const tester = await gateway();
    tester.hasNoNodes();
    const [replaced] = tester.perform(onNodes('Replace', ['./SCM/FanOut/ToBeFannedOut', 'x']));
    assert.equal(replaced?.code, 404);
    tester.startStatus = 500;
    assert.equal(tester.perform(START)[0]?.code, 500);
    tester.hidden = 'd1/DeResult';
    tester.nodes.set('./SCM/Results/1/d1/DeResult', 'secret');
    const [hidden] = tester.perform(onNodes('Get', ['./SCM/Results/1/d1/DeResult']));
    assert.deepEqual([hidden?.code, hidden?.found], [425, []]);
  });

  it('alerts in the session of Start, in the spelling that it is told', async () => {
    const tester = await gateway();
    tester.alerting = { ...tester.alerting, inSessionOfStart: true, url: '/SCR/Results/<n>', place: 'data' };
    tester.perform(START);
    const [alert, second] = tester.alertsWithAnswers();
    assert.equal(second, undefined);
    assert.equal(alert?.code, 1226);
    assert.equal(alert?.correlator, 'c1');
    assert.equal(alert?.items[0]?.data, '/SCR/Results/Results1');
    assert.deepEqual(tester.alertsWithAnswers(), []);
  });
});
