import type { DataTable } from '@cucumber/cucumber';
import type { AddressForm } from '../../harness/cast/place';
import type { Operation } from '../../protocol/model/operation';
import { FilterUsage } from '../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import type { Choice, Path } from '../parameter-types';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { type Parameters, readTable } from './cells';
import { choiceParameters, createGroup, createIn, draftTo, updateOf } from './drafts';

async function request(
  world: FlowproofWorld,
  originator: string,
  draft: Parameters & { operation: Operation; to: string },
) {
  return world.stimulate(await world.scene.originator(originator), draft);
}

stimulus(
  '{originator} creates a group {name} with:',
  async function (originator: string, name: string, table: DataTable) {
    await this.scene.originator('AE1');
    const turn = await request(this, originator, createGroup(this, name, readTable(this, table.raw())));
    await this.rememberCreated(name, turn);
  },
);

stimulus(
  '{originator} creates a group {name} under its remoteCSE with:',
  async function (originator: string, name: string, table: DataTable) {
    await this.scene.originator(originator);
    const parent = `${originator}'s remoteCSE`;
    const turn = await request(
      this,
      originator,
      createGroup(this, name, readTable(this, table.raw()), parent),
    );
    await this.rememberCreated(name, turn, parent);
  },
);

stimulus(
  '{originator} creates a {type} {name} in {path}',
  async function (originator: string, kind: string, name: string, path: Path) {
    await request(this, originator, createIn(this, kind, name, path));
  },
);

stimulus(
  '{originator} creates a {type} {name} in {path} with:',
  async function (originator: string, kind: string, name: string, path: Path, table: DataTable) {
    await request(this, originator, createIn(this, kind, name, path, readTable(this, table.raw())));
  },
);

stimulus(
  '{originator} creates a {type} {name} in {path} for {choice}',
  async function (originator: string, kind: string, name: string, path: Path, choice: Choice) {
    await request(this, originator, {
      ...createIn(this, kind, name, path),
      ...choiceParameters(this, choice),
    });
  },
);

stimulus('{originator} {does} {path}', async function (originator: string, operation: Operation, path: Path) {
  await request(this, originator, draftTo(this, operation, path));
});

stimulus(
  '{originator} {does} {path} with:',
  async function (originator: string, operation: Operation, path: Path, table: DataTable) {
    await request(this, originator, draftTo(this, operation, path, readTable(this, table.raw()).parameters));
  },
);

stimulus(
  '{originator} {does} {path} from {choice}',
  async function (originator: string, operation: Operation, path: Path, choice: Choice) {
    await request(this, originator, draftTo(this, operation, path, choiceParameters(this, choice)));
  },
);

stimulus(
  '{originator} {does} {path} from {choice}, {int} times',
  async function (originator: string, operation: Operation, path: Path, choice: Choice, times: number) {
    for (let turn = 0; turn < times; turn += 1) {
      await request(this, originator, draftTo(this, operation, path, choiceParameters(this, choice)));
    }
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
    await request(
      this,
      originator,
      draftTo(this, operation, path, { resultExpirationTimestamp: String(milliseconds) }),
    );
  },
);

stimulus(
  '{originator} discovers the containers below {path}',
  async function (originator: string, path: Path) {
    const filterCriteria = { filterUsage: FilterUsage.discovery, resourceType: [ResourceType.container] };
    await request(this, originator, draftTo(this, 'retrieve', path, { filterCriteria }));
  },
);

stimulus(
  '{originator} updates {path} with:',
  async function (originator: string, path: Path, table: DataTable) {
    await this.scene.originator(originator);
    await request(this, originator, updateOf(this, path, readTable(this, table.raw())));
  },
);

stimulus(
  '{originator} updates {path} for {choice} with:',
  async function (originator: string, path: Path, choice: Choice, table: DataTable) {
    const draft = updateOf(this, path, readTable(this, table.raw()));
    await request(this, originator, { ...draft, ...choiceParameters(this, choice) });
  },
);
