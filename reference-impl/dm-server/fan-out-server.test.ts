import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AlertCommand } from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import { answered, done, said, serverBed } from './server-bed';

const TYPE = 'urn:oma:at:oma-gwmo:resultaggregation:1.0';

function alert(correlator: string | undefined, item: Item = { source: { uri: './SCM/Results/Results1' } }) {
  const said: AlertCommand = {
    kind: 'Alert',
    commandID: '2',
    code: 1226,
    ...(correlator !== undefined && { correlator }),
    items: [{ meta: { type: TYPE, format: 'chr' }, ...item }],
  };
  return said;
}

describe('a fan-out that is wanted', () => {
  it('wakes the gateway, sets both nodes, and starts when both are set', async () => {
    const { gateway, request, session, woken } = serverBed();
    assert.equal(request(), true);
    assert.equal(woken[0]?.to, 'http://gateway/notification');
    const work = session();
    const settings = await work.next([]);
    assert.deepEqual(said(settings), [
      'Replace ./SCM/FanOut/ToBeFannedOut <Get/>',
      'Replace ./SCM/FanOut/TargetGroupRef ./GwConfig/Groups/pumps',
    ]);
    const start = await work.next(done(settings));
    assert.deepEqual(start, [
      { kind: 'Exec', commandID: '', correlator: 'c1', items: [{ target: { uri: './SCM/FanOut/Start' } }] },
    ]);
    assert.deepEqual(await work.next(answered(start, () => ({ code: 202 }))), []);
    assert.equal(gateway.jobs[0]?.state, 'started');
  });

  it('adds the nodes that are not there yet', async () => {
    const { request, session } = serverBed();
    request();
    const work = session();
    const settings = await work.next([]);
    const additions = await work.next(answered(settings, (_, index) => ({ code: index === 0 ? 404 : 200 })));
    assert.deepEqual(said(additions), ['Add ./SCM/FanOut/ToBeFannedOut <Get/>']);
    assert.deepEqual(said(await work.next(done(additions))), ['Exec ./SCM/FanOut/Start']);
  });

  it('does not start where a node cannot be set', async () => {
    const { gateway, request, session } = serverBed();
    request();
    const work = session();
    const settings = await work.next([]);
    assert.deepEqual(
      await work.next(answered(settings, (_, index) => ({ code: index === 0 ? 200 : 425 }))),
      [],
    );
    assert.equal(gateway.jobs[0]?.state, 'refused');
  });

  it('is told of by another that comes after it in the same session', async () => {
    const { gateway, request, session } = serverBed();
    request();
    request({ commands: '<Exec/>' });
    const work = session();
    const start = await work.next(done(await work.next([])));
    const second = await work.next(answered(start, () => ({ code: 202 })));
    assert.equal(said(second)[0], 'Replace ./SCM/FanOut/ToBeFannedOut <Exec/>');
    const correlators = (await work.next(done(second))).map((one) =>
      one.kind === 'Exec' ? one.correlator : '',
    );
    assert.deepEqual(correlators, ['c2']);
    assert.equal(gateway.jobs[0]?.state, 'started');
  });

  it('is refused for a gateway that nobody knows', () => {
    assert.equal(serverBed().request({ gateway: 'urn:other' }), false);
  });

  it('is given up where the gateway never connects', async () => {
    const { clock, gateway, request, woken } = serverBed();
    request();
    await clock.advance(60_000);
    assert.deepEqual(
      woken.map(({ at }) => at),
      [0, 1_000, 2_000],
    );
    assert.equal(new Set(woken.map(({ sessionID }) => sessionID)).size, 1);
    assert.equal(gateway.jobs[0]?.state, 'abandoned');
  });

  it('is begun again where the session broke before the Exec, so often as the limit allows', async () => {
    const { clock, gateway, request, session, woken } = serverBed();
    request();
    for (const _ of [1, 2]) {
      const work = session();
      assert.equal(said(await work.next([])).length, 2);
      work.ended('aborted');
      await clock.advance(100);
    }
    assert.equal(gateway.jobs[0]?.state, 'abandoned');
    assert.equal(woken.length, 2);
  });

  it('is not begun again where the answer to the Exec was lost', async () => {
    const { clock, gateway, request, session, woken } = serverBed();
    request();
    const work = session();
    await work.next(done(await work.next([])));
    work.ended('timed-out');
    await clock.advance(100);
    assert.deepEqual([gateway.jobs[0]?.state, woken.length], ['started', 1]);
  });

  it('goes on in the session that the gateway talks in, and not in one that it left', async () => {
    const { request, session } = serverBed();
    request();
    const [first, second] = [session(), session()];
    const settings = await first.next([]);
    assert.deepEqual(said(await second.next([])), said(settings));
    assert.deepEqual(await first.next(done(settings)), []);
    first.ended('finished');
    assert.deepEqual(said(await second.next(done(settings))), ['Exec ./SCM/FanOut/Start']);
  });

  it('that comes while the gateway is being notified of another has it notified from the start', async () => {
    const { clock, gateway, request, woken } = serverBed();
    request();
    await clock.advance(2_500);
    request();
    await clock.advance(60_000);
    assert.deepEqual(
      woken.map(({ at }) => at),
      [0, 1_000, 2_000, 2_500, 3_500, 4_500],
    );
    assert.deepEqual(
      gateway.jobs.map(({ state }) => state),
      ['abandoned', 'abandoned'],
    );
  });
});

