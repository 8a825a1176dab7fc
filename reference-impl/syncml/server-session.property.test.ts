import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SYNCML_COMMANDS } from '../../fixtures/arbitraries/syncml';
import { encodeSyncMLXml } from '../../protocol/codec/syncml/syncml-xml';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands, identifierFindings } from '../../protocol/model/syncml-identifiers';
import { syncmlSize } from '../syncml-size';
import { fromDevice, get, RIGHT_BASIC, replace, serverBed, TOKEN } from './server-session-bed';

/** Of the law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 300 };

const SAID = fc.record({
  commands: fc.array(SYNCML_COMMANDS, { maxLength: 2 }).map((lists) => lists.flat()),
  isFinal: fc.boolean(),
  /** Octets that the device takes from now on. */
  size: fc.option(fc.constantFrom(300, 1200, 2000), { nil: undefined }),
});

const PACKAGES = [[get('./A'), replace('./B', 'x'.repeat(1500))], [get('./C')], [replace('./D', 'y')]];

/** What gets a status, in the order of the message; results get one only where something is wrong with them. */
function answerable(commands: readonly SyncMLCommand[]): readonly string[] {
  return [...allCommands(commands)]
    .filter(({ kind }) => kind !== 'Status' && kind !== 'Results')
    .map(({ commandID }) => commandID);
}

test('whatever a device says, each command gets its status in order, and the work is told once of the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(SAID, { minLength: 1, maxLength: 6 }), async (said) => {
      const bed = serverBed({ type: 'basic', packages: PACKAGES });
      let isSmall = false;
      for (const [index, { commands, isFinal, size }] of said.entries()) {
        isSmall ||= size !== undefined;
        const meta = size === undefined ? '' : `<MaxMsgSize>${size}</MaxMsgSize>`;
        const { message } = fromDevice({ id: index + 1, body: '', credential: RIGHT_BASIC, meta });
        const received = { message: { ...message, commands, final: isFinal } };
        const answer = await bed.sessions.receive(received, index === 0 ? undefined : TOKEN);
        assert.ok(answer);
        const [header, ...others] = answer.message.commands;
        assert.ok(header?.kind === 'Status');
        assert.deepEqual([header.command, header.messageReference, header.code], ['SyncHdr', index + 1, 212]);
        assert.deepEqual(identifierFindings(answer.message), []);
        assert.ok(encodeSyncMLXml(answer.message).length > 0);
        assert.ok(size === undefined || size < 1200 || syncmlSize(answer.message) <= size);
        const statuses = others.filter((command) => command.kind === 'Status');
        const answered = statuses.filter(({ command }) => command !== 'Results');
        if (!isSmall)
          assert.deepEqual(
            answered.map(({ commandReference }) => commandReference),
            answerable(commands),
          );
      }
      await bed.clock.advance(60_000);
      assert.deepEqual([bed.ends.length, bed.sessions.count], [1, 0]);
    }),
    RUN,
  );
});
