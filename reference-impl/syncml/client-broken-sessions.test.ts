import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openClientSession, runClientSession } from './client-session';
import { alert, bed, get, outline, replace, type Saying, status } from './client-session-bed';

const NEVER = new Promise<never>(() => {});

describe('a session ends', () => {
  it('where the server is not there', async () => {
    const { run } = bed([]);
    assert.deepEqual(await run(), { end: 'unreachable', isReached: false, alerts: [] });
  });

  it('where the server drops in the middle', async () => {
    const { run, sent } = bed([() => ({ commands: [status(1, 212), get('1', './Pump')] })]);
    const { end, isReached } = await run();
    assert.deepEqual({ end, isReached }, { end: 'unreachable', isReached: true });
    assert.equal(sent.length, 2);
  });

  it('where the server is silent for too long, at that instant', async () => {
    const { run, clock } = bed([() => NEVER]);
    const begin = clock.now();
    assert.equal((await run()).end, 'timed-out');
    assert.equal(clock.now() - begin, 10_000);
  });

  it('where the server does not want it', async () => {
    const { run, sent } = bed([() => ({ commands: [status(1, 404), replace('1', './Pump', 'off')] })]);
    assert.equal((await run()).end, 'refused');
    assert.equal(sent.length, 1);
  });

  for (const [what, header] of [
    ['another session', { sessionID: '1A2C' }],
    ['a number that was there before', { messageID: 1 }],
    ['another protocol', { versionProtocol: 'DM/3.0' }],
    ['another DTD', { versionDTD: '2.0' }],
  ] as const)
    it(`with nothing done where a message has ${what}`, async () => {
      const { run, sent, nodeValue } = bed([
        () => ({ commands: [status(1, 212), get('1', './Pump')] }),
        () => ({ header, commands: [status(2, 212), replace('1', './Pump', 'off')] }),
        () => ({ commands: [status(3, 212), replace('1', './Pump', 'off')] }),
      ]);
      assert.equal((await run()).end, 'broken');
      assert.equal(nodeValue('Pump'), 'on');
      assert.match(sent.map(outline)[2] ?? '', /Alert:1223 Final$/u);
      assert.equal(sent.length, 3);
    });

  it('without an answer where the server breaks it off', async () => {
    const { run, sent, nodeValue } = bed([
      () => ({ commands: [status(1, 212), replace('1', './Pump', 'off'), alert('2', 1223)] }),
    ]);
    assert.equal((await run()).end, 'aborted');
    assert.equal(sent.length, 1);
    assert.equal(nodeValue('Pump'), 'on');
  });

  it('with 1223 where there is no end of messages', async () => {
    const again: Saying = ({ header }) => ({ commands: [status(header.messageID, 212), get('1', './Pump')] });
    const { run, sent } = bed(Array<Saying>(99).fill(again), {
      limits: { messageSize: 16_384, objectSize: 65_536, messages: 5, answerTime: 1_000 },
    });
    assert.equal((await run()).end, 'aborted');
    assert.equal(sent.length, 5);
    assert.equal(sent.map(outline)[4], 'SyncHdr0@4=212 Alert:1223 Final');
  });

  it('with 1223 where the device wants it', async () => {
    const { start, clock, sent } = bed([
      () => {
        session.isAbortWanted = true;
        return { commands: [status(1, 212), get('1', './Pump')] };
      },
      () => ({ commands: [status(2, 212), replace('1', './Pump', 'off')] }),
    ]);
    const session = openClientSession(start);
    assert.equal((await clock.untilSettled(runClientSession(session))).end, 'aborted');
    assert.equal(sent.map(outline)[1], 'SyncHdr0@1=212 Alert:1223 Final');
    assert.equal(sent.length, 2);
  });
});

describe('what makes no sense', () => {
  it('is not carried out where commands cannot be told apart', async () => {
    for (const commandID of ['1', '', '0']) {
      const { run, sent, nodeValue } = bed([
        () => ({ commands: [status(1, 212), get('1', './Pump'), replace(commandID, './Pump', 'off')] }),
        () => ({ commands: [status(2, 212)] }),
      ]);
      await run();
      assert.equal(sent.map(outline)[1], `SyncHdr0@1=212 Get1@1=400 Replace${commandID}@1=400 Final`);
      assert.equal(nodeValue('Pump'), 'on');
    }
  });

  it('in statuses and results of the server says nothing and gets no status', async () => {
    const { run, sent } = bed([
      () => ({
        commands: [
          status(1, 212),
          status(77, 401),
          status(1, 500, { command: 'Get', reference: '55' }),
          { kind: 'Results', commandID: '91', commandReference: '3', items: [{ data: 'x' }] },
        ],
      }),
    ]);
    assert.equal((await run()).end, 'finished');
    assert.equal(sent.length, 1);
  });

  it('to DM is answered as not supported', async () => {
    const { run, sent } = bed([
      () => ({
        commands: [status(1, 212), { kind: 'NotInDM', command: 'Sync', commandID: '1' }, alert('2', 9999)],
      }),
      () => ({ commands: [status(2, 212)] }),
    ]);
    await run();
    assert.equal(sent.map(outline)[1], 'SyncHdr0@1=212 Sync1@1=406 Alert2@1=406 Final');
  });

  it('to a node fails its command, not the session', async () => {
    const performer = { perform: () => Promise.reject(new Error('broken hook')) };
    const { run, sent } = bed(
      [() => ({ commands: [status(1, 212), get('1', './Pump')] }), () => ({ commands: [status(2, 212)] })],
      { performer },
    );
    assert.equal((await run()).end, 'finished');
    assert.equal(sent.map(outline)[1], 'SyncHdr0@1=212 Get1@1=500 Final');
  });
});
