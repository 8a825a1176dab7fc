import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { alert, bed, get, outline, replace, type Saying, status } from './client-session-bed';

const MORE = { moreData: true } as const;

/** Says one thing after the other, each in a message of its own, then nothing more. */
function saying(...said: readonly Partial<Awaited<ReturnType<Saying>>>[]): readonly Saying[] {
  const all = [...said, {}];
  return all.map((one, at) => () => ({ ...one, commands: [status(at + 1, 212), ...(one.commands ?? [])] }));
}

function item(messages: readonly SyncMLMessage[]) {
  return messages
    .flatMap(({ commands }) => commands)
    .flatMap((command) => (command.kind === 'Results' ? command.items : []));
}

describe('a large object of the server', () => {
  it('is put together, each part acknowledged, and is there as a whole or not at all', async () => {
    const seen: (string | undefined)[] = [];
    const sayings = saying(
      { commands: [replace('1', './Note', 'abc', { meta: { size: 8 }, ...MORE })], final: false },
      { commands: [replace('1', './Note', 'def', MORE)], final: false },
      { commands: [replace('1', './Note', 'gh')] },
    );
    const { run, sent, nodeValue } = bed(
      sayings.map(
        (say): Saying =>
          (message, outgoing) => {
            seen.push(nodeValue('Note'));
            return say(message, outgoing);
          },
      ),
    );
    assert.equal((await run()).end, 'finished');
    assert.deepEqual(sent.map(outline).slice(1), [
      'SyncHdr0@1=212 Replace1@1=213 Alert:1222',
      'SyncHdr0@2=212 Replace1@2=213 Alert:1222',
      'SyncHdr0@3=212 Replace1@3=200 Final',
    ]);
    assert.deepEqual(seen, ['', '', '', 'abcdefgh']);
  });

  for (const [what, size, last, code] of [
    ['shorter than announced', 9, 'gh', 424],
    ['longer than announced', 7, 'gh', 424],
    ['counted in octets, not characters', 9, 'gö', 424],
  ] as const)
    it(`is refused where it is ${what}`, async () => {
      const { run, sent, nodeValue } = bed(
        saying(
          { commands: [replace('1', './Note', 'abcdef', { meta: { size }, ...MORE })], final: false },
          { commands: [replace('1', './Note', last)] },
        ),
      );
      await run();
      if (what === 'counted in octets, not characters') {
        assert.equal(sent.map(outline)[2], 'SyncHdr0@2=212 Replace1@2=200 Final');
        assert.equal(nodeValue('Note'), 'abcdefgö');
        return;
      }
      assert.equal(sent.map(outline)[2], `SyncHdr0@2=212 Replace1@2=${code} Final`);
      assert.equal(nodeValue('Note'), '');
    });

  it('is refused at once where it says no size, or one that is too large', async () => {
    for (const [meta, code] of [
      [{}, 424],
      [{ size: 65_537 }, 413],
    ] as const) {
      const { run, sent } = bed(
        saying({ commands: [replace('1', './Note', 'abc', { meta, ...MORE })], final: false }),
      );
      await run();
      assert.equal(sent.map(outline)[1], `SyncHdr0@1=212 Replace1@1=${code} Alert:1222`);
    }
  });

  it('whose end does not come is missed aloud, and what came instead is done', async () => {
    const { run, sent, nodeValue } = bed(
      saying(
        { commands: [replace('1', './Note', 'abc', { meta: { size: 6 }, ...MORE })], final: false },
        { commands: [replace('1', './Pump', 'off')] },
      ),
    );
    await run();
    assert.equal(sent.map(outline)[2], 'SyncHdr0@2=212 Replace1@2=200 Alert:1225 Final');
    const missing = sent[2]?.commands.at(-1);
    assert.deepEqual(missing?.kind === 'Alert' && missing.items, [{ target: { uri: './Note' } }]);
    assert.equal(nodeValue('Note'), '');
    assert.equal(nodeValue('Pump'), 'off');
  });

  it('may be one item of several, each with a status of its own', async () => {
    const { run, sent, nodeValue } = bed(
      saying(
        {
          commands: [
            {
              kind: 'Replace',
              commandID: '1',
              items: [
                { target: { uri: './Pump' }, data: 'off' },
                { target: { uri: './Note' }, meta: { size: 4 }, data: 'ab', ...MORE },
              ],
            },
          ],
          final: false,
        },
        { commands: [replace('1', './Note', 'cd')] },
      ),
    );
    await run();
    assert.deepEqual(sent.map(outline).slice(1), [
      'SyncHdr0@1=212 Replace1@1=200 Replace1@1=213 Alert:1222',
      'SyncHdr0@2=212 Replace1@2=200 Final',
    ]);
    assert.equal(nodeValue('Note'), 'abcd');
  });

  it('is not put together inside of an Atomic', async () => {
    const part = replace('2', './Note', 'abc', { meta: { size: 6 }, ...MORE });
    const { run, sent, nodeValue } = bed(
      saying({ commands: [{ kind: 'Atomic', commandID: '1', commands: [part] }] }),
    );
    await run();
    assert.equal(sent.map(outline)[1], 'SyncHdr0@1=212 Atomic1@1=500 Replace2@1=215 Final');
    assert.equal(nodeValue('Note'), '');
  });
});

