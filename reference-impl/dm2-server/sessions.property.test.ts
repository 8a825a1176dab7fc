import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DM2Command } from '../../protocol/model/dm2-command';
import type { SessionCommand } from '../../protocol/model/dm2-session';
import { DM2ServerBed, exec, get } from './dm2-server-bed';
import { type Fate, ModelDevice } from './model-device-bed';

const RUNS = { seed: 20261121, numRuns: 400 };

const FATE: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Fate>({ kind: 'arrives' }) },
  { weight: 2, arbitrary: fc.constant<Fate>({ kind: 'is-lost' }) },
  { weight: 3, arbitrary: fc.constant<Fate>({ kind: 'answer-is-lost' }) },
  { weight: 3, arbitrary: fc.constant<Fate>({ kind: 'arrives-twice' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(3_000, 15_000, 90_000)
      .map((milliseconds): Fate => ({ kind: 'is-late', milliseconds })),
  },
);

type Event =
  | { readonly kind: 'order'; readonly verbs: readonly ('GET' | 'EXEC')[] }
  | { readonly kind: 'session' }
  | { readonly kind: 'wait'; readonly milliseconds: number };

const EVENT: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('order' as const),
    verbs: fc.array(fc.constantFrom('GET' as const, 'EXEC' as const), { minLength: 1, maxLength: 4 }),
  }),
  fc.constant({ kind: 'session' as const }),
  fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.constantFrom(1_000, 30_000, 61_000) }),
);

const STORY = fc.record({
  events: fc.array(EVENT, { minLength: 2, maxLength: 12 }),
  fates: fc.array(FATE, { maxLength: 40 }),
  commandsPerPackage: fc.integer({ min: 1, max: 3 }),
});

interface Told {
  readonly bed: DM2ServerBed;
  readonly device: ModelDevice;
  readonly ordered: readonly DM2Command[];
}

/** Lives through the story, and then in peace until nothing is left to be done. */
async function tell({
  events,
  fates,
  commandsPerPackage,
}: typeof STORY extends fc.Arbitrary<infer T> ? T : never): Promise<Told> {
  const bed = new DM2ServerBed({ limits: { commandsPerPackage, rememberedSessions: 1_000 } });
  const device = new ModelDevice(bed, fates);
  const ordered: DM2Command[] = [];
  for (const event of events) {
    if (event.kind === 'wait') await bed.clock.advance(event.milliseconds);
    else if (event.kind === 'session') agree(bed, await device.session());
    else {
      const commands = event.verbs.map((verb, index) => numbered(verb, ordered.length + index));
      ordered.push(...commands);
      bed.manage(commands);
    }
  }
  device.heal();
  await bed.clock.advance(200_000);
  agree(bed, await device.session());
  return { bed, device, ordered };
}

function numbered(verb: 'GET' | 'EXEC', number: number): DM2Command {
  return verb === 'GET' ? get(`n${number}`) : exec(`n${number}`);
}

/** What the device saw through to END is finished for the server as well. */
function agree(bed: DM2ServerBed, { end, sessionID }: { end: string; sessionID?: string }): void {
  if (end !== 'finished' || sessionID === undefined) return;
  const session = bed.inspect().sessions.find((one) => one.sessionID === sessionID);
  assert.equal(session?.state, 'finished');
  assert.ok(session.commands.every(({ state }) => state === 'reported'));
}

function sentOnce(command: DM2Command): boolean {
  return command.verb === 'EXEC';
}

test('whatever is lost, late or repeated, server and device agree on what was done', async () => {
  await fc.assert(
    fc.asyncProperty(STORY, async (story) => {
      const { bed, device, ordered } = await tell(story);
      assert.deepEqual(device.complaints, []);
      const { awaiting, sessions } = bed.inspect();
      assert.deepEqual(awaiting, []);
      for (const command of ordered) {
        const copies = sessions.flatMap(({ commands }) =>
          commands.filter((sent) => sent.command === command),
        );
        assertSettled(command, copies);
        const times = device.performed.filter((one) => one === command).length;
        if (sentOnce(command)) assert.ok(times <= 1, `${JSON.stringify(command)} was done ${times} times`);
        else assert.ok(times >= 1, `${JSON.stringify(command)} was never done`);
      }
    }),
    RUNS,
  );
});

/** Reported at most once, and lost only where it must not be done again. */
function assertSettled(command: DM2Command, copies: readonly SessionCommand[]): void {
  const states = copies.map(({ state }) => state);
  const settled = states.filter((state) => state !== 'awaiting');
  assert.equal(settled.length, 1, `${JSON.stringify(command)}: ${states.join(', ')}`);
  const last = copies.at(-1);
  if (last?.state === 'lost') assert.ok(sentOnce(command));
  else assert.deepEqual(last?.result, { status: 200, clientURIs: [JSON.stringify(command)] });
}

test('a result that the device was told of as taken is one that the server has', async () => {
  await fc.assert(
    fc.asyncProperty(STORY, async (story) => {
      const { bed, device } = await tell(story);
      const reported = bed
        .inspect()
        .sessions.flatMap(({ commands }) => commands)
        .filter(({ state }) => state === 'reported')
        .map(({ command }) => command);
      for (const command of device.acknowledged) assert.ok(reported.includes(command));
      for (const command of reported) assert.ok(device.performed.includes(command));
    }),
    RUNS,
  );
});
