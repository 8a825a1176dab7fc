import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeTarget } from '../../config/target-defaults';
import { openStage } from '../reference';
import type { ClientHabits } from './client-tester';
import { DM2Scene } from './dm2-scene';
import { Gate } from './gate';
import { spoilAnswer, withText } from './raw-message';
import type { ServerHabits } from './server-habits';
import type { Words } from './words';

const TARGET = completeTarget(
  {
    name: 'reference',
    roles: ['push-service'],
    link: 'in-process',
    ics: {},
    ixit: { responseTimeout: 5000 },
  },
  (path) => path,
);

const TWO_COMMANDS: readonly Words[] = [
  ['GET', 'urn:oma:mo:oma-dm-devinfo:1.2/1/FwV'],
  ['DELETE', 'urn:flowproof:mo:lamp:1.0/attic/'],
];

/** Where a push service is the target, testers play both server and client. */
async function meeting(server: Partial<ServerHabits> = {}, client: Partial<ClientHabits> = {}) {
  const scenario = { requirements: ['DM2-PSH-001'], roles: ['push-service'] };
  const stage = await openStage({ target: TARGET, seed: 1, run: 'test' }, scenario);
  assert.equal(stage.kind, 'dm2');
  const scene = new DM2Scene(stage);
  scene.server.habits = { ...scene.server.habits, ...server };
  scene.client.habits = { ...scene.client.habits, ...client };
  scene.server.waiting = TWO_COMMANDS;
  return scene;
}

async function led(scene: DM2Scene) {
  const run = await scene.stage.time.settle(scene.client.lead(), 60_000);
  assert.ok(run);
  return run;
}

function statuses({ sent }: Awaited<ReturnType<typeof led>>): readonly (number | undefined)[] {
  return sent.map(({ answer }) => answer.status);
}

describe('the testers of both sides by the book', () => {
  for (const scheme of ['Basic', 'Digest', 'MD5 Digest'] as const) {
    it(`get along with ${scheme} credentials`, async () => {
      const scene = await meeting({ asksFor: [scheme] }, { scheme });
      const run = await led(scene);
      assert.equal(run.state, 'ended');
      assert.deepEqual(run.commands, [TWO_COMMANDS, [['END']]]);
      assert.deepEqual(statuses(run), scheme === 'Basic' ? [200, 200] : [401, 200, 200]);
      const [session] = scene.server.sessions;
      const results = session?.results.flatMap(({ response }) => response?.results ?? []);
      assert.deepEqual(
        results?.map(({ status, data }) => [status, data?.map(({ clientURI }) => clientURI)]),
        [
          [200, ['urn:oma:mo:oma-dm-devinfo:1.2/1/FwV']],
          [200, undefined],
        ],
      );
    });
  }

  it('use a nonce again with a higher count, and renew one that is stale', async () => {
    const scene = await meeting({ asksFor: ['Digest'], findsNonceStale: true }, { scheme: 'Digest' });
    const run = await led(scene);
    assert.deepEqual(statuses(run), [401, 200, 401, 200]);
    const stale = run.sent[2]?.answer.headers.get('www-authenticate');
    assert.match(stale ?? '', /stale=true/);
  });
});

describe('the server tester otherwise', () => {
  it('finds out credentials that are wrong, were not asked for, or come twice', async () => {
    const basic = await meeting({ asksFor: ['Digest'] });
    await led(basic);
    assert.deepEqual([...basic.server.findings.values()], ['Basic, which was not asked for']);
    const digest = await meeting({ asksFor: ['Digest'] }, { scheme: 'Digest' });
    const run = await led(digest);
    const last = run.last?.message;
    assert.ok(last);
    await digest.client.send(last);
    assert.equal([...digest.server.findings.values()].at(-1), 'the nonce count 2 a second time');
  });

  for (const [end, packages] of [
    ['behind the commands', [[...TWO_COMMANDS, ['END']]]],
    ['before the commands', [[['END'], ...TWO_COMMANDS]]],
  ] as const) {
    it(`sends END ${end}`, async () => {
      const run = await led(await meeting({ end }));
      assert.deepEqual(run.commands, packages);
      assert.equal(run.state, 'ended');
    });
  }

  it('hands out Links in each of its ways', async () => {
    const links = [];
    for (const link of ['absolute', 'relative', 'none', 'another origin'] as const) {
      const run = await led(await meeting({ link }));
      links.push(run.sent[0]?.answer.headers.get('link')?.replace(/[^/]+\/1>/, '...>') ?? null);
    }
    assert.match(links[0] ?? '', /^<http:\/\/127\.0\.0\.1:\d+\/dm\/\.\.\.>; rel="next"$/);
    assert.equal(links[1], '</dm/...>; rel="next"');
    assert.equal(links[2], null);
    assert.match(links[3] ?? '', /^<http:/);
    assert.notEqual(links[3], links[0]);
  });

  it('refuses, redirects, stays silent and breaks off, once or always', async () => {
    const refused = await led(await meeting({ reactions: [{ package: 1, how: 503, isOnce: true }] }));
    assert.deepEqual([refused.state, statuses(refused)], ['refused', [503]]);
    const redirected = await led(
      await meeting({ reactions: [{ package: 3, how: 'redirect', isOnce: false }] }),
    );
    assert.deepEqual(statuses(redirected), [200, 307]);
    for (const how of ['silent', 'broken'] as const) {
      const scene = await meeting({ reactions: [{ package: 1, how, isOnce: true }] });
      assert.deepEqual(statuses(await led(scene)), [undefined]);
      assert.equal(scene.server.arrivals[0]?.reaction, how);
      assert.equal((await led(scene)).state, 'ended', 'only once');
    }
  });

  it('spoils a package with commands, and takes no results of it', async () => {
    const spoil = {
      isReadable: false,
      change: (answer: Response) => spoilAnswer(answer, (message) => withText(message, '{"CMD":')),
    };
    const scene = await meeting({ spoil });
    const run = await led(scene);
    assert.equal(run.state, 'refused');
    assert.equal(scene.server.sessions[0]?.state, 'abandoned');
  });

  it('keeps an answer back until it is let go', async () => {
    const scene = await meeting();
    const gate = new Gate(1);
    scene.server.gate = gate;
    const run = scene.client.lead();
    await scene.stage.time.elapse(1000);
    assert.deepEqual([gate.isReached, scene.server.sessions[0]?.rounds], [true, []]);
    gate.open();
    assert.equal((await scene.stage.time.settle(run, 1000))?.state, 'ended');
  });
});

