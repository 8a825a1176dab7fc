import type { DataTable } from '@cucumber/cucumber';
import { groupURI } from '../../harness/cast/management/gateway-configuration';
import type { Started } from '../../harness/cast/management/gateway-tester';
import { pathOf } from '../../harness/cast/management/tester-tree';
import { check, show } from '../../harness/verdict/check';
import { decodeCommandsXml } from '../../protocol/codec/syncml/syncml-xml';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { commandRows, commandsOf } from './command-table';
import { withoutIdentifiers } from './fan-out-runs';
import { inTheEnd } from './patience';
import { playOf } from './play';
import { plain } from './same-commands';

/** What a server under test did at the gateway that a tester plays. @see GFO steps 2, 3, 7 */

function startedAt(world: FlowproofWorld): readonly Started[] {
  const { scene, startsBefore } = playOf(world);
  return scene.gateway.started.slice(startsBefore);
}

/** Every fan-out that it was told of is one Start, with its values. */
consequence('ToBeFannedOut and TargetGroupRef were set before Start', function () {
  return inTheEnd(this, () => {
    const { runs, scene } = playOf(this);
    const started = startedAt(this);
    check(started.length >= runs.length, 'the Starts of the server', `${runs.length}`, `${started.length}`);
    for (const run of runs) {
      const wanted = withoutIdentifiers(run.commands).map(plain).join('\n');
      const fitting = started.find(
        (one) => textOf(one.commands) === wanted && isGroup(scene, one, run.group ?? ''),
      );
      const last = started.at(-1);
      const actual = `${show(last?.commands)} for ${show(last?.group)}`;
      check(
        fitting !== undefined,
        'the nodes when Start was executed',
        `${run.commands} for the group "${run.group ?? ''}"`,
        actual,
      );
    }
  });
});

function textOf(commands: string | undefined): string {
  const read = decodeCommandsXml(commands ?? '');
  return read.ok ? read.value.map(plain).join('\n') : '';
}

function isGroup(scene: ReturnType<typeof playOf>['scene'], { group }: Started, name: string): boolean {
  return pathOf(group ?? '') === pathOf(groupURI(scene, name));
}

consequence('ToBeFannedOut holds, before Start:', function (table: DataTable) {
  return inTheEnd(this, () => {
    const started = startedAt(this).at(-1);
    check(started !== undefined, 'the Starts of the server', 'one', 'none');
    const wanted: readonly SyncMLCommand[] = commandsOf(playOf(this).scene, commandRows(table));
    const holds = textOf(started?.commands) === wanted.map(plain).join('\n');
    check(
      holds,
      'ToBeFannedOut when Start was executed',
      wanted.map(plain).join(', '),
      show(started?.commands),
    );
  });
});

consequence('TargetGroupRef names the group {name} before Start', function (group: string) {
  return inTheEnd(this, () => {
    const { scene } = playOf(this);
    const started = startedAt(this).at(-1);
    const holds = started !== undefined && isGroup(scene, started, group);
    check(holds, 'TargetGroupRef when Start was executed', groupURI(scene, group), show(started?.group));
  });
});

consequence('the server executed Start {int} time(s)', async function (count: number) {
  const look = () => {
    const { length } = startedAt(this);
    check(length === count, 'the Starts of the server', `${count}`, `${length}`);
  };
  await inTheEnd(this, look);
  await this.quiet();
  look();
});

consequence('Start of the server has a Correlator', function () {
  return inTheEnd(this, () => {
    const [started] = startedAt(this);
    check(started !== undefined, 'the Starts of the server', 'one', 'none');
    if (started?.correlator === undefined)
      this.warnings.push({ what: 'Start of the server', expected: 'a Correlator', actual: 'none' });
  });
});

consequence('the server adds the nodes, or executes no Start', async function () {
  const { scene } = playOf(this);
  await inTheEnd(this, () => {
    const isOver = scene.gateway.sessions.some(({ ended }) => ended !== undefined);
    check(isOver, 'the session of the server with the gateway', 'one that is over', 'none');
  });
  await this.quiet();
  const [started] = startedAt(this);
  if (started === undefined) return;
  const isSet = textOf(started.commands) !== '' && started.group !== undefined && started.group !== '';
  check(
    isSet,
    'the nodes when Start was executed',
    'both added',
    `${show(started.commands)}, ${show(started.group)}`,
  );
});

consequence('the server answered the alert', function () {
  return inTheEnd(this, () => {
    const { scene } = playOf(this);
    const codes = scene.gateway.sessions.flatMap(({ turns }) =>
      turns.flatMap(({ sent, arrival }) => {
        const alerts = sent.commands.filter((one) => one.kind === 'Alert' && one.code === 1226);
        const said = arrival.kind === 'message' ? arrival.message.commands : [];
        return alerts.flatMap(({ commandID }) =>
          said.flatMap((one) =>
            one.kind === 'Status' && one.commandReference === commandID ? [one.code] : [],
          ),
        );
      }),
    );
    const due = scene.gateway.alerting.twice ? 2 : 1;
    const isGood = codes.length >= due && codes.every((code) => code === 200 || code === 202);
    check(
      isGood,
      `the status of ${due === 1 ? 'the alert' : 'each alert'}`,
      '200 or 202',
      codes.join(', ') || 'none',
    );
  });
});
