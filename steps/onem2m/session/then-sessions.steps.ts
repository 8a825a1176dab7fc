import type { DataTable } from '@cucumber/cucumber';
import { describeAnswer } from '../../../harness/cast/describe-answer';
import { CAPABILITY } from '../../../harness/cast/session/session-cse';
import { check, show } from '../../../harness/verdict/check';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Path } from '../../parameter-types';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { identifierOf } from '../cells';
import { attributesAt, childrenOfSession, lookAt, sightOf } from './looking';
import { checkRows, fits } from './matching';
import { identified, playOf } from './play';
import { policyNamed } from './sending';
import { lastSentBy } from './then-answers.steps';

/** As the endpoint sees it that is registered at the target, else the administrator. */
consequence('the session {name} has:', async function (name: string, table: DataTable) {
  const { by, address } = await sightOf(this, name);
  const attributes = await attributesAt(by, address);
  await checkRows(this, { what: `the session "${name}"`, attributes }, table.raw());
});

consequence(
  'the session {name} has a(n) {type} with:',
  async function (name: string, type: string, table: DataTable) {
    const children = await childrenOfSession(this, name, type);
    const fitting = await Promise.all(
      children.map((attributes) => fits(this, { what: `a ${type}`, attributes }, table.raw())),
    );
    const words = table
      .raw()
      .map((row) => row.join(' '))
      .join(', ');
    check(
      fitting.includes(true),
      `the children of "${name}" of type ${type}`,
      `one with ${words}`,
      shown(children),
    );
  },
);

consequence(
  'the session {name} has {int} child/children of type {type}',
  async function (name: string, count: number, type: string) {
    const { length } = await childrenOfSession(this, name, type);
    check(length === count, `the children of "${name}" of type ${type}`, String(count), String(length));
  },
);

consequence('the session {name} has the policy {name}', async function (name: string, policy: string) {
  await this.turn.finish();
  const { by, address } = await sightOf(this, name);
  const answer = await lookAt(by, `${address}/${policyNamed(this, policy).resourceName}`);
  const holds = answer.responseStatusCode === RSC.OK;
  check(holds, `retrieving the policy "${policy}"`, 'OK (2000)', describeAnswer(answer));
});

consequence('the session {name} has no policy {name}', async function (name: string, policy: string) {
  await this.turn.finish();
  const { by, address } = await sightOf(this, name);
  const answer = await lookAt(by, `${address}/${policyNamed(this, policy).resourceName}`);
  const holds = answer.responseStatusCode === RSC.NOT_FOUND;
  check(holds, `retrieving the policy "${policy}"`, 'NOT_FOUND (4004)', describeAnswer(answer));
});

/** All of them, the oldest first. They are there before the answer is sent, so nobody waits for them. */
consequence('the contexts of {name} are:', async function (name: string, table: DataTable) {
  const [head = [], ...rows] = table.raw();
  await this.turn.finish();
  const contexts = inOrder(await childrenOfSession(this, name, 'sessionContext'));
  check(contexts.length === rows.length, `the contexts of "${name}"`, String(rows.length), shown(contexts));
  for (const [at, row] of rows.entries()) {
    const attributes = renamed(contexts[at] ?? {});
    const cells = row.map((cell, column) => [head[column] ?? '', cell]);
    await checkRows(this, { what: `context ${at + 1} of "${name}"`, attributes }, cells);
  }
});

consequence('{party} has a sessions collection', async function (party: string) {
  const play = playOf(this);
  const isTarget = party === 'the CSE';
  const by = isTarget ? this.scene.administrator : (await play.cast.application(party)).originator;
  const address = `${this.scene.required(party).structured}/sessions`;
  const { resourceType } = await attributesAt(by, address);
  check(resourceType === ResourceType.sessions, `resourceType of ${address}`, '9001', show(resourceType));
});

/** Its CSEBase has the label. */
consequence('the CSE shows the session capability', async function () {
  const { labels } = await attributesAt(this.scene.administrator, this.scene.stage.cse.resourceName);
  const holds = Array.isArray(labels) && labels.includes(CAPABILITY);
  check(holds, 'labels of the CSEBase', `"${CAPABILITY}" among them`, show(labels));
});

consequence(
  'the sessions {name} and {name} have different identifiers and keys',
  async function (one: string, other: string) {
    const [first, second] = await Promise.all([identified(this, one), identified(this, other)]);
    const what = `of the sessions "${one}" and "${other}"`;
    check(first.sessionID !== second.sessionID, `the identifiers ${what}`, 'different', 'the same');
    const differ = first.credentials !== undefined && first.credentials !== second.credentials;
    check(differ, `the keys ${what}`, 'different', 'the same, or none');
  },
);

/** At the target, as its owner sees it in a plain retrieve. */
consequence('{path} has the protected data that {party} sent last', function (path: Path, party: string) {
  return checkData(this, path, { data: lastSentBy(this, party).data, words: `what ${party} sent last` });
});

consequence('{path} has the protected data of update {int}', function (path: Path, count: number) {
  const sent = playOf(this).sessions.flatMap((session) => session.sent);
  return checkData(this, path, { data: sent[count - 1]?.data, words: `that of update ${count}` });
});

consequence('{path} has no protected data', function (path: Path) {
  return checkData(this, path, { data: undefined, words: 'nothing' });
});

async function checkData(
  world: FlowproofWorld,
  path: Path,
  expected: { readonly data: unknown; readonly words: string },
): Promise<void> {
  await (expected.data === undefined ? world.quiet() : world.turn.finish());
  const { parent } = world.scene.required(path.name);
  const owner = await playOf(world).cast.application(parent ?? 'AE1');
  const { protectedData } = await attributesAt(
    owner.originator,
    identifierOf(world, { name: path.name, suffix: '' }),
  );
  check(
    protectedData === expected.data,
    `protectedData of "${path.name}"`,
    expected.words,
    show(protectedData),
  );
}

function inOrder(contexts: readonly Attributes[]): readonly Attributes[] {
  const time = ({ receivedTime }: Attributes) => String(receivedTime ?? '');
  return [...contexts].sort((one, other) => (time(one) < time(other) ? -1 : time(one) > time(other) ? 1 : 0));
}

function renamed(context: Attributes): Attributes {
  return { ...context, status: context.responseStatusCode ?? null };
}

function shown(children: readonly Attributes[]): string {
  return children.length === 0 ? 'none' : `${children.length}: ${children.map(show).join(' ')}`.slice(0, 400);
}