describe('an alert that results are there', () => {
  async function started() {
    const all = serverBed();
    all.request();
    const work = all.session();
    await work.next(answered(await work.next(done(await work.next([]))), () => ({ code: 202 })));
    work.ended('finished');
    return all;
  }

  it('has the server get the pair of each device, some at a time, and keep them with the fan-out', async () => {
    const { gateway, session } = await started();
    const work = session();
    assert.equal(await work.alerted(alert('c1')), 200);
    const list = await work.next([]);
    assert.deepEqual(said(list), ['Get ./SCM/Results/Results1']);
    const first = await work.next(answered(list, () => ({ code: 200, data: 'a/b/c' })));
    assert.deepEqual(said(first), [
      'Get ./SCM/Results/Results1/a/DeviceID',
      'Get ./SCM/Results/Results1/a/DeResult',
      'Get ./SCM/Results/Results1/b/DeviceID',
      'Get ./SCM/Results/Results1/b/DeResult',
    ]);
    const found = ['d1', '<Status/>', 'd2', '<Status/>'];
    const second = await work.next(answered(first, (_, index) => ({ code: 200, data: found[index] ?? '' })));
    assert.equal(second.length, 2);
    const last = await work.next(
      answered(second, (_, index) => ({ code: 200, data: index === 0 ? 'd3' : '<Results/>' })),
    );
    assert.deepEqual(last, []);
    assert.equal(gateway.jobs[0]?.state, 'reported');
    assert.deepEqual(gateway.jobs[0]?.results, [
      { deviceID: 'd1', response: '<Status/>' },
      { deviceID: 'd2', response: '<Status/>' },
      { deviceID: 'd3', response: '<Results/>' },
    ]);
  });

  for (const [where, item] of [
    ['in Source', { source: { uri: './SCR/Results/Results2' } }],
    ['without ./', { source: { uri: 'SCR/Results/Results2' } }],
    ['with a slash in front', { source: { uri: '/SCR/Results/Results2' } }],
    ['in Target', { target: { uri: './SCR/Results/Results2' } }],
    ['in Data', { data: ' /SCR/Results/Results2\n' }],
  ] satisfies [string, Item][]) {
    it(`is followed to an address ${where}`, async () => {
      const work = (await started()).session();
      await work.alerted(alert('c1', item));
      assert.deepEqual(said(await work.next([])), ['Get ./SCR/Results/Results2']);
    });
  }

  it('without an address leads to the newest results', async () => {
    const work = (await started()).session();
    await work.alerted(alert('c1', { data: '' }));
    const list = await work.next([]);
    assert.deepEqual(said(list), ['Get ./SCM/Results']);
    const newest = await work.next(answered(list, () => ({ code: 200, data: 'Results1/Results2' })));
    assert.deepEqual(said(newest), ['Get ./SCM/Results/Results2']);
  });

  it('may have the kind of its type in front', async () => {
    const work = serverBed().session();
    const meta = { type: `Reversed-Domain-Name: ${TYPE}`, format: 'chr' };
    assert.equal(await work.alerted(alert(undefined, { source: { uri: './R' }, meta })), 200);
    assert.deepEqual(said(await work.next([])), ['Get ./R']);
  });

  it('that comes twice is looked at once', async () => {
    const work = serverBed().session();
    await work.alerted(alert('c1'));
    await work.alerted(alert('c1'));
    assert.equal((await work.next([])).length, 1);
    assert.deepEqual(await work.next([]), []);
  });

  it('is looked at again where the session broke, and not for ever', async () => {
    const { clock, session, woken } = serverBed();
    const first = session();
    await first.alerted(alert('c1'));
    await first.next([]);
    first.ended('timed-out');
    await clock.advance(100);
    assert.equal(woken.length, 1);
    const second = session();
    assert.equal((await second.next([])).length, 1);
    second.ended('timed-out');
    await clock.advance(100);
    assert.equal(woken.length, 1);
  });
});

for (const [what, item, code] of [
  ['that all is done is taken', { meta: { type: 'urn:oma:at:oma-gwmo:completionstatus:1.0' } }, 200],
  ['of another type is not', { meta: { type: 'urn:oma:at:other:1.0' } }, 415],
] satisfies [string, Item, number][]) {
  it(`an alert ${what}, and nothing is asked`, async () => {
    const work = serverBed().session();
    assert.equal(await work.alerted(alert(undefined, item)), code);
    assert.deepEqual(await work.next([]), []);
  });
}

it('an event is refused', async () => {
  const event: AlertCommand = { kind: 'Alert', commandID: '1', code: 1224, items: [] };
  assert.equal(await serverBed().session().alerted(event), 406);
});
