import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEVICE, DM2ServerBed, exec, get, nextOf, OTHER, shape } from './dm2-server-bed';

const OK = { status: 200 };

describe('a session', () => {
  test('brings what waits, keeps the results, and ends with END alone', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV'), get('SwV')]);
    const first = await bed.open();
    assert.deepEqual(shape(first), ['GET FwV', 'GET SwV']);
    assert.deepEqual(
      bed.inspect().sessions.map(({ state, commands }) => [state, commands.map((sent) => sent.state)]),
      [['open', ['sent', 'sent']]],
    );
    const last = await bed.report([OK, { status: 404 }], nextOf(first));
    assert.deepEqual(shape(last), ['END']);
    assert.equal('next' in last, false);
    const { awaiting, sessions } = bed.inspect();
    assert.deepEqual(awaiting, []);
    assert.deepEqual(sessions, [
      {
        sessionID: 's-1',
        start: { reason: 'client-initiated' },
        state: 'finished',
        rounds: 1,
        commands: [
          { command: get('FwV'), state: 'reported', result: { status: 200 } },
          { command: get('SwV'), state: 'reported', result: { status: 404 } },
        ],
        alerts: [],
      },
    ]);
  });

  test('consists of END where nothing waits, and leaves a resource', async () => {
    const bed = new DM2ServerBed();
    assert.deepEqual(shape(await bed.open()), ['END']);
    assert.deepEqual(
      bed.inspect().sessions.map(({ state, rounds }) => [state, rounds]),
      [['finished', 0]],
    );
  });

  test('has as many rounds as there is something to do', async () => {
    const bed = new DM2ServerBed({ limits: { commandsPerPackage: 2 } });
    bed.manage([get('Man'), get('Mod'), get('FwV')]);
    const first = await bed.open();
    bed.manage([get('Lang')]);
    const second = await bed.report([OK, OK], nextOf(first));
    assert.deepEqual(shape(second), ['GET FwV', 'GET Lang']);
    assert.notDeepEqual(nextOf(second), nextOf(first));
    assert.deepEqual(shape(await bed.report([OK, OK], nextOf(second))), ['END']);
    assert.equal(bed.inspect().sessions[0]?.rounds, 2);
  });

  test('is found by its device where the client follows no link', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV')]);
    await bed.open();
    assert.deepEqual(shape(await bed.report([OK])), ['END']);
    assert.equal(shape(await bed.report([OK])), 410);
  });

  test('keeps the alerts of its device', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV')]);
    const alert = { alertType: 'urn:flowproof:at:exec-result:1.0', sourceURI: 'x/y/z' };
    const first = await bed.open();
    await bed.report([OK], nextOf(first), [alert]);
    assert.deepEqual(bed.inspect().sessions[0]?.alerts, [alert]);
  });

  test('that nobody notified for is taken all the same', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV')]);
    const start = { reason: 'server-initiated', notificationID: 9 } as const;
    assert.deepEqual(shape(await bed.open(start)), ['GET FwV']);
    assert.deepEqual(bed.inspect().sessions[0]?.start, start);
  });
});

describe('results', () => {
  test('that come again get the same answer and count once, until the next round is answered', async () => {
    const bed = new DM2ServerBed({ limits: { commandsPerPackage: 1 } });
    bed.manage([get('Man'), get('Mod'), get('FwV')]);
    const first = await bed.open();
    const second = await bed.report([OK], nextOf(first));
    const again = await bed.report([{ status: 500 }], nextOf(first));
    assert.deepEqual(again, second);
    assert.deepEqual(bed.inspect().sessions[0]?.commands[0]?.result, OK);
    const third = await bed.report([OK], nextOf(second));
    assert.equal(shape(await bed.report([OK], nextOf(first))), 410);
    assert.deepEqual(shape(third), ['GET FwV']);
  });

  test('that come again after END get END for as long as the idle limit', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV')]);
    const first = await bed.open();
    await bed.report([OK], nextOf(first));
    await bed.clock.advance(60_000);
    assert.deepEqual(shape(await bed.report([OK], nextOf(first))), ['END']);
    await bed.clock.advance(1);
    assert.equal(shape(await bed.report([OK], nextOf(first))), 410);
  });

  test('of another number than the commands are refused, and the session goes on', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV'), get('SwV')]);
    const first = await bed.open();
    assert.equal(shape(await bed.report([OK], nextOf(first))), 400);
    assert.equal(shape(await bed.report([OK, OK, OK], nextOf(first))), 400);
    assert.deepEqual(
      bed.inspect().sessions[0]?.commands.map(({ state }) => state),
      ['sent', 'sent'],
    );
    assert.deepEqual(shape(await bed.report([OK, OK], nextOf(first))), ['END']);
  });

  test('for which nobody waits are refused', async () => {
    const bed = new DM2ServerBed();
    assert.equal(shape(await bed.report([OK])), 410);
    assert.equal(shape(await bed.report([OK], { sessionID: 's-9', round: 1 })), 410);
    bed.manage([get('FwV')]);
    const { sessionID } = nextOf(await bed.open());
    assert.equal(shape(await bed.report([OK], { sessionID, round: 2 })), 410);
  });

  test('of another device are its own affair', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV')]);
    const place = nextOf(await bed.open());
    const response = { results: [OK], alerts: [] };
    assert.equal(shape(await bed.say({ kind: 'response', response }, { deviceID: OTHER, place })), 410);
    assert.deepEqual(shape(await bed.report([OK], place)), ['END']);
  });

  test('do not go where sessions are opened, nor the other way round', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV')]);
    const place = nextOf(await bed.open());
    const initiation = { start: { reason: 'client-initiated' }, alerts: [] } as const;
    assert.equal(shape(await bed.say({ kind: 'initiation', initiation }, { place })), 410);
    assert.equal(bed.inspect().sessions.length, 1);
  });
});

