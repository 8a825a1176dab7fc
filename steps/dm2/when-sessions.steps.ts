import type { DataTable } from '@cucumber/cucumber';
import type { ClientRun } from '../../harness/cast/dm2/client-run';
import type { DM2ClientTester } from '../../harness/cast/dm2/client-tester';
import { Inconclusive } from '../../harness/verdict/deviation';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { begin } from './begin';
import { type InternalEvent, sessionOver, triggerClient } from './client-sessions';
import type { Flaw } from './flaws';
import { openingWith } from './package-one';
import { sessionTime } from './patience';
import { playOf } from './play';

const EVENTS: { readonly [words: string]: InternalEvent } = {
  'a timer': 'timer',
  'the user': 'user',
  'another event': 'other',
};

stimulus('the DM Client is triggered by {event}', async function (this: FlowproofWorld, event: string) {
  await begin(this);
  await comeBy(this, EVENTS[event] ?? 'timer');
});

stimulus('the DM Client starts a session', async function (this: FlowproofWorld) {
  await begin(this);
  await comeBy(this, 'timer');
});

async function comeBy(world: FlowproofWorld, event: InternalEvent): Promise<void> {
  const { role, client } = world.dm2;
  if (role === 'dm-client') return triggerClient(world, event);
  await run(world, client, () => client.lead());
}

stimulus('the DM Client starts a session with:', async function (this: FlowproofWorld, table: DataTable) {
  await begin(this);
  const { client } = this.dm2;
  const { initiation, spoil } = openingWith(
    table.raw().map(([name = '', value = '']) => [name, value] as const),
  );
  await run(this, client, async () => {
    const opened = await client.open(initiation, spoil);
    await opened.finish();
    return opened;
  });
});

/** Has a tester lead a session, or a part of one; its latest message is the one that is judged. */
async function run(
  world: FlowproofWorld,
  client: DM2ClientTester,
  lead: () => Promise<ClientRun>,
): Promise<void> {
  playOf(world).answered = () => client.runs.at(-1)?.last?.answer;
  await world.stage.time.settle(lead(), sessionTime(world));
}

stimulus('the DM Client goes on with its session', async function (this: FlowproofWorld) {
  const play = playOf(this);
  const { server, role } = play.scene;
  if (role === 'dm-client') {
    const before = { sessions: server.managed.length - 1, arrivals: server.arrivals.length };
    await begin(this);
    server.gate?.open();
    await sessionOver(this, before);
    await this.quiet();
    if (server.managed.at(-1)?.state === 'open')
      await sessionOver(this, { ...before, sessions: server.managed.length - 1 });
    return;
  }
  const { openRun } = play;
  if (openRun === undefined) throw new Inconclusive('no session of the tester is open');
  await begin(this);
  play.answered = () => openRun.last?.answer;
  await this.stage.time.settle(openRun.goOn(), sessionTime(this));
});

stimulus(
  'the DM Client sends a package {int} {flaw}',
  async function (this: FlowproofWorld, number: number, flaw: Flaw) {
    await begin(this);
    const play = playOf(this);
    const { client } = play.scene;
    const spoil = (message: Parameters<Flaw['spoil']>[0]) => flaw.spoil(message, play.scene);
    await run(this, client, async () => {
      if (flaw.needsNonce) await client.learnNonce();
      if (number === 3) return finishWith(this, spoil);
      const opened = await client.open(undefined, spoil);
      await opened.finish();
      return opened;
    });
  },
);

/** Package 3 is spoiled, after packages 1 and 2 by the book. */
async function finishWith(
  world: FlowproofWorld,
  spoil: NonNullable<Parameters<ClientRun['finish']>[0]>,
): Promise<ClientRun> {
  const play = playOf(world);
  const opened = await play.scene.client.open();
  if (opened.state !== 'open') throw new Inconclusive('no commands came of a package 1 by the book');
  play.openRun = opened;
  play.begin();
  await opened.finish(spoil);
  return opened;
}

stimulus('the DM Client sends its last message again', async function (this: FlowproofWorld) {
  await begin(this);
  const play = playOf(this);
  const latest = play.openRun ?? play.scene.client.runs.at(-1);
  if (latest === undefined) throw new Inconclusive('the tester has sent no message before');
  play.answered = () => latest.last?.answer;
  await this.stage.time.settle(latest.repeat(), sessionTime(this));
});

stimulus('another device starts a session', async function (this: FlowproofWorld) {
  await begin(this);
  const { other } = this.dm2;
  await run(this, other, () => other.lead());
});

stimulus('another device reports in that session', async function (this: FlowproofWorld) {
  await begin(this);
  const play = playOf(this);
  const { other } = play.scene;
  const { openRun } = play;
  if (openRun === undefined) throw new Inconclusive('no session of the tester is open');
  const report = async () => {
    const message = other.asOwn(await openRun.results());
    const answer = await other.send(message);
    play.answered = () => answer;
  };
  await this.stage.time.settle(report(), sessionTime(this));
});

/** And a bit. */
const MARGIN = 1.1;

stimulus('the idle limit of the DM Server is over', async function (this: FlowproofWorld) {
  await begin(this);
  await this.stage.time.elapse(this.parameters.target.ixit.dm2.idleLimit * MARGIN);
});
