import type { GatewayTester, Started } from '../../harness/cast/management/gateway-tester';
import { pathOf } from '../../harness/cast/management/tester-tree';
import { check } from '../../harness/verdict/check';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { consequence } from '../say';
import { inTheEnd } from './patience';
import { playOf } from './play';

/** Whether a server under test got the aggregate, and when. @see GFO step 7 */

interface Got {
  readonly uri: string;
  readonly at: number;
}

/** Every node that the server has asked the gateway for. */
function gotFrom({ sessions }: GatewayTester): readonly Got[] {
  return sessions.flatMap(({ turns }) =>
    turns.flatMap(({ arrival, at }) => {
      const commands = arrival.kind === 'message' ? arrival.message.commands : [];
      return gets(commands).map((uri) => ({ uri, at }));
    }),
  );
}

function gets(commands: readonly SyncMLCommand[]): string[] {
  return commands.flatMap((command) => {
    if ('commands' in command) return gets(command.commands);
    return command.kind === 'Get' ? command.items.map(({ target }) => target?.uri ?? '') : [];
  });
}

/** By leaf, or by one list with data of a node above it. @see DM_TND 8.4.1 */
function isGot(got: readonly Got[], uri: string): boolean {
  return got.some((one) => {
    if (pathOf(one.uri) === pathOf(uri)) return true;
    return one.uri.endsWith('?list=StructData') && pathOf(uri).startsWith(`${pathOf(one.uri)}/`);
  });
}

function leavesOf(gateway: GatewayTester, started: Started, devices?: readonly string[]): string[] {
  const pairs = gateway.pairsOf(started).filter(({ device }) => devices?.includes(device) ?? true);
  return pairs.flatMap(({ device }) =>
    ['DeviceID', 'DeResult'].map((leaf) => `${started.results}/${device}/${leaf}`),
  );
}

function checkGot(gateway: GatewayTester, started: Started | undefined, devices?: readonly string[]): void {
  check(started !== undefined, 'the Starts of the server', 'one', 'none');
  if (started === undefined) return;
  const got = gotFrom(gateway);
  const missing = leavesOf(gateway, started, devices).filter((uri) => !isGot(got, uri));
  check(
    missing.length === 0,
    'what the server got of the aggregate',
    'every pair',
    `not ${missing.join(', ')}`,
  );
}

consequence('the server got the results', function () {
  return inTheEnd(this, () => {
    const { gateway } = playOf(this).scene;
    checkGot(gateway, gateway.started.at(-1));
  });
});

consequence('the server got the results of {device}', function (device: string) {
  return inTheEnd(this, () => {
    const { gateway } = playOf(this).scene;
    checkGot(gateway, gateway.started.at(-1), [device]);
  });
});

consequence('the server got the results of both fan-outs', function () {
  return inTheEnd(this, () => {
    const { gateway } = playOf(this).scene;
    for (const at of [-2, -1]) checkGot(gateway, gateway.started.at(at));
  });
});

consequence('the server got no results', async function () {
  const { gateway } = playOf(this).scene;
  const { alertInterval } = this.parameters.target.ixit.gfo;
  await this.stage.time.elapse(Math.max(alertInterval, 2 * gateway.alerting.after));
  await this.quiet();
  const leaves = gotFrom(gateway).filter(({ uri }) => /\/(?:DeResult|DeviceID)$/.test(uri));
  check(
    leaves.length === 0,
    'what the server got of aggregates',
    'nothing',
    leaves.map(({ uri }) => uri).join(', '),
  );
});

consequence('the server got the results only after the alert', function () {
  const { gateway } = playOf(this).scene;
  const [started] = gateway.started;
  const early = gotFrom(gateway).filter(
    ({ uri, at }) => uri.includes('Results/') && at < (started?.alertedAt ?? 0),
  );
  check(
    early.length === 0,
    'what the server got before the alert',
    'nothing',
    early.map(({ uri }) => uri).join(', '),
  );
});
