import { Turn } from '../../harness/cast/turn';
import type { Operation } from '../../protocol/model/operation';
import type { Path } from '../parameter-types';
import { stimulus } from '../say';
import { fannedOut, speakingFor } from './fanned-out';

stimulus(
  "{host} fans out {originator}'s {operation} to {path} with group request identifier {string}",
  async function (host: string, originator: string, operation: Operation, path: Path, identifier: string) {
    const by = await speakingFor(this, host, originator);
    const parameters = { groupRequestIdentifier: this.groupRequestIdentifier(identifier) };
    await this.stimulate(by, fannedOut(this, operation, path, { parameters, attributes: {} }));
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
