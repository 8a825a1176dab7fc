import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DeviceWork } from './device-work';
import { answersWith, type GatewayBed, gatewayBed, get } from './gateway-bed';

/** Of every law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 200 };
const LIMIT = 10_000;
const COMMANDS = 2;

/** What a device does in one fan-out, from the first package 0 that reaches it. */
interface Habit {
  /** Packages 0 that get lost. */
  readonly lost: number;
  readonly connectsAfter: number;
  readonly end: 'answers' | 'drops before' | 'drops after' | 'fails to authenticate' | 'aborts';
  readonly answersAfter: number;
  /** Commands that it answers where it drops. */
  readonly answered: number;
  readonly code: number;
  readonly saysTwice: boolean;
}

const habit: fc.Arbitrary<Habit> = fc.record({
  lost: fc.integer({ min: 0, max: 3 }),
  connectsAfter: fc.integer({ min: 0, max: LIMIT + 2_000 }),
  end: fc.constantFrom(
    'answers',
    'answers',
    'answers',
    'drops before',
    'drops after',
    'fails to authenticate',
    'aborts',
  ),
  answersAfter: fc.integer({ min: 0, max: LIMIT }),
  answered: fc.integer({ min: 0, max: COMMANDS }),
  code: fc.constantFrom(200, 404, 405, 500),
  saysTwice: fc.boolean(),
});

/** A Start: when, of which devices, and how often the server does not take the alert. */
interface Start {
  readonly at: number;
  readonly members: readonly string[];
}

const DEVICES = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];
const start: fc.Arbitrary<Start> = fc.record({
  at: fc.integer({ min: 0, max: 5_000 }),
  members: fc.array(fc.constantFrom(...DEVICES), { maxLength: 8 }),
});
const world = fc.record({
  starts: fc.array(start, { minLength: 1, maxLength: 3 }),
  habits: fc.array(habit, { minLength: 5, maxLength: 5 }),
  concurrentDevices: fc.integer({ min: 1, max: 8 }),
  refusals: fc.array(fc.constantFrom(undefined, 500), { maxLength: 2 }),
});

/** When each device was heard to the end, by fan-out: `Results1 d2`. */
type Heard = Map<string, number>;

interface Played {
  readonly bed: GatewayBed;
  readonly heard: Heard;
  readonly startedAt: readonly number[];
}

async function play({
  starts,
  habits,
  ...options
}: typeof world extends fc.Arbitrary<infer T> ? T : never): Promise<Played> {
  const heard: Heard = new Map();
  const notified = new Map<number, number>();
  const bed = gatewayBed({
    groups: Object.fromEntries(starts.map(({ members }, index) => [`g${index + 1}`, members])),
    limits: { concurrentDevices: options.concurrentDevices, alertRepeats: 2 },
    server: options.refusals,
    device: (here, deviceID, sessionID) => {
      const times = (notified.get(sessionID) ?? 0) + 1;
      notified.set(sessionID, times);
      const its = habits[(DEVICES.indexOf(deviceID) + sessionID) % habits.length];
      if (its !== undefined && times === its.lost + 1)
        here.clock.after(its.connectsAfter, () => live(here, its, { deviceID, sessionID, heard }));
    },
  });
  const startedAt: number[] = [];
  const inOrder = starts
    .map((one, index) => ({ ...one, group: `g${index + 1}` }))
    .sort((a, b) => a.at - b.at);
  for (const { at, group } of inOrder) {
    await bed.clock.advance(at - bed.clock.now());
    bed.set(`./GwConfig/Groups/${group}`, commandsOf(startedAt.length + 1));
    assert.equal(bed.start(`c${startedAt.length + 1}`), 202);
    startedAt.push(at);
  }
  await bed.clock.advance(60_000);
  return { bed, heard, startedAt: inOrder.map(({ at }) => at) };
}

/** Each fan-out asks for nodes of its own, and names its commands so. */
function commandsOf(number: number) {
  return Array.from({ length: COMMANDS }, (_, index) => get(`${number}-${index}`, `./Run${number}/${index}`));
}

interface Session {
  readonly deviceID: string;
  readonly sessionID: number;
  readonly heard: Heard;
}

async function live({ gateway, clock }: GatewayBed, its: Habit, session: Session): Promise<void> {
  const { deviceID, sessionID } = session;
  const work = new DeviceWork(gateway, { deviceID, sessionID: sessionID.toString(16) });
  if (its.end === 'fails to authenticate') return work.ended('not-authenticated', []);
  if (its.end === 'drops before') return work.ended('timed-out', []);
  const commands = await work.next([]);
  await new Promise<void>((resolve) => clock.after(its.answersAfter, resolve));
  const answers = answersWith(commands, its.code);
  const number = /Run(\d)/.exec(JSON.stringify(commands))?.[1];
  if (number !== undefined) session.heard.set(`Results${number} ${deviceID}`, clock.now());
  if (its.end === 'aborts') return work.ended('aborted', []);
  if (its.end === 'drops after') return work.ended('timed-out', answers.slice(0, its.answered));
  assert.deepEqual(await work.next(answers), []);
  if (its.saysTwice) await work.next(answersWith(commands, 510));
  work.ended('finished', []);
}

test('law: one result for each device, one alert for each Start, neither early nor late', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      const { bed, heard, startedAt } = await play(drawn);
      const groups = drawn.starts
        .map((one) => one)
        .sort((a, b) => a.at - b.at)
        .map(({ members }) => [...new Set(members)]);
      startedAt.forEach((at, index) => {
        const number = index + 1;
        const members = groups[index] ?? [];
        const results = bed.resultsOf(number) ?? [];
        assert.deepEqual(results.map(({ deviceID }) => deviceID).sort(), [...members].sort());
        for (const { entries } of results) {
          const references = entries.map((one) => (one.kind === 'Status' ? one.commandReference : one.kind));
          assert.deepEqual(references, [`${number}-0`, `${number}-1`]);
          assert.ok(entries.every((one) => one.kind !== 'Status' || one.code !== 510));
        }
        const alerts = bed.reported.filter(({ alert }) => alert.correlator === `c${number}`);
        const [first] = alerts;
        assert.ok(first !== undefined);
        assert.equal(first.alert.items[0]?.source?.uri, `./SCM/Results/Results${number}`);
        const inTime = members.map((one) => heard.get(`Results${number} ${one}`) ?? Infinity);
        const last = Math.max(at, ...inTime.map((time) => Math.min(time, at + LIMIT)));
        assert.equal(first.at, last);
      });
      assert.equal(bed.reported.length, startedAt.length + drawn.refusals.length);
    }),
    RUN,
  );
});
