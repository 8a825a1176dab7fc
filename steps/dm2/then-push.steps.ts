import { check } from '../../harness/verdict/check';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { givingUp, waitFor } from './patience';
import { playOf } from './play';

const TIMES: { readonly [words: string]: number } = { once: 1, twice: 2 };

/** Connections that were refused are no receipts. */
consequence(
  'the DM Client received the notification {times}',
  async function (this: FlowproofWorld, times: string) {
    const { scene, mark } = playOf(this);
    const { client } = scene;
    const { pushRetryLimit } = this.parameters.target.ixit.dm2;
    const count =
      times === 'up to the limit' ? 1 + pushRetryLimit : (TIMES[times] ?? Number.parseInt(times, 10));
    const got = () => client.notifications.slice(mark.notifications).filter(({ isReached }) => isReached);
    await waitFor(
      this,
      client.changes.until(() => got().length >= count),
      givingUp(this),
    );
    await this.quiet();
    const receipts = got();
    check(receipts.length === count, 'how often the notification came', times, `${receipts.length} times`);
    const [asked] = scene.asker.asked.slice(mark.asked);
    const expected = Buffer.from(asked?.request.content ?? []).toString('hex');
    for (const { octets } of receipts) {
      const actual = Buffer.from(octets).toString('hex');
      check(actual === expected, 'the octets of the notification', expected, actual);
    }
  },
);

/** Exactly one report is acknowledged. */
consequence(
  'the DM Server is told that the notification was {pushOutcome}',
  async function (this: FlowproofWorld, outcome: string) {
    const { scene, mark } = playOf(this);
    const { asker } = scene;
    const taken = () => asker.reports.slice(mark.reports).filter(({ status }) => status < 300);
    await waitFor(
      this,
      asker.changes.until(() => taken().length > 0),
      givingUp(this),
    );
    await this.quiet();
    const reports = taken();
    const [first] = reports;
    check(reports.length === 1, 'the reports that were acknowledged', 'one', `${reports.length}`);
    const actual = first?.report?.outcome ?? first?.why ?? 'nothing';
    check(actual === outcome, 'the outcome that is reported', outcome, actual);
  },
);
