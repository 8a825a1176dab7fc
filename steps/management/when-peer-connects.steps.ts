import { Given } from '@cucumber/cucumber';
import { alert } from '../../harness/cast/management/command-building';
import type { Habits } from '../../harness/cast/management/habits';
import { RESULT_AGGREGATION_ALERT } from '../../protocol/tables/syncml/alert-codes';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { type Defect, habitsWith } from './defects';
import type { Players } from './parameter-types';
import { connect, giveWork } from './peer-sessions';
import { playOf } from './play';

Given('{manager} has commands for {peer}', function (this: FlowproofWorld, _manager: string, _peer: string) {
  return giveWork(this, 'ordinary');
});

Given(
  '{manager} has large commands for {peer}',
  function (this: FlowproofWorld, _manager: string, _peer: string) {
    return giveWork(this, 'large');
  },
);

Given('{manager} has woken {peer}', async function (this: FlowproofWorld, _manager: string, _peer: string) {
  await giveWork(this, 'ordinary');
  await connect(this);
});

stimulus('{players} connect(s) by itself', async function (players: Players) {
  const play = playOf(this);
  await play.scene.makeReady();
  for (const player of players) {
    const tester = player === 'the gateway' ? play.scene.gateway : play.scene.device(player);
    const session = tester.connectByItself();
    await this.stage.time.settle(session, this.parameters.target.ixit.responseTimeout);
  }
});

stimulus('{peer} connects to {manager}', async function (_peer: string, _manager: string) {
  await connect(this);
});

stimulus(
  '{peer} connects to {manager} with a message {defect}',
  async function (_peer: string, _manager: string, defect: Defect) {
    await connect(this, defective(defect, 'package 1'));
  },
);

stimulus(
  '{peer} answers {manager} with a message {defect}',
  async function (_peer: string, _manager: string, defect: Defect) {
    await connect(this, defective(defect, 'package 3'));
  },
);

/** The first message has at once what would answer the commands, had there been any. */
stimulus(
  '{peer} connects to {manager} with answers and an alert at once',
  async function (_peer: string, _manager: string) {
    const { change } = playOf(this).scene.peer.habits;
    const early: Habits['change'] = (outgoing, message) => {
      const meta = { type: RESULT_AGGREGATION_ALERT, format: 'chr' };
      const item = { source: { uri: './SCM/Results/early' }, meta, data: '' };
      const told = { ...alert(1226, [item]), commandID: '97' };
      const answer = { messageReference: 1, targetReferences: [], sourceReferences: [], items: [] };
      const statuses = ['2', '3', '4', '5'].map((commandReference, at) => {
        const command = at === 0 ? 'Replace' : 'Get';
        return {
          kind: 'Status',
          commandID: `${90 + at}`,
          commandReference,
          command,
          code: 200,
          ...answer,
        } as const;
      });
      const { message: sent } = outgoing;
      return change(
        { ...outgoing, message: { ...sent, commands: [...sent.commands, ...statuses, told] } },
        message,
      );
    };
    await connect(this, { change: early });
  },
);

/** Package 1 is the first message, package 3 the first that answers commands. */
function defective(defect: Defect, which: 'package 1' | 'package 3'): Partial<Habits> {
  if (defect.twice) return { repeatsMessages: true };
  return habitsWith(defect, ({ message }) => {
    if (which === 'package 1') return true;
    return message.commands.some(
      (one) => one.kind === 'Status' && one.command !== 'SyncHdr' && one.command !== 'Alert',
    );
  });
}
