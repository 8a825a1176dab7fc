import { type DataTable, Given } from '@cucumber/cucumber';
import { Gate } from '../../harness/cast/dm2/gate';
import { Inconclusive } from '../../harness/verdict/deviation';
import type { SerializedObject } from '../../protocol/model/dm2-object';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { clientURI, topName } from './addresses';
import { begin } from './begin';
import { codeText } from './codes';
import { commandsOf, learnValidators, revokeLater } from './command-table';
import { deliverNotification } from './delivering';
import { makeLamps } from './device-tree';
import { scriptOf } from './manners';
import { sessionTime, waitFor } from './patience';
import { playOf } from './play';
import { nodeValue, octetsOf } from './values';
import { letWait } from './waiting-commands';

stimulus('these commands wait for the device:', async function (this: FlowproofWorld, table: DataTable) {
  await letWait(this, commandsOf(this, table));
});

/** About the target nothing is scripted: it behaves so of its own accord. */
Given('{agent} {manner}', async function (this: FlowproofWorld, agent: string, manner: string) {
  const targets = {
    'dm-server': 'the DM Server',
    'dm-client': 'the DM Client',
    'push-service': 'the Push Service',
  };
  if (targets[this.dm2.role] !== agent) await scriptOf(agent, manner)(this);
});

Given('the device has the lamps:', async function (this: FlowproofWorld, table: DataTable) {
  const rows = table.raw().map(([name = '', value = '']) => ({ name, value: nodeValue(this.dm2, value) }));
  await makeLamps(this, rows);
});

Given('the repository offers:', function (this: FlowproofWorld, table: DataTable) {
  const { repository } = this.dm2;
  const objects = new Map<string, SerializedObject[]>();
  for (const [name = '', place = '', value = ''] of table.raw()) {
    if (/^[a-z]+\/[a-z.+-]+$/.test(place)) {
      repository.offers.set(name, { kind: 'content', mediaType: place, octets: octetsOf(value) });
      continue;
    }
    const uri = clientURI(this.dm2, place);
    const object = { clientURI: uri, name: topName(uri), value: nodeValue(this.dm2, value) };
    objects.set(name, [...(objects.get(name) ?? []), object]);
  }
  for (const [name, list] of objects) repository.offers.set(name, { kind: 'objects', objects: list });
});

/** The session is held open, for what may follow in it. */
Given('the DM Server has sent the DM Client:', async function (this: FlowproofWorld, table: DataTable) {
  await learnValidators(this, table);
  await begin(this);
  const { server, stage } = this.dm2;
  const commands = commandsOf(this, table);
  revokeLater(this, commands);
  server.waiting = commands;
  const gate = new Gate(3);
  server.gate = gate;
  await stage.tell({ procedure: 'internalEvent', event: 'timer', serverURI: stage.addresses.server });
  await waitFor(
    this,
    server.changes.until(() => gate.isReached),
    sessionTime(this),
  );
  const results = playOf(this).session?.results.flatMap(({ response }) => response?.results ?? []) ?? [];
  const isDone = results.length === commands.length && results.every(({ status }) => status < 300);
  if (isDone) return;
  const said = results.map(({ status }) => codeText(status)).join(', ') || 'no results';
  throw new Inconclusive(
    `the client was to perform ${commands.length} commands before, and reported ${said}`,
  );
});

Given('the DM Client has opened a session', async function (this: FlowproofWorld) {
  await begin(this);
  const play = playOf(this);
  const { server, client, stage, role } = play.scene;
  if (role === 'dm-client') {
    const gate = new Gate(1);
    server.gate = gate;
    await stage.tell({ procedure: 'internalEvent', event: 'timer', serverURI: stage.addresses.server });
    if (
      await waitFor(
        this,
        server.changes.until(() => gate.isReached),
      )
    )
      return;
    throw new Inconclusive('the client was to open a session before, and did not');
  }
  const run = await stage.time.settle(client.open(), sessionTime(this));
  if (run?.state !== 'open')
    throw new Inconclusive(`no session is open: ${run?.last?.answer.why ?? run?.state}`);
  play.openRun = run;
  play.answered = () => run.last?.answer;
});

Given('the Push Service has delivered a notification', async function (this: FlowproofWorld) {
  await begin(this);
  await deliverNotification(this, []);
});
