import { isAcknowledged, messagesAmong, type Sending } from '../../../harness/cast/result-messages';
import type { Exchange } from '../../../harness/links/exchange';
import { check } from '../../../harness/verdict/check';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { inTheEnd, outlastRepetitions } from './patience';
import { LISTENERS, sendings } from './told';

/** The sendings of each message to a listener, in the order in which they left. */
async function copies(world: FlowproofWorld, listener: string): Promise<Sending[][]> {
  const all = await sendings(world, listener);
  return messagesAmong(all).map(({ identifier }) =>
    all.filter((sending) => sending.identifier === identifier),
  );
}

function sentAtMost(world: FlowproofWorld): number {
  return 1 + world.parameters.target.ixit.igo.retryLimit;
}

/** Waits until the first message was sent so often, then whether it is sent again. */
async function checkTimes(world: FlowproofWorld, listener: string, times: number): Promise<void> {
  const what = `how often the first message was sent to ${listener}`;
  const count = async () => (await copies(world, listener))[0]?.length ?? 0;
  await inTheEnd(world, async () => {
    const now = await count();
    check(now >= times, what, String(times), String(now));
  });
  await outlastRepetitions(world);
  const inAll = await count();
  check(inAll === times, what, `${times} and no more`, String(inAll));
}

consequence('{listener} got every message once', async function (listener: string) {
  await this.quiet();
  for (const [first, ...more] of await copies(this, listener)) {
    const what = `repetitions of the message ${first?.identifier} to ${listener}`;
    check(more.length === 0, what, 'none', String(more.length));
  }
});

consequence('{listener} got the first message {int} time(s)', function (listener: string, times: number) {
  return checkTimes(this, listener, times);
});

consequence('{listener} got the first message as often as the limit allows', function (listener: string) {
  return checkTimes(this, listener, sentAtMost(this));
});

consequence('{listener} got no message more often than the limit allows', async function (listener: string) {
  await this.quiet();
  const limit = sentAtMost(this);
  for (const sent of await copies(this, listener)) {
    const what = `how often the message ${sent[0]?.identifier} was sent to ${listener}`;
    check(sent.length <= limit, what, `${limit} times at most`, String(sent.length));
  }
});

consequence('every repetition to {listener} is the same byte for byte', async function (listener: string) {
  for (const [first, ...more] of await copies(this, listener)) {
    const expected = first === undefined ? '' : bytesOf(first.exchange);
    for (const { exchange } of more)
      check(
        bytesOf(exchange) === expected,
        `a repetition to ${listener}`,
        `the first message again: ${expected}`,
        bytesOf(exchange),
      );
  }
});

consequence('no repetition comes after the acknowledgement', async function () {
  await outlastRepetitions(this);
  for (const listener of LISTENERS)
    for (const sent of await copies(this, listener)) {
      const acknowledged = sent.find((sending) => isAcknowledged(sending) && inTime(this, sending));
      const end = acknowledged?.exchange.answerPlace ?? Number.POSITIVE_INFINITY;
      const late = sent.filter(({ exchange }) => exchange.requestPlace > end);
      const what = `repetitions of an acknowledged message to ${listener}`;
      check(late.length === 0, what, 'none', String(late.length));
    }
});

consequence(
  'no repetition to {listener} comes before the time for an acknowledgement is over',
  async function (listener: string) {
    const { acknowledgementTimeout } = this.parameters.target.ixit.igo;
    const least = acknowledgementTimeout * (this.scene.stage.disposable ? 1 : ON_THE_WAY);
    for (const sent of await copies(this, listener))
      for (const [at, { exchange }] of sent.slice(1).entries()) {
        const apart = exchange.at - (sent[at]?.exchange.at ?? 0);
        const what = `the time between two sendings of a message to ${listener}`;
        check(apart >= least, what, `${acknowledgementTimeout} ms or more`, `${Math.round(apart)} ms`);
      }
  },
);

/** The share of a waiting time that is left when messages travel. */
const ON_THE_WAY = 0.8;

function inTime(world: FlowproofWorld, { exchange }: Sending): boolean {
  const took = (exchange.endedAt ?? Number.POSITIVE_INFINITY) - exchange.at;
  return took < world.parameters.target.ixit.igo.acknowledgementTimeout;
}

/** What makes a message the same: all that a receiver could act upon. */
function bytesOf({ request }: Exchange): string {
  const { method, url, headers, body } = request;
  return [method, url, headers['x-m2m-ri'], headers['content-type'], body].join(' ');
}
