import { type DataTable, Given } from '@cucumber/cucumber';
import { groupURI } from '../../harness/cast/management/gateway-configuration';
import { manage } from '../../harness/cast/management/manage';
import { deleteNode } from '../../harness/cast/management/node-commands';
import { codeText } from '../../harness/cast/management/outcomes';
import { check } from '../../harness/verdict/check';
import { consequence, stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { alertedNode, waitForAlert } from './alerts-of-runs';
import { fannedOutText } from './command-table';
import { executeStart, fanOutTo, setNode } from './fan-out-runs';
import { nodeURI } from './node-names';
import { outcomeText } from './outcome';
import { fanOutTime, inTheEnd } from './patience';
import { playOf } from './play';

stimulus('the server fans out to {name}:', async function (group: string, commands: DataTable | string) {
  await fanOutTo(this, group, fannedOutText(this.management, commands));
});

Given(
  'the server has fanned out to {name}:',
  async function (this: FlowproofWorld, group: string, commands: DataTable | string) {
    const { code } = await fanOutTo(this, group, fannedOutText(this.management, commands));
    if (this.management.role !== 'dm-gateway') return;
    const isAccepted = code === 202 || code === 200;
    check(isAccepted, 'the status of Start', `${codeText(202)}`, outcomeText(code));
  },
);

Given('the server has been alerted', async function (this: FlowproofWorld) {
  const { scene } = playOf(this);
  if (scene.role !== 'dm-server') {
    await waitForAlert(this);
    return;
  }
  const play = playOf(this);
  await inTheEnd(this, () => {
    const { sessions, started } = scene.gateway;
    const isOver = started.at(-1)?.alertedAt !== undefined && sessions.at(-1)?.ended !== undefined;
    check(isOver, 'the alert of the gateway', 'one', 'none');
  });
  play.startsBefore = scene.gateway.started.length;
  play.runs.splice(0);
});

stimulus('the server sets ToBeFannedOut to:', function (commands: DataTable | string) {
  return setNode(this, 'ToBeFannedOut', fannedOutText(this.management, commands));
});

stimulus('the server sets ToBeFannedOut to {string}', function (text: string) {
  return setNode(this, 'ToBeFannedOut', text);
});

stimulus('the server sets TargetGroupRef to the group {name}', function (group: string) {
  return setNode(this, 'TargetGroupRef', groupURI(this.management, group));
});

stimulus('the server sets TargetGroupRef to {string}', function (text: string) {
  return setNode(this, 'TargetGroupRef', nodeURI(this.management, text));
});

stimulus('the server executes Start', function () {
  return executeStart(this, [this.stage.unique('start')]);
});

stimulus('the server executes Start with the correlator {string}', function (correlator: string) {
  return executeStart(this, [correlator]);
});

stimulus('the server executes Start without a correlator', function () {
  return executeStart(this, [undefined]);
});

stimulus('the server executes Start {int} times', function (times: number) {
  return executeStart(
    this,
    Array.from({ length: times }, () => this.stage.unique('start')),
  );
});

stimulus('the server gets the results', async function () {
  await waitForAlert(this);
});

stimulus('the server deletes the results', async function () {
  const play = playOf(this);
  const job = await manage(play.scene, { packages: [deleteNode(await alertedNode(this, play.run))] });
  play.latestStatus = job.outcomes[0]?.statuses[0]?.code;
});

stimulus('the time limit for devices is over', async function () {
  await this.stage.time.elapse(fanOutTime(this));
  await this.quiet();
});

stimulus('{duration} go by', function (milliseconds: number) {
  return this.stage.time.elapse(milliseconds);
});

consequence('the status is {dmStatuses}', function (codes: readonly number[]) {
  const { latestStatus } = playOf(this);
  const holds = latestStatus !== undefined && codes.includes(latestStatus);
  check(holds, 'the status', codes.map(codeText).join(' or '), outcomeText(latestStatus));
});
