import type { DataTable } from '@cucumber/cucumber';
import { statusText } from '../../../harness/cast/describe-answer';
import { openJwe } from '../../../harness/cast/session/protected-data';
import type { Passage } from '../../../harness/cast/session/session-log';
import type { SessionMessage } from '../../../harness/cast/session/session-message';
import { check, show } from '../../../harness/verdict/check';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { hostForApplication } from '../application';
import { identifierOf } from '../cells';
import { answeredWith, sessionsOf } from './application';
import { checkRows } from './matching';
import { inTime } from './patience';
import { keyOf, playOf } from './play';
import { attributesIn } from './then-received.steps';

consequence('the application answers {statuses}', function (codes: readonly number[]) {
  const code = answeredWith(this);
  const expected = codes.map(statusText).join(' or ');
  check(codes.includes(code), 'the answer of the application', expected, statusText(code));
});

consequence('the application refuses', function () {
  const code = answeredWith(this);
  check(code >= 4000, 'the answer of the application', 'a refusal', statusText(code));
});

/** In its answer to the latest invitation. */
consequence('the application names itself, or nobody', async function () {
  answeredWith(this);
  const { outcome } = sessionsOf(this);
  const content = outcome?.kind === 'answer' ? outcome.response.content : undefined;
  const named = content?.kind === 'resource' ? content.resource.attributes.endpointID : undefined;
  const own = await playOf(this).cast.idOf('the application');
  check(named === undefined || named === own, 'endpointID in its answer', `${own}, or nothing`, show(named));
});

/** In its registration, or in an update of it. */
consequence('the application advertises the session capability', function () {
  return inTime(this, () => {
    const { isCapable } = sessionsOf(this).registrar;
    check(isCapable, 'labels of its AE', '"service-sessions" among them', 'without it, or no registration');
  });
});

consequence('the application sent the {sessionMessage}', function (message: SessionMessage) {
  return inTime(this, () => checkSent(this, message, (count) => count > 0, 'one or more'));
});

consequence('the application sent no {sessionMessage}', async function (message: SessionMessage) {
  await this.quiet();
  checkSent(this, message, (count) => count === 0, 'none');
});

consequence(
  'the application sent {int} {sessionMessage}',
  async function (expected: number, message: SessionMessage) {
    await inTime(this, () => checkSent(this, message, (count) => count >= expected, String(expected)));
    await this.quiet();
    checkSent(this, message, (count) => count === expected, String(expected));
  },
);

/** The latest one. */
consequence(
  'the {sessionMessage} of the application has:',
  async function (message: SessionMessage, table: DataTable) {
    await inTime(this, () => checkSent(this, message, (count) => count > 0, 'one or more'));
    sessionsOf(this).identify();
    const passage = sessionsOf(this).sent(message).at(-1);
    if (!passage) throw new Error('unreachable: the check above holds');
    const { request } = passage;
    const { sessionID } = request;
    const attributes = { ...(sessionID !== undefined && { sessionID }), ...attributesIn(passage) };
    await checkRows(this, { what: `the ${message} of the application`, attributes, request }, table.raw());
  },
);

/** Of every update: JWE by the book, with the key of its session, in its own name, and with numbers that rise. */
consequence('the protected data of the application is right', async function () {
  await inTime(this, () => checkSent(this, 'update', (count) => count > 0, 'one or more'));
  sessionsOf(this).identify();
  const own = await playOf(this).cast.idOf('the application');
  let last = 0;
  for (const passage of sessionsOf(this).sent('update')) last = checkProtected(this, passage, { own, last });
});

consequence('the key was in no message of the application', async function () {
  await this.quiet();
  const { sessions } = playOf(this);
  check(sessions.length > 0, 'the sessions of the application', 'one or more', 'none');
  for (const session of sessions) {
    const key = keyOf(session);
    const sent = sessionsOf(this)
      .sent()
      .map(({ request }) => request);
    const { outcome } = sessionsOf(this);
    const said = JSON.stringify([sent, outcome?.kind === 'answer' ? outcome.response : undefined]);
    const traced = this.exchanges().filter(({ from }) => from === 'the application');
    const written = JSON.stringify(traced.map(({ request }) => request));
    check(!said.includes(key) && !written.includes(key), 'messages of the application', 'no key', 'the key');
  }
});

/** Told to update and to read, it sends nothing with this identifier, or in any session where it was told none. */
consequence('the application uses session {name} no more', async function (name: string) {
  const sessions = sessionsOf(this);
  await this.quiet();
  const before = sessions.sent().length;
  const resource = containerIn(this);
  await sessions.tell({ procedure: 'updateInSession', resource, data: 'a reading' });
  await sessions.tell({ procedure: 'readInSession', resource });
  await this.quiet();
  const { sessionID } = playOf(this).session(name);
  const later = sessions.sent().slice(before);
  const used = later.filter(
    ({ message, sessionID: id }) =>
      ['update', 'retrieve'].includes(message ?? '') && (id === sessionID || sessionID === undefined),
  );
  check(used.length === 0, `requests of the application in session "${name}"`, 'none', String(used.length));
});

function containerIn(world: FlowproofWorld): string {
  const name = world.scene.places.all().find((place) => place.typeName === 'container')?.name;
  if (name === undefined) hostForApplication(world, 'any container', 'container');
  return identifierOf(world, { name: name ?? 'any container', suffix: '' });
}

function checkSent(
  world: FlowproofWorld,
  message: SessionMessage,
  holds: (count: number) => boolean,
  expected: string,
): void {
  const { length } = sessionsOf(world).sent(message);
  check(holds(length), `the messages (${message}) that the application sent`, expected, String(length));
}

/** Answers the sequence number. */
function checkProtected(
  world: FlowproofWorld,
  passage: Passage,
  { own, last }: { own: string; last: number },
): number {
  const what = 'protectedData in an update of the application';
  const session = playOf(world).sessions.find(({ sessionID }) => sessionID === passage.sessionID);
  check(session !== undefined, what, 'that of a session', 'no such session');
  const opened = openJwe(String(attributesIn(passage).protectedData ?? ''), session?.key ?? Buffer.alloc(0));
  if (typeof opened === 'string') {
    check(false, what, 'JWE by the profile, with the key of the session', opened);
    return last;
  }
  const { sid, iss, seq } = opened.header;
  check(sid === session?.sessionID, `sid of ${what}`, 'the identifier of the session', show(sid));
  check(iss === own, `iss of ${what}`, own, show(iss));
  const rises = typeof seq === 'number' && Number.isInteger(seq) && seq > last;
  check(rises, `seq of ${what}`, `a whole number above ${last}`, show(seq));
  return Number(seq);
}
