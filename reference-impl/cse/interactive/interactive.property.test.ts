import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeHttpRequest } from '../../../protocol/codec/onem2m-http';
import { defaultProcedures } from '../default-procedures';
import type { CseProcedures } from '../procedures';
import type { SentRequest } from '../test-bed';
import { checkInteractiveMode, tryInteractiveMode } from './interactive.contract';
import { NT1, NT2 } from './interactive-bed';
import type { Surroundings } from './interactive-world';
import { Lives } from './lives';

/** A CSE whose peers are called, with the steps of the reference but for these. */
function inProcess(procedures: Partial<CseProcedures> = {}): Surroundings {
  const lives = new Lives();
  return {
    clock: lives.clock,
    targets: [NT1, NT2],
    memberCse: 'mem:cse2',
    begin: (peer, config) => lives.begin(peer, config, procedures),
    wireOf,
    close: async () => lives.end(),
  };
}

async function wireOf({ request: message }: SentRequest): Promise<string> {
  const request = encodeHttpRequest(message.to, message);
  return JSON.stringify([request.url, [...request.headers], await request.text()]);
}

test('whatever is slow, lost, late or killed: every result is told once and kept, and no message is sent too often', async () => {
  const trial = { numRuns: 200, shrinks: true };
  const { messages, losses, kills, summary } = await checkInteractiveMode(async () => inProcess(), trial);
  console.log(`in process: ${summary}`);
  assert.ok(messages > 1_000 && losses > 500 && kills > 100);
});

let fresh = 0;

const BREACHES: readonly [what: string, procedures: Partial<CseProcedures>, reason: RegExp][] = [
  ['repeats without end', { mayGiveUp: () => false }, /sends of one message/],
  ['takes nothing for an acknowledgement', { isAcknowledgement: () => false }, /repeated after/],
  [
    'repeats under another identifier',
    {
      sendResultMessage(cse, message) {
        fresh += 1;
        return defaultProcedures.sendResultMessage(cse, { ...message, requestIdentifier: `again-${fresh}` });
      },
    },
    /was told of|can be needed/,
  ],
  [
    'leaves out the last result of a message',
    {
      resultMessage(cse, outstanding, { to, entries }) {
        const fewer = entries.length > 1 ? entries.slice(0, -1) : entries;
        return defaultProcedures.resultMessage(cse, outstanding, { to, entries: fewer });
      },
    },
    /was told of/,
  ],
  [
    'repeats all results in each message, as long as there are any',
    {
      reportTo(cse, outstanding, delivery) {
        delivery.reported = 0;
        defaultProcedures.reportTo(cse, outstanding, delivery);
      },
    },
    /can be needed|was told of/,
  ],
];

for (const [what, procedures, reason] of BREACHES) {
  test(`a CSE that ${what} is found out`, { timeout: 20_000 }, async () => {
    const trial = { numRuns: 200, shrinks: false };
    const { failure } = await tryInteractiveMode(async () => inProcess(procedures), trial);
    assert.match(failure ?? 'no promise was broken', reason);
  });
}
