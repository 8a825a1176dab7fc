import type { DataTable } from '@cucumber/cucumber';
import type { Passage } from '../../../harness/cast/session/session-log';
import type { SessionMessage } from '../../../harness/cast/session/session-message';
import { check, show } from '../../../harness/verdict/check';
import { consequence } from '../../say';
import { checkBlocks, flowOf } from './message-flow';
import { inTime } from './patience';
import { latestOf, playOf } from './play';
import { attributesIn, received } from './then-received.steps';

consequence(
  '{party} received the {sessionMessage} before {party} received the {sessionMessage}',
  async function (one: string, first: SessionMessage, other: string, second: SessionMessage) {
    await inTime(this, () => {
      const before = received(this, { party: one, message: first })[0];
      const after = received(this, { party: other, message: second })[0];
      const holds = before !== undefined && after !== undefined && before.place < after.place;
      check(holds, `the ${first} to ${one}`, `before the ${second} to ${other}`, 'later, or never');
    });
  },
);

/** Received and answered, before the target answers. */
consequence(
  '{party} received the {sessionMessage} before the answer to the {sessionMessage}',
  async function (party: string, message: SessionMessage, stimulus: SessionMessage) {
    const { turn } = latestOf(this, (sending) => sending.message === stimulus, stimulus);
    await turn.answer();
    const asked = playOf(this).log.sent(stimulus).at(-1);
    const got = received(this, { party, message })[0];
    const answered = asked?.answerPlace ?? Number.NEGATIVE_INFINITY;
    const holds = got !== undefined && (got.answerPlace ?? got.place) < answered;
    check(holds, `the ${message} to ${party}`, `before the answer to the ${stimulus}`, 'later, or never');
  },
);

/** By their protected data. */
consequence(
  '{party} received the updates in the order in which they were sent',
  async function (party: string) {
    const sent = playOf(this).sessions.flatMap((session) => session.sent.map(({ data }) => data));
    await inTime(this, () => {
      const got = received(this, { party, message: 'update' }).map(
        (passage) => attributesIn(passage).protectedData,
      );
      const places = got.map((data) => sent.indexOf(data ?? ''));
      const inOrder = places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1));
      const holds = inOrder && got.length === sent.length;
      check(
        holds,
        `the updates that ${party} received`,
        `${sent.length} in their order`,
        show(places.map((place) => place + 1)),
      );
    });
  },
);

consequence('{party} received each update after its answer to the one before', function (party: string) {
  const updates = received(this, { party, message: 'update' });
  check(updates.length > 1, `the updates that ${party} received`, 'two or more', String(updates.length));
  const early = updates.findIndex((update, at) => {
    const before = updates[at - 1];
    return before !== undefined && update.place < (before.answerPlace ?? Number.POSITIVE_INFINITY);
  });
  check(early < 0, `update ${early + 1} to ${party}`, 'after the answer to the one before', 'before it');
});

/** With a tolerance of a second at either end. */
consequence(
  '{party} received every update while the window of {name} was open',
  function (party: string, policy: string) {
    const windows = playOf(this)
      .sessions.flatMap(({ policies }) => policies)
      .filter(({ name }) => name === policy)
      .flatMap((known) => known.windows);
    const updates = received(this, { party, message: 'update' });
    check(updates.length > 0, `the updates that ${party} received`, 'one or more', 'none');
    for (const { at } of updates) {
      const isOpen = windows.some(({ opensAt, closesAt }) => at >= opensAt - 1000 && at <= closesAt + 1000);
      check(
        isOpen,
        `an update that ${party} received`,
        `within the window of "${policy}"`,
        new Date(at).toISOString(),
      );
    }
  },
);

/** From, to, what: all that is about sessions between the target and the testers since the first stimulus. */
consequence('the messages of the session went in this order:', async function (table: DataTable) {
  for (const { turn } of playOf(this).sent) await turn.finish();
  await this.quiet();
  const rows = table.raw().map(([from = '', to = '', what = '', mark = '']) => ({
    from,
    to,
    what,
    anyOrder: mark === 'in any order',
  }));
  checkBlocks(rows, flowOf(playOf(this).log.passages.filter(isOfFlow)));
});

function isOfFlow({ isPreamble, direction, place }: Passage, _at: number, all: readonly Passage[]): boolean {
  const first = all.find((passage) => passage.direction === 'sent' && !passage.isPreamble);
  return !isPreamble && place >= (first?.place ?? 0) && (direction === 'sent' || direction === 'received');
}
