import { readChildren } from '../../harness/cast/management/aggregate';
import { resultsURI } from '../../harness/cast/management/fan-out-by-server';
import { codeText, isRefusalCode } from '../../harness/cast/management/outcomes';
import { check } from '../../harness/verdict/check';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { alertsOf } from './alerts-of-runs';
import { outcomeText } from './outcome';
import { playOf } from './play';
import { readResults } from './results-of-runs';

const ACCEPTED = 202;

/** A server or device under test is given an accepted Start, or none. @see GFO step 3 */
consequence('Start is accepted', function () {
  const { run, scene } = playOf(this);
  if (scene.role !== 'dm-gateway') return;
  const holds = run.code === ACCEPTED || run.code === 200;
  check(holds, 'the status of Start', codeText(ACCEPTED), outcomeText(run.code));
  this.enter('X-GFO-08', `Start is answered ${codeText(run.code ?? 0)}`);
  if (run.code === 200)
    this.warnings.push({ what: 'the status of Start', expected: codeText(ACCEPTED), actual: codeText(200) });
});

consequence('Start is refused', async function () {
  const { run } = playOf(this);
  const isRefused = run.isSettingRefused || (run.code !== undefined && isRefusalCode(run.code));
  check(isRefused, 'the status of Start', 'a refusal', outcomeText(run.code));
  if (run.code !== undefined) this.enter('X-GFO-08', `such a Start is refused with ${codeText(run.code)}`);
  await nothingCameOfIt(this);
});

consequence('Start is refused or ends at once without pairs', async function () {
  const { run } = playOf(this);
  const isRefused = run.isSettingRefused || (run.code !== undefined && isRefusalCode(run.code));
  this.enter('X-GFO-08', `Start for a group without devices is ${isRefused ? 'refused' : 'accepted'}`);
  if (isRefused) return nothingCameOfIt(this);
  const { pairs } = await readResults(this, run);
  check(pairs.length === 0, 'the results of a group without devices', 'no pairs', `${pairs.length} pairs`);
});

/** No device was woken, there is nothing below Results, and no alert comes. */
async function nothingCameOfIt(world: FlowproofWorld): Promise<void> {
  const play = playOf(world);
  await world.quiet();
  const woken = play.scene.devices
    .filter(({ packagesZero }) => packagesZero.length > 0)
    .map(({ name }) => name);
  check(woken.length === 0, 'the devices that were woken', 'none', woken.join(', '));
  const alerts = alertsOf(play, play.run);
  check(alerts.length === 0, 'the alerts after a Start that was refused', 'none', `${alerts.length}`);
  if (!play.scene.stage.disposable) return;
  const nodes = (await readChildren(play.scene, resultsURI(play.scene))) ?? [];
  check(nodes.length === 0, 'the nodes below Results', 'none', nodes.join(', '));
}
