import { type DataTable, Given } from '@cucumber/cucumber';
import { configureGroup } from '../../harness/cast/management/gateway-configuration';
import { describeOutcome, isSuccess } from '../../harness/cast/management/outcomes';
import { check } from '../../harness/verdict/check';
import { Inconclusive } from '../../harness/verdict/deviation';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { commandRows } from './command-table';
import type { Defect } from './defects';
import { fanOutTo } from './fan-out-runs';
import { giveWork, waitingPackageZero } from './peer-sessions';
import { playOf } from './play';
import { send, sendDefective, sendInSameSession } from './sending';
import { wakeWith } from './waking';

stimulus('the server sends {client}:', async function (_client: string, table: DataTable) {
  await send(this, commandRows(table));
});

stimulus('the server sends {client} in the same session:', function (_client: string, table: DataTable) {
  return sendInSameSession(this, commandRows(table));
});

Given(
  'the server has sent {client}:',
  async function (this: FlowproofWorld, _client: string, table: DataTable) {
    const job = await send(this, commandRows(table));
    if (job.session === undefined)
      throw new Inconclusive('the target opened no session for what was to be sent');
    const failed = job.outcomes.find((outcome) => !isSuccess(outcome));
    const isDone = failed === undefined && job.outcomes.length > 0;
    check(isDone, 'what the server had sent', 'successes', failed ? describeOutcome(failed) : 'no answers');
  },
);

stimulus('the server sends {client} a message {defect}', function (_client: string, defect: Defect) {
  return sendDefective(this, defect);
});

/** A server under test does so when there is something to be fanned out. */
stimulus('the server wakes {client}', async function (_client: string) {
  if (this.management.role !== 'dm-server') return wakeWith(this, {});
  await giveWork(this, 'ordinary');
  await waitingPackageZero(this);
});

stimulus('the gateway wakes {device}', async function (_device: string) {
  await giveWork(this, 'ordinary');
  await waitingPackageZero(this);
});

stimulus('the server wakes {client} with:', function (_client: string, table: DataTable) {
  return wakeWith(this, table.rowsHash());
});

stimulus('the package 0 of before is sent again', async function () {
  const play = playOf(this);
  const { woken, scene } = play;
  if (!woken) throw new Error('the scenario has sent no package 0 yet');
  play.begin();
  await scene.server.wakeAgain(woken);
  await this.quiet();
});

/** A device is told of an event; a gateway has the results of a fan-out to tell. */
stimulus('{client} has something to tell', async function (_client: string) {
  const play = playOf(this);
  const { scene } = play;
  if (scene.role === 'dm-gateway') {
    await configureGroup(scene, 'told-of', ['d9']);
    await fanOutTo(
      this,
      'told-of',
      '<Get><CmdID>1</CmdID><Item><Target><LocURI>./Pump/Name</LocURI></Target></Item></Get>',
    );
    play.beginAfter(play.job?.session);
    play.job = undefined;
  } else {
    play.begin();
    play.job = undefined;
    await scene.stage.underTest.tell({ event: 'something happened' });
  }
  const { server, stage } = scene;
  const isOver = () => play.sessions.some(({ ended }) => ended !== undefined);
  await stage.time.settle(server.changes.until(isOver), stage.target.ixit.responseTimeout);
});
