import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alert, bed, get, outline, replace, type Saying, status } from './client-session-bed';

const FORGED = { credential: { meta: { type: 'syncml:auth-basic' }, data: 'c2VydmVyOndyb25n' } };

describe('a session that goes well', () => {
  it('begins with why, alerts and DevInfo, and ends without an answer to a message that wants nothing', async () => {
    const { run, sent, to } = bed([() => ({ commands: [status(1, 212)] })]);
    const outcome = await run();
    assert.deepEqual(outcome, { end: 'finished', isReached: true, alerts: [] });
    assert.deepEqual(sent, [
      {
        header: {
          versionDTD: '1.2',
          versionProtocol: 'DM/1.2',
          sessionID: '1A2B',
          messageID: 1,
          target: { uri: 'http://server.example/dm' },
          source: { uri: 'urn:imei:1' },
          credential: { meta: { type: 'syncml:auth-basic', format: 'b64' }, data: 'ZGV2aWNlOnNlc2FtZQ==' },
          meta: { maxMessageSize: 16384, maxObjectSize: 65536 },
        },
        commands: [
          { kind: 'Alert', commandID: '1', code: 1201, items: [] },
          {
            kind: 'Replace',
            commandID: '2',
            items: [
              { source: { uri: './DevInfo/DevId' }, data: 'urn:imei:1' },
              { source: { uri: './DevInfo/Lang' }, data: 'en' },
            ],
          },
        ],
        final: true,
      },
    ]);
    assert.deepEqual(to, ['http://server.example/dm']);
  });

  it('says 1200 where a package 0 asked for it', async () => {
    const { run, sent } = bed([() => ({ commands: [status(1, 212)] })], { initiator: 'server' });
    await run();
    assert.deepEqual(sent.map(outline), ['Alert:1200 Replace Final']);
  });

  it('answers header and commands in order, what was found behind its status', async () => {
    const { run, sent, nodeValue } = bed([
      () => ({
        commands: [
          status(1, 212),
          get('4', './Pump'),
          replace('5', './Pump', 'off'),
          get('6', './Nothing'),
          { kind: 'Sequence', commandID: '7', commands: [get('8', './Pump')] },
          { kind: 'Exec', commandID: '9', items: [{ target: { uri: './Restart' } }] },
        ],
      }),
      () => ({ commands: [status(2, 212)] }),
    ]);
    assert.equal((await run()).end, 'finished');
    assert.equal(
      sent.map(outline)[1],
      'SyncHdr0@1=212 Get4@1=200 Results4 Replace5@1=200 Get6@1=404 Sequence7@1=200 Get8@1=200 Results8 Exec9@1=202 Final',
    );
    assert.deepEqual(sent[1]?.commands.slice(0, 3), [
      {
        kind: 'Status',
        commandID: '1',
        messageReference: 1,
        commandReference: '0',
        command: 'SyncHdr',
        targetReferences: ['urn:imei:1'],
        sourceReferences: ['com.example.server'],
        code: 212,
        items: [],
      },
      {
        kind: 'Status',
        commandID: '2',
        messageReference: 1,
        commandReference: '4',
        command: 'Get',
        targetReferences: ['./Pump'],
        sourceReferences: [],
        code: 200,
        items: [],
      },
      {
        kind: 'Results',
        commandID: '3',
        messageReference: 1,
        commandReference: '4',
        items: [{ source: { uri: './Pump' }, data: 'on' }],
      },
    ]);
    assert.equal(sent[1]?.header.messageID, 2);
    assert.equal(sent[1]?.header.credential, undefined);
    assert.equal(nodeValue('Pump'), 'off');
  });

  it('repeats as long as the server has commands, at the address that the server says', async () => {
    const responseURI = 'http://server.example/dm?session=7';
    const { run, to, sent } = bed([
      () => ({ header: { responseURI }, commands: [status(1, 212), get('1', './Pump')] }),
      () => ({ commands: [status(2, 212), get('1', './Pump')] }),
      () => ({ commands: [status(3, 212)] }),
    ]);
    await run();
    assert.deepEqual(to, ['http://server.example/dm', responseURI, responseURI]);
    assert.deepEqual(
      sent.map((message) => message.header.messageID),
      [1, 2, 3],
    );
  });

  it('sends credentials again where they were good for one message only', async () => {
    const { run, sent } = bed([
      () => ({ commands: [status(1, 200), get('1', './Pump')] }),
      () => ({ commands: [status(2, 200)] }),
    ]);
    await run();
    assert.equal(sent[1]?.header.credential?.data, 'ZGV2aWNlOnNlc2FtZQ==');
  });

  it('leaves the target and source of several items to one status without either', async () => {
    const { run, sent } = bed([
      () => ({ commands: [status(1, 212), get('1', './Pump', './Note')] }),
      () => ({ commands: [status(2, 212)] }),
    ]);
    await run();
    const [, one] = sent[1]?.commands ?? [];
    assert.deepEqual(one?.kind === 'Status' && one.targetReferences, []);
    assert.equal(sent.map(outline)[1], 'SyncHdr0@1=212 Get1@1=200 Results1 Final');
  });
});

