import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { AuthenticationType } from './account';
import { ClientTester } from './client-tester';
import { onNodes } from './command-building';
import type { Habits } from './habits';
import { ServerJob } from './server-job';
import { ServerTester } from './server-tester';
import { type BedOptions, openSyncMLBed } from './syncml-stage-bed';

const GET_AND_REPLACE: readonly SyncMLCommand[] = [
  onNodes('Replace', ['./Pump/State', 'on']),
  onNodes('Get', ['./Pump/State'], ['./Pump/Name']),
  onNodes('Get', ['./Nowhere']),
];

async function meeting(options: BedOptions = {}) {
  const { stage } = await openSyncMLBed(options);
  const server = new ServerTester(stage);
  const client = new ClientTester(stage, 'the device', () => stage.underTest.account);
  await stage.linkOf('the device').listen('device', (request) => client.takePackageZero(request));
  client.nodes.set('./Pump/State', 'off');
  client.nodes.set('./Pump/Name', 'd1');
  return { stage, server, client };
}

type Meeting = Awaited<ReturnType<typeof meeting>>;

async function managed(
  { server, client, stage }: Meeting,
  habits: Partial<Habits> = {},
  commands = GET_AND_REPLACE,
) {
  const woken = await server.wake(ServerJob.of(commands, habits));
  await client.changes.until(() => client.sessions.some(({ ended }) => ended !== undefined));
  await stage.time.elapse(1);
  const [session] = server.sessions;
  assert.ok(session);
  return { woken, session };
}

function codes({ outcomes }: { readonly outcomes: ServerTester['sessions'][number]['outcomes'] }) {
  return outcomes.map(({ command, statuses }) => [command.kind, ...statuses.map(({ code }) => code)]);
}

const ALL_ANSWERED = [
  ['Replace', 200],
  ['Get', 200],
  ['Get', 404],
];

describe('the testers of both sides by the book', () => {
  for (const authentication of ['basic', 'md5', 'hmac'] as readonly AuthenticationType[]) {
    for (const serialization of ['xml', 'wbxml'] as const) {
      it(`get along with ${authentication} and ${serialization}`, async () => {
        const all = await meeting({ authentication, serialization });
        const { woken, session } = await managed(all);
        assert.deepEqual(woken.delivery, { status: 202 });
        assert.equal(session.ended, 'finished');
        assert.equal(session.sessionID, woken.sessionID.toString(16).toUpperCase());
        assert.deepEqual(codes(session), ALL_ANSWERED);
        const [, found] = session.outcomes;
        assert.deepEqual(
          found?.results.flatMap(({ items }) => items.map(({ source, data }) => [source?.uri, data])),
          [
            ['./Pump/State', 'on'],
            ['./Pump/Name', 'd1'],
          ],
        );
        assert.ok(session.turns.every(({ judgement }) => judgement === 'right'));
        assert.equal(all.client.sessions[0]?.ended, 'finished');
        assert.ok(all.client.sessions[0]?.turns.every(({ judgement }) => judgement === 'right'));
        assert.deepEqual(
          all.server.arrivals.flatMap(({ arrival }) => (arrival.kind === 'message' ? arrival.notes : [])),
          [],
        );
      });

      it(`find a nonce that both know, with ${authentication} and ${serialization}`, async () => {
        const { client, server, stage } = await meeting({ authentication, serialization });
        const { account } = stage.underTest;
        account.nonces.client = new Uint8Array();
        client.habits = {
          ...client.habits,
          credentials: (message) => (message === 1 ? 'wrong nonce' : 'right'),
        };
        server.habits = { ...server.habits, credentials: (message) => (message <= 2 ? 'none' : 'right') };
        const { session } = await managed({ client, server, stage });
        assert.equal(session.ended, 'finished');
        assert.deepEqual(codes(session), ALL_ANSWERED);
        assert.equal(client.sessions.flatMap(({ executed }) => executed).length, 3);
      });
    }
  }
});

describe('a server tester', () => {
  it('gets every part of what a client divides', async () => {
    const all = await meeting();
    all.client.nodes.set('./Pump/Name', 'a long name of this pump');
    all.client.habits = { ...all.client.habits, partLength: 5 };
    const { session } = await managed(all, {}, [onNodes('Get', ['./Pump/Name'])]);
    assert.equal(session.outcomes[0]?.results[0]?.items[0]?.data, 'a long name of this pump');
    assert.ok(session.turns.length > 5);
    assert.equal(session.ended, 'finished');
  });

  it('gives objects in parts and packages in several messages', async () => {
    const all = await meeting();
    const commands = [onNodes('Replace', ['./Pump/Name', 'an object in parts'])];
    const { session } = await managed(all, { partLength: 6 }, commands);
    assert.equal(all.client.nodes.get('./Pump/Name')?.data, 'an object in parts');
    assert.deepEqual(codes(session), [
      ['Replace', 213],
      ['Replace', 213],
      ['Replace', 200],
    ]);
    const divided = await meeting();
    const { session: second } = await managed(divided, { messagesPerPackage: 3 });
    assert.deepEqual(codes(second), ALL_ANSWERED);
  });

  it('does not manage who has the wrong password, and gives up in the end', async () => {
    const all = await meeting();
    all.client.habits = { ...all.client.habits, credentials: () => 'wrong password' };
    const { session } = await managed(all);
    assert.notEqual(session.ended, 'finished');
    assert.deepEqual(codes(session), []);
    assert.equal(all.client.sessions[0]?.ended, 'not-authenticated');
  });

  it('reacts as it is told, and takes the next message as if nothing had been', async () => {
    const all = await meeting();
    all.server.reactions = [{ reaction: { kind: 'http', status: 500 }, isFor: () => true }];
    await managed(all);
    assert.equal(all.client.sessions[0]?.ended, 'broken');
    const session = await all.client.connectByItself();
    assert.equal(session.ended, 'finished');
    assert.equal(all.server.sessions[1]?.sessionID, 'CCC2');
  });

  it('answers what is no message of SyncML with HTTP 400', async () => {
    const { stage, server } = await meeting();
    const body = 'no message';
    const headers = { 'content-type': 'application/vnd.syncml.dm+xml' };
    const answer = await stage
      .linkOf('x')
      .send(new Request(stage.underTest.account.serverAddress, { method: 'POST', headers, body }));
    assert.equal(answer.status, 400);
    assert.equal(server.arrivals[0]?.arrival.kind, 'no-message');
  });
});

describe('a client tester', () => {
  it('carries nothing out for a server that does not prove itself', async () => {
    const all = await meeting();
    const { session } = await managed(all, { credentials: () => 'wrong password' });
    assert.deepEqual(all.client.sessions[0]?.executed, []);
    assert.ok(session.outcomes.every(({ statuses }) => statuses.every(({ code }) => code === 401)));
  });

  it('opens one session for a package 0 that comes twice, and none for a wrong digest', async () => {
    const all = await meeting();
    const { woken } = await managed(all);
    await all.server.wakeAgain(woken);
    await all.server.wake(ServerJob.of([]), { digest: 'wrong' });
    await all.stage.time.elapse(1);
    assert.equal(all.client.sessions.length, 1);
    assert.deepEqual(
      all.client.packagesZero.map(({ digest }) => digest),
      ['right', 'wrong', 'wrong'],
    );
  });

  it('drops a session after so many answers', async () => {
    const all = await meeting();
    all.client.conduct = { ...all.client.conduct, answersBeforeDrop: 1 };
    const { session } = await managed(all);
    assert.deepEqual(codes(session), [['Replace', 200], ['Get'], ['Get']]);
  });
});