describe('a device that vanishes', () => {
  test('is sent the rest once more, but for what does harm twice', async () => {
    const bed = new DM2ServerBed({ limits: { commandsPerPackage: 3 } });
    const post = { verb: 'HPOST', serverURI: 'http://data.example/x', clientURIs: ['a/b/c'] } as const;
    bed.manage([get('FwV'), exec('Blink'), post, get('Lang')]);
    await bed.open();
    await bed.clock.advance(59_999);
    assert.equal(bed.inspect().sessions[0]?.state, 'open');
    await bed.clock.advance(1);
    const { awaiting, sessions } = bed.inspect();
    assert.deepEqual(awaiting, [get('FwV'), get('Lang')]);
    assert.equal(sessions[0]?.state, 'expired');
    assert.deepEqual(
      sessions[0]?.commands.map(({ state }) => state),
      ['awaiting', 'lost', 'lost'],
    );
    assert.deepEqual(shape(await bed.open()), ['GET FwV', 'GET Lang']);
  });

  test('and is late finds nobody who waits', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV')]);
    const place = nextOf(await bed.open());
    await bed.clock.advance(60_000);
    assert.equal(shape(await bed.report([OK], place)), 410);
  });

  test('but speaks in time keeps its session', async () => {
    const bed = new DM2ServerBed({ limits: { commandsPerPackage: 1 } });
    bed.manage([get('FwV'), get('SwV')]);
    const first = await bed.open();
    await bed.clock.advance(40_000);
    const second = await bed.report([OK], nextOf(first));
    await bed.clock.advance(40_000);
    await bed.report([OK], nextOf(first));
    await bed.clock.advance(40_000);
    assert.deepEqual(shape(await bed.report([OK], nextOf(second))), ['END']);
  });
});

describe('a second session of a device', () => {
  test('supersedes the first, of which the commands come first', async () => {
    const bed = new DM2ServerBed({ limits: { commandsPerPackage: 2 } });
    bed.manage([get('FwV'), exec('Blink'), get('Lang')]);
    const place = nextOf(await bed.open());
    assert.deepEqual(shape(await bed.open()), ['GET FwV', 'GET Lang']);
    assert.deepEqual(
      bed.inspect().sessions.map(({ state }) => state),
      ['superseded', 'open'],
    );
    assert.equal(shape(await bed.report([OK, OK], place)), 410);
  });

  test('leaves results that were taken alone', async () => {
    const bed = new DM2ServerBed({ limits: { commandsPerPackage: 1 } });
    bed.manage([get('FwV'), get('Lang')]);
    await bed.report([OK], nextOf(await bed.open()));
    assert.deepEqual(shape(await bed.open()), ['GET Lang']);
  });

  test('of another device supersedes nothing', async () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV')]);
    bed.manage([get('SwV')], false, OTHER);
    const place = nextOf(await bed.open());
    assert.deepEqual(shape(await bed.open({ reason: 'client-initiated' }, OTHER)), ['GET SwV']);
    assert.deepEqual(shape(await bed.report([OK], place)), ['END']);
  });

  test('is remembered in place of the oldest', async () => {
    const bed = new DM2ServerBed({ limits: { rememberedSessions: 2 } });
    for (let count = 0; count < 3; count += 1) await bed.open();
    assert.deepEqual(
      bed.inspect().sessions.map(({ sessionID }) => sessionID),
      ['s-2', 's-3'],
    );
  });
});

describe('an order', () => {
  test('for a device that nobody knows, with END, or beyond the limit is refused as a whole', () => {
    const bed = new DM2ServerBed({ limits: { awaitingCommands: 2 } });
    assert.equal(bed.manage([get('FwV')], false, 'IMEI:nobody'), 404);
    assert.equal(bed.manage([get('FwV'), { verb: 'END' }]), 400);
    assert.equal(bed.manage([get('FwV'), get('FwV'), get('FwV')]), 409);
    assert.equal(bed.manage([get('FwV')], true, OTHER), 409);
    assert.deepEqual(bed.inspect().awaiting, []);
    assert.deepEqual(bed.inspect(OTHER).awaiting, []);
  });

  test('comes after those that wait already', () => {
    const bed = new DM2ServerBed();
    bed.manage([get('FwV')]);
    bed.manage([get('SwV')]);
    assert.deepEqual(bed.inspect(DEVICE).awaiting, [get('FwV'), get('SwV')]);
  });
});
