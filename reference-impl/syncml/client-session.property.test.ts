import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SYNCML_COMMANDS, SYNCML_MESSAGE } from '../../fixtures/arbitraries/syncml';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands, identifierFindings } from '../../protocol/model/syncml-identifiers';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { bed, type Said, type Saying, status } from './client-session-bed';
import { numbered } from './numbered-command';

/** Of every law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 200 };
const LIMITS = { messageSize: 16_384, objectSize: 65_536, messages: 6, answerTime: 10_000 };

const ENDS = ['finished', 'aborted', 'timed-out', 'not-authenticated', 'unreachable', 'refused', 'broken'];

/** Every command has an identifier of its own, and none breaks the session off or answers the client. */
function asked(commands: readonly SyncMLCommand[]): readonly SyncMLCommand[] {
  let last = 0;
  const next = (): string => {
    last += 1;
    return String(last);
  };
  const isAnswer = ({ kind }: SyncMLCommand): boolean => kind === 'Status' || kind === 'Results';
  return commands
    .filter((command) => ![...allCommands([command])].some((one) => isAnswer(one) || one.kind === 'Alert'))
    .filter(
      (command) =>
        ![...allCommands([command])].some((one) => 'items' in one && one.items.some((item) => item.moreData)),
    )
    .map((command) => numbered(command, next));
}

/** The commands that the client answers, in the order of its statuses. */
function answered({ commands }: SyncMLMessage): string[] {
  const references = commands.flatMap((command) =>
    command.kind === 'Status' && command.commandReference !== '0' ? [command.commandReference] : [],
  );
  return references.filter((reference, at) => reference !== references[at - 1]);
}

test('law: whatever a server without a proof says, nothing is carried out, and the session ends', async () => {
  const unproven = SYNCML_MESSAGE.map(({ header, commands, final }): Partial<Said> => {
    const {
      credential: _,
      versionDTD: _dtd,
      versionProtocol: _protocol,
      sessionID,
      messageID,
      ...rest
    } = header;
    const isOfSession = messageID % 4 !== 0;
    return {
      header: {
        ...rest,
        ...(!isOfSession && { sessionID, messageID }),
        credential: undefined,
      },
      commands,
      final,
    };
  });
  await fc.assert(
    fc.asyncProperty(fc.array(unproven, { minLength: 1, maxLength: 8 }), async (said) => {
      const performed: unknown[] = [];
      const performer = {
        perform: async (commands: readonly SyncMLCommand[]) => {
          performed.push(...commands);
          return [];
        },
      };
      const { run, sent } = bed(
        said.map(
          (one): Saying =>
            () =>
              one,
        ),
        { performer, limits: LIMITS },
      );
      const { end } = await run();
      assert.ok(ENDS.includes(end));
      assert.notEqual(end, 'finished');
      assert.deepEqual(performed, []);
      assert.ok(sent.length <= LIMITS.messages + 1);
    }),
    RUN,
  );
});

test('law: whatever a server with a proof says, the session ends in time with messages that are sound', async () => {
  const proven = SYNCML_MESSAGE.map(({ header: { meta, responseURI }, commands, final }): Partial<Said> => {
    const header = { ...(meta !== undefined && { meta }), ...(responseURI !== undefined && { responseURI }) };
    return { header, commands, final };
  });
  await fc.assert(
    fc.asyncProperty(fc.array(proven, { minLength: 1, maxLength: 8 }), async (said) => {
      const { run, sent, clock } = bed(
        said.map(
          (one): Saying =>
            () =>
              one,
        ),
        { limits: LIMITS },
      );
      const begin = clock.now();
      assert.ok(ENDS.includes((await run()).end));
      assert.ok(clock.now() - begin <= LIMITS.messages * LIMITS.answerTime);
      assert.ok(sent.length <= LIMITS.messages + 1);
      for (const [at, message] of sent.entries()) {
        assert.equal(message.header.messageID, at + 1);
        assert.deepEqual(identifierFindings(message), []);
        const [first] = message.commands;
        if (at > 0) assert.equal(first?.kind === 'Status' && first.commandReference, '0');
      }
    }),
    RUN,
  );
});

test('law: each command of a package gets its status, in the order of the commands, in any size of message', async () => {
  await fc.assert(
    fc.asyncProperty(SYNCML_COMMANDS, fc.integer({ min: 900, max: 4_000 }), async (wanted, size) => {
      const commands = asked(wanted);
      const more: Saying = ({ header, final }) => {
        const heard = status(header.messageID, 212);
        const question: SyncMLCommand = { kind: 'Alert', commandID: '99999', code: 1222, items: [] };
        return final ? { commands: [heard] } : { commands: [heard, question], final: false };
      };
      const first: Saying = () => ({
        header: { meta: { maxMessageSize: size } },
        commands: [status(1, 212), ...commands],
      });
      const { run, sent } = bed([first, ...Array<Saying>(400).fill(more)], {
        limits: { ...LIMITS, messages: 400 },
      });
      assert.equal((await run()).end, 'finished');
      const references = sent
        .slice(1)
        .flatMap(answered)
        .filter((reference) => reference !== '99999');
      assert.deepEqual(
        references.filter((reference, at) => reference !== references[at - 1]),
        [...allCommands(commands)].map(({ commandID }) => commandID),
      );
      assert.deepEqual(
        sent.map(({ final }) => final),
        sent.map((_, at) => at === 0 || at === sent.length - 1),
      );
    }),
    RUN,
  );
});

test('law: a value comes to the server whole, in any size of message', async () => {
  const value = fc.string({ unit: 'grapheme', maxLength: 1_000, size: 'max' });
  await fc.assert(
    fc.asyncProperty(value, fc.integer({ min: 900, max: 2_000 }), async (data, size) => {
      const item = { source: { uri: './Note' }, data };
      const performer = {
        perform: async ([command]: readonly SyncMLCommand[]) =>
          command === undefined ? [] : [{ command, statuses: [{ code: 200 }], found: [item] }],
      };
      const more: Saying = ({ header, final }) =>
        final
          ? { commands: [status(header.messageID, 212)] }
          : {
              commands: [
                status(header.messageID, 212),
                { kind: 'Alert', commandID: '2', code: 1222, items: [] },
              ],
              final: false,
            };
      const first: Saying = () => ({
        header: { meta: { maxMessageSize: size } },
        commands: [status(1, 212), { kind: 'Get', commandID: '1', items: [{ target: { uri: './Note' } }] }],
      });
      const { run, sent } = bed([first, ...Array<Saying>(400).fill(more)], {
        performer,
        limits: { ...LIMITS, messages: 400 },
      });
      assert.equal((await run()).end, 'finished');
      const parts = sent.flatMap(({ commands }) =>
        commands.flatMap((one) => (one.kind === 'Results' ? one.items : [])),
      );
      assert.equal(parts.map((part) => String(part.data)).join(''), data);
      assert.ok(parts.every((part, at) => (part.moreData === true) === at < parts.length - 1));
      if (parts.length > 1) assert.equal(parts[0]?.meta?.size, Buffer.byteLength(data));
      assert.ok(parts.slice(1).every(({ meta }) => meta === undefined));
      for (const message of sent.slice(1)) assert.ok(JSON.stringify(message).length <= size);
    }),
    RUN,
  );
});
