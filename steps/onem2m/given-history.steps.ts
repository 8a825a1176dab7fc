import { type DataTable, Given } from '@cucumber/cucumber';
import { describeAnswer } from '../../harness/cast/describe-answer';
import { entriesOf } from '../../harness/cast/entries';
import type { RequestDraft } from '../../harness/cast/originator';
import { reachedIn } from '../../harness/cast/reached';
import { Turn } from '../../harness/cast/turn';
import { check } from '../../harness/verdict/check';
import type { Operation } from '../../protocol/model/operation';
import { isFailure } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Choice, Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { identifierOf, readTable, type Given as Table } from './cells';
import { choiceParameters, createGroup, createIn, draftTo, updateOf } from './drafts';
import { fannedOut, speakingFor } from './fanned-out';
import { checkStatus } from './judged-answer';
import { eventually } from './resource-now';

/** Something that happened before the stimulus and must have gone well. */
async function succeed(world: FlowproofWorld, by: string, draft: RequestDraft): Promise<Turn> {
  const turn = await world.stimulate(await world.scene.originator(by), draft);
  checkSuccess(turn, await turn.answer());
  return turn;
}

function checkSuccess(turn: Turn, answer: Awaited<ReturnType<Turn['answer']>>): void {
  check(!isFailure(answer), turn.description, 'a success', describeAnswer(answer));
}

Given('{name} is deleted', async function (this: FlowproofWorld, name: string) {
  await succeed(this, 'AE1', draftTo(this, 'delete', { name, suffix: '' }));
});

Given('{path} is updated with:', async function (this: FlowproofWorld, path: Path, table: DataTable) {
  await succeed(this, 'AE1', updateOf(this, path, readTable(this, table.raw())));
});

Given(
  'the members of {name} are changed to {members}',
  async function (this: FlowproofWorld, name: string, members: readonly Path[]) {
    const memberIDs = members.map((member) => identifierOf(this, member));
    await succeed(
      this,
      'AE1',
      updateOf(this, { name, suffix: '' }, { parameters: {}, attributes: { memberIDs } }),
    );
  },
);

Given('the members of {name} are changed to nobody', async function (this: FlowproofWorld, name: string) {
  await succeed(
    this,
    'AE1',
    updateOf(this, { name, suffix: '' }, { parameters: {}, attributes: { memberIDs: [] } }),
  );
});

Given(
  '{originator} has retrieved {path} expecting results within {duration}',
  async function (this: FlowproofWorld, by: string, path: Path, milliseconds: number) {
    await succeed(
      this,
      by,
      draftTo(this, 'retrieve', path, { resultExpirationTimestamp: String(milliseconds) }),
    );
  },
);

Given(
  '{originator} has subscribed through {path} with forwarding to {name}',
  async function (this: FlowproofWorld, by: string, path: Path, target: string) {
    const { address } = await this.scene.notificationTarget(target);
    const attributes = { notificationURI: [address], notificationForwardingURI: address };
    const given: Table = { parameters: {}, attributes };
    const turn = await succeed(
      this,
      by,
      createIn(this, 'subscription', `subscription of ${target}`, path, given),
    );
    const entries = entriesOf(await turn.answer(), this.scene.places);
    for (const { response } of entries) checkStatus(response, turn.description, [RSC.CREATED]);
  },
);

Given(
  "{host} has fanned out {originator}'s {operation} to {path} with group request identifier {string}",
  async function (
    this: FlowproofWorld,
    host: string,
    originator: string,
    operation: Operation,
    path: Path,
    identifier: string,
  ) {
    const by = await speakingFor(this, host, originator);
    const parameters = { groupRequestIdentifier: this.groupRequestIdentifier(identifier) };
    const turn = await this.stimulate(by, fannedOut(this, operation, path, { parameters, attributes: {} }));
    checkSuccess(turn, await turn.answer());
  },
);

Given(
  '{originator} has created a group {name} under its remoteCSE with:',
  async function (this: FlowproofWorld, by: string, name: string, table: DataTable) {
    await this.scene.originator(by);
    const parent = `${by}'s remoteCSE`;
    const turn = await succeed(this, by, createGroup(this, name, readTable(this, table.raw()), parent));
    await this.rememberCreated(name, turn, parent);
  },
);

Given(
  '{originator} is waiting for {path} from {choice}',
  async function (this: FlowproofWorld, by: string, path: Path, choice: Choice) {
    const draft = draftTo(this, 'retrieve', path, choiceParameters(this, choice));
    const turn = Turn.start(this.scene, await this.scene.originator(by), draft);
    await this.quiet();
    await eventually(this, async () => checkUnderWay(this, turn, choice));
  },
);

/** What arrives only after the next request has left would pass for a part of that. */
function checkUnderWay({ scene }: FlowproofWorld, turn: Turn, choice: Choice): void {
  const expected = 'any' in choice ? choice.any : choice.targets.length;
  const { length } = reachedIn(scene, turn);
  const what = `the members that were asked by ${turn.by.name}, who is waiting`;
  check(length >= expected, what, String(expected), String(length));
}
