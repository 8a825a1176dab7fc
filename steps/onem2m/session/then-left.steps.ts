import { describeAnswer } from '../../../harness/cast/describe-answer';
import type { Originator } from '../../../harness/cast/originator';
import type { KnownSession } from '../../../harness/cast/session/known-session';
import { check } from '../../../harness/verdict/check';
import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { make } from '../making';
import { attributesAt, childrenIfThere, lookAt } from './looking';
import { inTime } from './patience';
import { identified, keyOf, playOf } from './play';
import { addressFor } from './sending';

/** Neither at an address where something of it was, nor under its identifier, nor in a collection; and nobody can use it. */
consequence('nothing of {name} is left', async function (name: string) {
  await this.turn.finish();
  const session = await identified(this, name);
  await inTime(this, () => checkGone(this, session));
  await checkUnusable(this, session);
});

/** In the collections of the target stands no session of these applications that the scenario cannot account for. */
consequence('nothing of a refused session is left', async function () {
  await this.turn.finish();
  const play = playOf(this);
  for (const { name } of play.sessions) await play.known(name);
  const living = new Set(play.sessions.flatMap(({ sessionID, address }) => (address ? [sessionID] : [])));
  await inTime(this, () => checkCollections(this, living));
  for (const session of play.sessions) {
    if (session.address === undefined && session.sessionID !== undefined) await checkGone(this, session);
  }
});

/** Of those that it was told to make and not told to delete. */
consequence(
  '{party} keeps {int} policy/policies of {name}',
  async function (party: string, count: number, name: string) {
    for (const { turn } of playOf(this).sent) await turn.finish();
    const { sessionID } = await identified(this, name);
    const cse = await playOf(this).cast.cse(party);
    await inTime(this, () => {
      const { length } = cse.policiesOf(sessionID);
      check(length === count, `the policies of "${name}" that ${party} keeps`, String(count), String(length));
    });
  },
);

/** While an establishment is on its way; nothing that somebody waits for is jumped over. */
consequence('no session is there yet', async function () {
  await this.quiet();
  await checkCollections(this, new Set());
});

/** AE1 retrieves a container that is made for it, from where it stands. */
consequence('the session {name} can be used', async function (name: string) {
  const play = playOf(this);
  const { target, initiating, sessionID } = await identified(this, name);
  const by = await play.originatorFor(initiating);
  const to = addressFor(this, initiating, { name: await containerOf(this, target), suffix: '' });
  const outcome = await by.send({ operation: 'retrieve', to, sessionID });
  const answer = outcome.kind === 'answer' ? outcome.response : undefined;
  const actual = answer ? describeAnswer(answer) : 'no answer';
  check(answer?.responseStatusCode === RSC.OK, `a retrieve in the session "${name}"`, 'OK (2000)', actual);
});

/** Only establishments bear it, and the answer to one by an application. */
consequence('the key of {name} was in no other message', async function (name: string) {
  const key = keyOf(await identified(this, name));
  const { log } = playOf(this);
  for (const { direction, message, party, request, answer } of log.passages) {
    if (message === 'establishment' && (direction === 'received' || party.startsWith('AE'))) continue;
    const said = JSON.stringify(direction === 'received' ? request : (answer ?? {}));
    const what =
      direction === 'received' ? `the ${message} to ${party}` : `the answer to the ${message} of ${party}`;
    check(!said.includes(key), what, `no key of "${name}"`, 'the key');
  }
  for (const { request, response } of this.exchanges()) {
    const said = [request.url, request.body, JSON.stringify(request.headers), response?.body];
    check(
      !said.join(' ').includes(key),
      'all messages',
      `no key of "${name}" but as sessionCredentials`,
      'the key',
    );
  }
});

/** Every session there is one of these, or of other applications. */
async function checkCollections(
  world: FlowproofWorld,
  living: ReadonlySet<string | undefined>,
): Promise<void> {
  for (const { by, collection } of collections(world)) {
    const found = (await childrenIfThere(by, collection, 'session')) ?? [];
    const others = await Promise.all(found.map((uri) => isOfOthers(world, by, { uri, living })));
    const unknown = found.filter((_uri, at) => !others[at]);
    const expected = 'none but those that were accepted';
    check(unknown.length === 0, `the sessions in ${collection}`, expected, unknown.join(', '));
  }
}

/** A session that lives, or one that somebody else has there. */
async function isOfOthers(
  world: FlowproofWorld,
  by: Originator,
  { uri, living }: { uri: string; living: ReadonlySet<string | undefined> },
): Promise<boolean> {
  const { content } = await lookAt(by, uri);
  if (content?.kind !== 'resource') return false;
  const { resourceID, initiatingEndpoint } = content.resource.attributes;
  if (living.has(String(resourceID))) return true;
  const { cast, sessions } = playOf(world);
  const own = await Promise.all(sessions.map(({ initiating }) => cast.idOf(initiating)));
  const isNamed = isRecord(initiatingEndpoint) && typeof initiatingEndpoint.endpointID === 'string';
  return isNamed && !own.includes(String(initiatingEndpoint.endpointID));
}