describe('the client tester otherwise', () => {
  it('reports what it is told to, follows no Link, says results twice, or vanishes', async () => {
    const scene = await meeting({}, { reports: new Map([['DELETE', 405]]), followsLink: false });
    const run = await led(scene);
    const [session] = scene.server.sessions;
    assert.deepEqual(
      session?.results.flatMap(({ response }) => response?.results.map(({ status }) => status)),
      [200, 405],
    );
    assert.equal(run.sent[1]?.message.url, scene.stage.addresses.server);
    const twice = await led(await meeting({}, { sendsResultsTwice: true }));
    assert.deepEqual(statuses(twice), [200, 200, 410]);
    const vanished = await led(await meeting({}, { vanishes: true }));
    assert.deepEqual([vanished.state, vanished.sent.length], ['vanished', 1]);
  });

  it('comes once for a notification, and not for one that is not genuine', async () => {
    const { asker, push, client, stage } = await meeting();
    const octets = asker.octets(asker.notification({ notificationID: 7 }));
    for (const sent of [octets, octets, octets.with(30, (octets[30] ?? 0) ^ 1)])
      await stage.time.settle(push.deliver(sent), 1000);
    await stage.time.elapse(1000);
    assert.deepEqual(
      client.notifications.map(({ isAuthentic }) => isAuthentic),
      [true, true, false],
    );
    assert.equal(client.runs.length, 1);
  });

  it('is out of reach, silent, or answers as it is told', async () => {
    const { asker, push, client, stage } = await meeting(
      {},
      {
        outOfReachFor: 1,
        notificationAnswers: [
          { how: 503, isOnce: true },
          { how: 'silent', isOnce: true },
        ],
      },
    );
    const octets = asker.octets(asker.notification());
    const deliver = async () => (await stage.time.settle(push.deliver(octets), 10_000))?.status;
    assert.deepEqual(
      [await deliver(), await deliver(), await deliver(), await deliver()],
      [undefined, 503, undefined, 204],
    );
    assert.deepEqual(
      client.notifications.map(({ isReached, isTaken }) => [isReached, isTaken]),
      [
        [false, false],
        [true, false],
        [true, false],
        [true, true],
      ],
    );
  });
});

describe('the repository tester', () => {
  async function asked(name: string, method = 'GET') {
    const { repository, stage } = await meeting();
    const object = { clientURI: 'urn:flowproof:mo:lamp:1.0/hall/Level', name: 'Level', value: 40 };
    for (const offered of ['level', 'other'])
      repository.offers.set(offered, { kind: 'objects', objects: [object] });
    repository.reactions.set('gone', { kind: 'status', status: 410 });
    repository.reactions.set('away', { kind: 'redirect', location: 'http://elsewhere.example/' });
    repository.reactions.set('other', { kind: 'as', mediaType: 'text/plain' });
    const body = method === 'GET' ? null : '[]';
    const url = stage.addresses.repository + repository.root + name;
    const answer = await stage.linkOf('a client').send(new Request(url, { method, body }));
    return { answer, repository };
  }

  it('gives what it has, takes what it gets, and knows only its own scenario', async () => {
    const { answer } = await asked('level');
    assert.equal(
      await answer.text(),
      '[{"ClientURI":"urn:flowproof:mo:lamp:1.0/hall/Level","MOData":{"Level":40}}]',
    );
    assert.equal((await asked('nowhere')).answer.status, 404);
    const { answer: taken, repository } = await asked('news', 'PUT');
    assert.deepEqual([taken.status, repository.requests.map(({ name }) => name)], [204, ['news']]);
  });

  it('answers with any status, sends elsewhere, and under another media type', async () => {
    assert.equal((await asked('gone')).answer.status, 410);
    const { answer } = await asked('away');
    assert.deepEqual([answer.status, answer.headers.get('location')], [307, 'http://elsewhere.example/']);
    assert.equal((await asked('other')).answer.headers.get('content-type'), 'text/plain');
  });
});