/** A server that wants the rest of the package. */
const moreUntilFinal: Saying = ({ header, final }) =>
  final
    ? { commands: [status(header.messageID, 212)] }
    : { commands: [status(header.messageID, 212), alert('1', 1222)], final: false };

describe('a package of several messages', () => {
  it('is not answered with Final before the server has closed it', async () => {
    const { run, sent } = bed([
      () => ({ commands: [status(1, 212), get('1', './Pump')], final: false }),
      () => ({ commands: [status(2, 212)], final: false }),
      () => ({ commands: [status(3, 212), get('1', './Note')] }),
      () => ({ commands: [status(4, 212)] }),
    ]);
    assert.equal((await run()).end, 'finished');
    assert.deepEqual(sent.map(outline), [
      'Alert:1201 Replace Final',
      'SyncHdr0@1=212 Get1@1=200 Results1 Alert:1222',
      'SyncHdr0@2=212 Alert:1222',
      'SyncHdr0@3=212 Get1@3=200 Results1 Final',
    ]);
  });

  it('goes on in the next message where one has no room, without Final before the last', async () => {
    const { run, sent } = bed([
      () => ({
        header: { meta: { maxMessageSize: 900 } },
        commands: [status(1, 212), get('1', './Pump'), get('2', './Pump'), get('3', './Pump')],
      }),
      ...Array<Saying>(8).fill(moreUntilFinal),
    ]);
    assert.equal((await run()).end, 'finished');
    const outlines = sent.map(outline);
    assert.ok(outlines.length >= 3, outlines.join('\n'));
    assert.match(outlines[1] ?? '', /^SyncHdr0@1=212 Get1@1=200((?!Final).)*$/u);
    assert.match(outlines[2] ?? '', /^SyncHdr0@2=212 Alert1@2=200 /u);
    assert.match(outlines.at(-1) ?? '', / Final$/u);
    const results = outlines.join(' ').match(/Get\d@1=200|Results\d/gu);
    assert.deepEqual(results, ['Get1@1=200', 'Results1', 'Get2@1=200', 'Results2', 'Get3@1=200', 'Results3']);
  });
});

describe('alerts', () => {
  const told = { code: 1226, items: [{ meta: { type: 'urn:example:alert', format: 'chr' }, data: 'x' }] };

  it('are told beside the first and confirmed by their status', async () => {
    const { run, sent } = bed(
      [() => ({ commands: [status(1, 212), status(1, 200, { command: 'Alert', reference: '2' })] })],
      { alerts: [told] },
    );
    const { alerts } = await run();
    assert.equal(sent.map(outline)[0], 'Alert:1201 Alert:1226 Replace Final');
    assert.deepEqual(alerts, [{ alert: told, statuses: [200], isConfirmed: true }]);
  });

  for (const [what, answers] of [
    ['refused', [status(1, 212), status(1, 415, { command: 'Alert', reference: '2' })]],
    [
      'answered under another identifier',
      [status(1, 212), status(1, 200, { command: 'Alert', reference: '9' })],
    ],
    ['not answered', [status(1, 212)]],
  ] as const)
    it(`are for the caller to tell again where they are ${what}`, async () => {
      const { run } = bed([() => ({ commands: answers })], { alerts: [told] });
      const { alerts } = await run();
      assert.equal(alerts[0]?.isConfirmed, false);
    });

  it('are not confirmed by a server that does not prove itself', async () => {
    const { run } = bed(
      [
        () => ({
          header: FORGED,
          commands: [status(1, 212), status(1, 200, { command: 'Alert', reference: '2' })],
        }),
      ],
      { alerts: [told] },
    );
    const outcome = await run();
    assert.equal(outcome.end, 'not-authenticated');
    assert.equal(outcome.alerts[0]?.isConfirmed, false);
  });

  it('to a user are not supported, and none of the others is a command', async () => {
    const { run, sent } = bed([
      () => ({
        commands: [
          status(1, 212),
          ...[1100, 1101, 1104, 1201, 1226].map((code, at) => alert(`${at + 1}`, code)),
        ],
      }),
      () => ({ commands: [status(2, 212)] }),
    ]);
    await run();
    assert.equal(
      sent.map(outline)[1],
      'SyncHdr0@1=212 Alert1@1=406 Alert2@1=406 Alert3@1=406 Alert4@1=406 Alert5@1=406 Final',
    );
  });
});