function isRecord(value: AttributeValue | undefined): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A container of an application that is there, made for it where the scenario has none. */
async function containerOf(world: FlowproofWorld, owner: string): Promise<string> {
  const name = `container of ${owner}`;
  if (!world.scene.places.find(name)) await hostFor(world, owner, name);
  return name;
}

async function hostFor(world: FlowproofWorld, owner: string, name: string): Promise<void> {
  const { cast, scene } = playOf(world);
  if (cast.isAtTarget(owner)) {
    const { originator } = await cast.application(owner);
    await make(world, { kind: 'container', name, parent: owner, by: originator });
    return;
  }
  const { cseID, resourceName } = await cast.played(owner);
  const structured = `base/${resourceName}/${scene.stage.unique('container')}`;
  (await cast.cse(cast.playerOf(owner))).hostContainer(`${cseID}/${structured}`);
  scene.places.add({
    name,
    typeName: 'container',
    element: 'm2m:cnt',
    cseID,
    resourceID: structured,
    structured,
  });
}

async function checkGone(world: FlowproofWorld, session: KnownSession): Promise<void> {
  const { administrator: by, stage } = world.scene;
  const address = playOf(world).addressOf(session);
  const known = [
    '',
    '/initiatingEndpoint',
    '/targetEndpoint',
    ...session.policies.map((policy) => `/${policy.resourceName}`),
  ];
  const byIdentifier = `${stage.cse.cseID}/${session.sessionID}`;
  for (const to of new Set([...known.map((path) => `${address}${path}`), byIdentifier])) {
    const answer = await lookAt(by, to);
    const holds = answer.responseStatusCode === RSC.NOT_FOUND;
    check(holds, `retrieving ${to}`, 'NOT_FOUND (4004)', describeAnswer(answer));
  }
  for (const { collection } of collections(world)) {
    for (const uri of (await childrenIfThere(by, collection, 'session')) ?? []) {
      const { resourceID } = await attributesAt(by, uri);
      check(resourceID !== session.sessionID, `the sessions in ${collection}`, `not "${session.name}"`, uri);
    }
  }
}

/**
 * Either endpoint that is still there asks within it for a container that is there, of the other one: it is told that
 * there is no such session, and nobody hears of it.
 */
async function checkUnusable(world: FlowproofWorld, session: KnownSession): Promise<void> {
  const { initiating, target } = session;
  const directions = [
    { party: initiating, other: target },
    { party: target, other: initiating },
  ];
  for (const direction of directions) {
    const isThere = await Promise.all([direction.party, direction.other].map((name) => isLeft(world, name)));
    if (!isThere.includes(false)) await checkRefused(world, session, direction);
  }
}

/** One that stands at another CSE does not go. */
async function isLeft(world: FlowproofWorld, name: string): Promise<boolean> {
  if (!playOf(world).cast.isAtTarget(name)) return true;
  const place = world.scene.places.find(name);
  if (!place) return false;
  const answer = await lookAt(world.scene.administrator, place.structured);
  return answer.responseStatusCode === RSC.OK;
}

async function checkRefused(
  world: FlowproofWorld,
  session: KnownSession,
  { party, other }: { party: string; other: string },
): Promise<void> {
  const play = playOf(world);
  const by = await play.originatorFor(party);
  const to = addressFor(world, party, { name: await containerOf(world, other), suffix: '' });
  const before = play.log.passages.length;
  const { sessionID = '' } = session;
  const outcome = await by.send({ operation: 'retrieve', to, sessionID });
  const answer = outcome.kind === 'answer' ? outcome.response : undefined;
  const holds = answer?.responseStatusCode === RSC.NOT_FOUND;
  const actual = answer ? describeAnswer(answer) : 'no answer';
  check(holds, `a request in the session "${session.name}"`, 'NOT_FOUND (4004)', actual);
  const passed = play.log.passages
    .slice(before)
    .filter(({ direction, message }) => direction === 'received' && message === 'retrieve');
  check(
    passed.length === 0,
    `a request in the session "${session.name}"`,
    'passed on to nobody',
    'passed on',
  );
}

interface Collection {
  readonly by: Originator;
  readonly collection: string;
}

function collections(world: FlowproofWorld): readonly Collection[] {
  const by = world.scene.administrator;
  const { cseID, resourceName } = world.scene.stage.cse;
  const owners = world.scene.places
    .all()
    .filter((place) => place.typeName === 'AE' && place.cseID === cseID)
    .map(({ structured }) => structured);
  return [resourceName, ...owners].map((owner) => ({ by, collection: `${owner}/sessions` }));
}