describe('a large object of the client', () => {
  const LONG = `${'0123456789'.repeat(200)}äöü😀`;
  const takeMore: Saying = ({ header, final }) =>
    final
      ? { commands: [status(header.messageID, 212)] }
      : {
          commands: [
            status(header.messageID, 212),
            status(header.messageID, 213, { command: 'Results', reference: '3' }),
            alert('1', 1222),
          ],
          final: false,
        };

  it('goes in parts: the size of all in the first, more in all but the last', async () => {
    const write = replace('1', './Note', LONG);
    const { run, sent } = bed([
      () => ({
        header: { meta: { maxMessageSize: 1500 } },
        commands: [status(1, 212), write, get('2', './Note')],
      }),
      ...Array<Saying>(9).fill(takeMore),
    ]);
    const outcome = await run();
    assert.equal(outcome.end, 'finished', sent.map(outline).join('\n'));
    const parts = item(sent);
    assert.ok(parts.length > 2);
    assert.deepEqual(
      parts.map(({ meta }) => meta?.size),
      [2000 + 6 + 4, ...parts.slice(1).map(() => undefined)],
    );
    assert.deepEqual(
      parts.map(({ moreData }) => moreData),
      [...parts.slice(1).map(() => true), undefined],
    );
    assert.equal(parts.map(({ data }) => data).join(''), LONG);
    for (const message of sent.slice(1)) assert.ok(JSON.stringify(message).length <= 1500);
  });

  it('goes no further where the server misses its end', async () => {
    const { run, sent } = bed([
      () => ({
        header: { meta: { maxMessageSize: 1500 } },
        commands: [status(1, 212), replace('1', './Note', LONG), get('2', './Note'), get('3', './Pump')],
      }),
      () => ({ commands: [status(2, 212), alert('1', 1225)], final: false }),
      takeMore,
      takeMore,
    ]);
    assert.equal((await run()).end, 'finished');
    assert.deepEqual(
      item(sent).map(({ source }) => source?.uri),
      ['./Note', './Pump'],
    );
  });

  it('that the serialization cannot carry is a Get that fails', async () => {
    const sizeOf = (message: SyncMLMessage) =>
      JSON.stringify(message).includes('cannot') ? undefined : JSON.stringify(message).length;
    const { run, sent, start } = bed([
      () => ({ commands: [status(1, 212), replace('1', './Note', 'cannot'), get('2', './Note')] }),
      () => ({ commands: [status(2, 212)] }),
    ]);
    Object.assign(start.ports, { sizeOf });
    await run();
    assert.equal(sent.map(outline)[1], 'SyncHdr0@1=212 Replace1@1=200 Get2@1=415 Final');
  });

  it('that the server does not take is a Get that fails', async () => {
    const write = replace('1', './Note', LONG);
    const { run, sent } = bed([
      () => ({
        header: { meta: { maxObjectSize: 1000 } },
        commands: [status(1, 212), write, get('2', './Note')],
      }),
      () => ({ commands: [status(2, 212)] }),
    ]);
    await run();
    assert.equal(sent.map(outline)[1], 'SyncHdr0@1=212 Replace1@1=200 Get2@1=413 Final');
  });
});
