import type { DataTable } from '@cucumber/cucumber';
import type { DeviceTester } from '../../harness/cast/management/device-tester';
import { type ResultAlert, resultAlerts, typeOf } from '../../harness/cast/management/result-alerts';
import { check, show } from '../../harness/verdict/check';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { alertedNode, alertsOf, waitForAlert } from './alerts-of-runs';
import { playOf } from './play';

const WHAT = 'the alert of the results';

consequence('the server is alerted once', async function () {
  await checkOnce(this);
});

consequence('the server is alerted once, after every device has answered', async function () {
  const { at } = await checkOnce(this);
  const { scene, run } = playOf(this);
  for (const name of run.members) {
    const answered = answeredAt(scene.device(name), run.startedAt);
    const holds = answered !== undefined && answered <= at;
    check(holds, WHAT, `after "${name}" had answered`, 'before that');
  }
});

/** When a device sent the last answer to commands. */
function answeredAt({ sessions }: DeviceTester, since: number): number | undefined {
  const answers = sessions.flatMap(({ turns }) => turns).filter(({ sent }) => answersCommands(sent));
  const moments = answers.map((turn) => turn.at).filter((moment) => moment >= since);
  return moments.length === 0 ? undefined : Math.max(...moments);
}

function answersCommands({ commands }: SyncMLMessage): boolean {
  return commands.some((command) => command.kind === 'Status' && command.commandReference !== '0');
}

/** Not before the limit is over; a part of it is left to clocks that differ. */
consequence('the server is alerted once, after the time limit', async function () {
  const { at } = await checkOnce(this);
  const { run } = playOf(this);
  const { deviceTimeLimit } = this.parameters.target.ixit.gfo;
  const took = at - run.startedAt;
  const actual = `${took} ms after Start`;
  check(took >= TOLERATED * deviceTimeLimit, WHAT, `${deviceTimeLimit} ms after Start`, actual);
});

const TOLERATED = 0.9;

consequence('the server is not alerted', async function () {
  await this.quiet();
  const { scene, runs } = playOf(this);
  const own = new Set(runs.map(({ correlator }) => correlator));
  // A target that outlives scenarios may still have the results of an earlier one to tell.
  const isForeign = ({ alert }: ResultAlert): boolean =>
    !scene.stage.disposable && alert.correlator !== undefined && !own.has(alert.correlator);
  const { length } = resultAlerts(scene).filter((alert) => !isForeign(alert));
  check(length === 0, WHAT, 'none', `${length}`);
});

consequence('the server is not alerted yet', async function () {
  await this.quiet();
  const play = playOf(this);
  const { length } = alertsOf(play, play.run);
  check(length === 0, WHAT, 'none so far', `${length}`);
});

/** Exactly one until the time of the fan-out is over, however often it was repeated without an answer. */
async function checkOnce(world: FlowproofWorld): Promise<ResultAlert> {
  const play = playOf(world);
  const first = await waitForAlert(world);
  const { time } = world.stage;
  const { deviceTimeLimit } = world.parameters.target.ixit.gfo;
  const rest = play.run.startedAt + deviceTimeLimit - time.now();
  if (play.scene.stage.disposable && rest > 0) await time.elapse(rest);
  await world.quiet();
  const all = alertsOf(play, play.run);
  check(all.length === 1, `${WHAT}, repetitions left out of account`, 'one', `${all.length}`);
  return first;
}

consequence('the alert names the results', async function () {
  const alert = await waitForAlert(this);
  const { run, scene } = playOf(this);
  if (alert.named === undefined) {
    this.enter('X-GFO-06', 'the alert names no results');
    this.warnings.push({ what: WHAT, expected: 'the URL of the results', actual: 'none' });
    return;
  }
  await alertedNode(this, run);
  const { url, place } = alert.named;
  this.enter(
    'X-GFO-01',
    `the URL of the results is ${formOf(url, scene.stage.underTest.roots.fanOut)}, in ${place}`,
  );
});

function formOf(url: string, root: string): string {
  const spelled = url.startsWith('./')
    ? 'with ./'
    : url.startsWith('/')
      ? 'with a leading slash'
      : 'without ./';
  const bare = url.replace(/^\.?\//, '');
  return `${spelled}, ${bare.startsWith(root.replace(/^\.\//, '')) ? 'below the root of the target file' : 'elsewhere'}`;
}

consequence('the alert has:', async function (table: DataTable) {
  const alert = await waitForAlert(this);
  const parts: { readonly [part: string]: string | undefined } = {
    Code: String(alert.alert.code ?? ''),
    Type: typeOf(alert),
    Format: alert.item.meta?.format,
    Correlator: alert.alert.correlator,
    Mark: alert.item.meta?.mark,
  };
  for (const [part = '', value = ''] of table.raw())
    check(holds(parts[part], value), `${part} of the alert`, value, show(parts[part]));
});

function holds(actual: string | undefined, expected: string): boolean {
  if (expected === '(any)') return actual !== undefined && actual !== '';
  const other = /^not (.*)$/.exec(expected)?.[1];
  return other === undefined ? actual === expected : actual !== other;
}

consequence('the gateway sends the alert again', async function () {
  await waitForAlert(this);
  const play = playOf(this);
  const { alertInterval, alertRepeats } = this.parameters.target.ixit.gfo;
  await this.stage.time.elapse(alertInterval * alertRepeats);
  await this.quiet();
  const [first = []] = alertsOf(play, play.run);
  check(first.length > 1, 'the sendings of an alert that got no answer', 'two or more', `${first.length}`);
  const isAnswered = first.some((one) => one.isAnswered);
  check(isAnswered, 'the last sending of the alert', 'one that got its answer', 'none that did');
});
