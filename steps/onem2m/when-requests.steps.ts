import type { DataTable } from '@cucumber/cucumber';
import type { Operation } from '../../protocol/model/operation';
import type { AddressForm } from '../../harness/cast/place';
import { Turn } from '../../harness/cast/turn';
import type { Choice, Path } from '../parameter-types';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { type Parameters, readTable } from './cells';
import { choiceParameters, createGroup, createIn, draftTo, notificationTo, updateOf } from './drafts';

async function request(world: FlowproofWorld, originator: string, draft: Parameters & { operation: Operation; to: string }) {
  return world.stimulate(await world.scene.originator(originator), draft);
}

stimulus('{originator} creates a group {name} with:', async function (originator: string, name: string, table: DataTable) {
  await this.scene.originator('AE1');
  const turn = await request(this, originator, createGroup(this, name, readTable(this, table.raw())));
  await this.rememberCreated(name, turn);
});

stimulus('{originator} creates a group {name} at the CSEBase with:', async function (originator: string, name: string, table: DataTable) {
  await this.scene.originator('AE1');
  const turn = await request(this, originator, createGroup(this, name, readTable(this, table.raw()), 'the CSE'));
  await this.rememberCreated(name, turn, 'the CSE');
});

stimulus('{originator} creates a {type} {name} in {path}', async function (originator: string, kind: string, name: string, path: Path) {
  await request(this, originator, createIn(this, kind, name, path));
});

stimulus(
  '{originator} creates a {type} {name} in {path} with:',
  async function (originator: string, kind: string, name: string, path: Path, table: DataTable) {
    await request(this, originator, createIn(this, kind, name, path, readTable(this, table.raw())));
  },
);

stimulus(
  '{originator} creates a {type} {name} in {path} for {choice}',
  async function (originator: string, kind: string, name: string, path: Path, choice: Choice) {
    await request(this, originator, { ...createIn(this, kind, name, path), ...choiceParameters(this, choice) });
  },
);

stimulus('{originator} {does} {path}', async function (originator: string, operation: Operation, path: Path) {
  await request(this, originator, draftTo(this, operation, path));
});

stimulus('{originator} {does} {path} with:', async function (originator: string, operation: Operation, path: Path, table: DataTable) {
  await request(this, originator, draftTo(this, operation, path, readTable(this, table.raw()).parameters));
});

stimulus('{originator} {does} {path} from {choice}', async function (originator: string, operation: Operation, path: Path, choice: Choice) {
  await request(this, originator, draftTo(this, operation, path, choiceParameters(this, choice)));
});

stimulus(
  '{originator} {does} {path} from {choice}, {int} times',
  async function (originator: string, operation: Operation, path: Path, choice: Choice, times: number) {
    for (let turn = 0; turn < times; turn += 1) {
      await request(this, originator, draftTo(this, operation, path, choiceParameters(this, choice)));
    }
  },
);

stimulus(
  '{originator} {does} {path} from {choice} without waiting',
  async function (originator: string, operation: Operation, path: Path, choice: Choice) {
    const draft = draftTo(this, operation, path, choiceParameters(this, choice));
    this.turns.push(Turn.start(this.scene, await this.scene.originator(originator), draft));
    await this.scene.stage.time.elapse(this.parameters.target.ixit.quietTime);
  },
);

stimulus(
  '{originator} {does} {path} with group request identifier {string}',
  async function (originator: string, operation: Operation, path: Path, identifier: string) {
    const parameters = { groupRequestIdentifier: this.groupRequestIdentifier(identifier) };
    await request(this, originator, draftTo(this, operation, path, parameters));
  },
);

stimulus(
  '{originator} {does} {path} by its {form} address',
  async function (originator: string, operation: Operation, path: Path, form: AddressForm) {
    await request(this, originator, draftTo(this, operation, { ...path, form }));
  },
);

stimulus(
  '{originator} {does} {path} expecting results within {duration}',
  async function (originator: string, operation: Operation, path: Path, milliseconds: number) {
    await request(this, originator, draftTo(this, operation, path, { resultExpirationTimestamp: String(milliseconds) }));
  },
);

stimulus('{originator} updates {path} with:', async function (originator: string, path: Path, table: DataTable) {
  await this.scene.originator(originator);
  await request(this, originator, updateOf(this, path, readTable(this, table.raw())));
});

stimulus('{originator} updates {path} for {choice} with:', async function (originator: string, path: Path, choice: Choice, table: DataTable) {
  const draft = updateOf(this, path, readTable(this, table.raw()));
  await request(this, originator, { ...draft, ...choiceParameters(this, choice) });
});

stimulus(
  '{originator} updates {path} for {choice}, {int} times with:',
  async function (originator: string, path: Path, choice: Choice, times: number, table: DataTable) {
    for (let turn = 1; turn <= times; turn += 1) {
      const rows = table.raw().map((row) => row.map((cell) => cell.replaceAll('<n>', String(turn))));
      const draft = updateOf(this, path, readTable(this, rows));
      await request(this, originator, { ...draft, ...choiceParameters(this, choice) });
    }
  },
);

stimulus('{originator} notifies {path}', async function (originator: string, path: Path) {
  await request(this, originator, notificationTo(this, path));
});

stimulus(
  '{originator} retrieves {path} and {originator} retrieves {path} at once',
  async function (one: string, first: Path, other: string, second: Path) {
    const originators = [await this.scene.originator(one), await this.scene.originator(other)] as const;
    const both = [
      Turn.start(this.scene, originators[0], draftTo(this, 'retrieve', first)),
      Turn.start(this.scene, originators[1], draftTo(this, 'retrieve', second)),
    ];
    this.turns.push(...both);
    await Promise.all(both.map((turn) => turn.finish()));
  },
);
