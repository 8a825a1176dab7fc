import type { DataTable } from '@cucumber/cucumber';
import type { Operation } from '../../protocol/model/operation';
import { Originator, type RequestDraft } from '../../harness/cast/originator';
import { Turn } from '../../harness/cast/turn';
import type { Path } from '../parameter-types';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { type Given, readTable } from './cells';
import { createIn, draftTo, notificationTo, updateOf } from './drafts';

/** What a group-hosting CSE would send on: From of the Originator, straight to the member. */
function fannedOut(world: FlowproofWorld, operation: Operation, path: Path, given: Given): RequestDraft {
  switch (operation) {
    case 'create':
      return createIn(world, 'contentInstance', 'ci', path, given);
    case 'update': {
      const attributes = { labels: ['touched'], ...given.attributes };
      return updateOf(world, path, { parameters: given.parameters, attributes });
    }
    case 'notify':
      return { ...notificationTo(world, path), ...given.parameters };
    default:
      return draftTo(world, operation, path, given.parameters);
  }
}

/** A sender at a scripted CSE that speaks for one of the originators. */
async function speakingFor(world: FlowproofWorld, host: string, originator: string): Promise<Originator> {
  await world.scene.host(host);
  const { id } = await world.scene.originator(originator);
  return new Originator(world.scene.stage, host, id);
}

stimulus(
  "{host} fans out {originator}'s {operation} to {path} with group request identifier {string}",
  async function (host: string, originator: string, operation: Operation, path: Path, identifier: string) {
    const by = await speakingFor(this, host, originator);
    const parameters = { groupRequestIdentifier: this.groupRequestIdentifier(identifier) };
    await this.stimulate(by, fannedOut(this, operation, path, { parameters, attributes: {} }));
  },
);

stimulus(
  "{host} fans out {originator}'s {operation} to {path} with:",
  async function (host: string, originator: string, operation: Operation, path: Path, table: DataTable) {
    const by = await speakingFor(this, host, originator);
    await this.stimulate(by, fannedOut(this, operation, path, readTable(this, table.raw())));
  },
);

stimulus(
  "{host} fans out {originator}'s {operation} to {path} with group request identifier {string} twice at once",
  async function (host: string, originator: string, operation: Operation, path: Path, identifier: string) {
    const by = await speakingFor(this, host, originator);
    const parameters = { groupRequestIdentifier: this.groupRequestIdentifier(identifier) };
    const draft = fannedOut(this, operation, path, { parameters, attributes: {} });
    const both = [Turn.start(this.scene, by, draft), Turn.start(this.scene, by, draft)];
    this.turns.push(...both);
    await Promise.all(both.map((turn) => turn.finish()));
  },
);
