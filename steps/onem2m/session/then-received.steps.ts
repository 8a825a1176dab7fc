import type { DataTable } from '@cucumber/cucumber';
import type { Passage } from '../../../harness/cast/session/session-log';
import { type SessionMessage, sessionEventIn } from '../../../harness/cast/session/session-message';
import { check } from '../../../harness/verdict/check';
import { Deviation } from '../../../harness/verdict/deviation';
import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { checkRows } from './matching';
import { inTime } from './patience';
import { playOf } from './play';
import { lastSentBy } from './then-answers.steps';

consequence('{party} received the {sessionMessage}', function (party: string, message: SessionMessage) {
  return inTime(this, () => checkAtLeast(this, { party, message }, 1));
});

/** When the run is quiet; nothing that somebody waits for is jumped over. */
consequence('{party} received no {sessionMessage}', async function (party: string, message: SessionMessage) {
  await this.quiet();
  checkExactly(this, { party, message }, 0);
});

consequence(
  '{party} received {int} {sessionMessage}',
  function (party: string, count: number, message: SessionMessage) {
    return exactly(this, { party, message }, count);
  },
);

consequence(
  '{party} received {int} {sessionMessage} of {name}',
  async function (party: string, count: number, message: SessionMessage, session: string) {
    const { sessionID } = await playOf(this).known(session);
    await exactly(this, { party, message, sessionID: sessionID ?? 'unknown' }, count);
  },
);

consequence(
  '{party} received at least {int} {sessionMessage}',
  function (party: string, count: number, message: SessionMessage) {
    return inTime(this, () => checkAtLeast(this, { party, message }, count));
  },
);

/** The latest one: its attributes, of an event what it says of the session; From and To. */
consequence(
  'the {sessionMessage} that {party} received has:',
  async function (message: SessionMessage, party: string, table: DataTable) {
    await inTime(this, () => checkAtLeast(this, { party, message }, 1));
    const play = playOf(this);
    for (const { name } of play.sessions) await play.known(name);
    const passage = received(this, { party, message }).at(-1);
    if (!passage) throw new Error('unreachable: the check above holds');
    const { request } = passage;
    const compared = {
      what: `the ${message} that ${party} received`,
      attributes: attributesIn(passage),
      request,
    };
    await checkRows(this, compared, table.raw());
  },
);

/** Octet by octet, in an update. */
consequence(
  '{party} received the protected data that {party} sent last',
  async function (party: string, sender: string) {
    const { data } = lastSentBy(this, sender);
    await inTime(this, () => {
      const found = received(this, { party, message: 'update' }).some(
        (passage) => attributesIn(passage).protectedData === data,
      );
      check(
        found,
        `what ${party} received in updates`,
        `what ${sender} sent last`,
        'something else, or nothing',
      );
    });
  },
);

export interface Wanted {
  readonly party: string;
  readonly message: SessionMessage;
  readonly sessionID?: string;
}

export function received(world: FlowproofWorld, { party, message, sessionID }: Wanted): readonly Passage[] {
  const { cast, log } = playOf(world);
  const all = log.received(cast.playerOf(party), message);
  return sessionID === undefined ? all : all.filter((passage) => passage.sessionID === sessionID);
}

export function attributesIn({ request }: Passage): Attributes {
  const { content } = request;
  if (content?.kind === 'resource') return content.resource.attributes;
  const event = sessionEventIn(request);
  if (!event) return {};
  const { initiatingEndpoint, ...texts } = event;
  const subscription =
    content?.kind === 'notification' ? content.notification.subscriptionReference : undefined;
  const told: { [name: string]: AttributeValue } = { ...texts };
  if (initiatingEndpoint) told.initiatingEndpoint = { ...initiatingEndpoint };
  if (subscription !== undefined) told.subscription = subscription;
  return told;
}

async function exactly(world: FlowproofWorld, wanted: Wanted, count: number): Promise<void> {
  if (count > 0) await inTime(world, () => checkAtLeast(world, wanted, count));
  await world.quiet();
  checkExactly(world, wanted, count);
}

function checkAtLeast(world: FlowproofWorld, wanted: Wanted, count: number): void {
  const { length } = received(world, wanted);
  if (length < count) throw countDeviation(wanted, `${count} or more`, length);
}

function checkExactly(world: FlowproofWorld, wanted: Wanted, count: number): void {
  const { length } = received(world, wanted);
  if (length !== count) throw countDeviation(wanted, String(count), length);
}

function countDeviation({ party, message }: Wanted, expected: string, actual: number): Deviation {
  return new Deviation({
    what: `the messages (${message}) that ${party} received`,
    expected,
    actual: String(actual),
  });
}
