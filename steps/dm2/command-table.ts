import type { DataTable } from '@cucumber/cucumber';
import type { DM2Scene } from '../../harness/cast/dm2/dm2-scene';
import type { Words } from '../../harness/cast/dm2/words';
import { Inconclusive } from '../../harness/verdict/deviation';
import type { FlowproofWorld } from '../world';
import { argumentOf } from './addresses';
import { ownSession } from './client-sessions';
import { readTree } from './device-tree';
import { playOf } from './play';

/** Commands as a table says them: verb, then arguments; cells may be empty at the end. */

const VALIDATOR = ' with its cv';

export function commandsOf(world: FlowproofWorld, table: DataTable): Words[] {
  return table.raw().map((cells) => wordsOf(world, cells));
}

export function wordsOf(world: FlowproofWorld, cells: readonly string[]): Words {
  const [verb = '', ...rest] = cells;
  const filled = rest.slice(0, rest.findLastIndex((cell) => cell !== '') + 1);
  return [verb, ...filled.map((cell) => cellOf(world, cell))];
}

function cellOf(world: FlowproofWorld, cell: string): string {
  const { scene, validators } = playOf(world);
  if (!cell.endsWith(VALIDATOR)) return argumentOf(scene, cell);
  const uri = argumentOf(scene, cell.slice(0, -VALIDATOR.length));
  return `${uri}?cv=${encodeURIComponent(validators.get(uri) ?? '')}`;
}

/** Learns the cache validators that a table speaks of, before the commands are sent. */
export async function learnValidators(world: FlowproofWorld, table: DataTable): Promise<void> {
  const { scene, validators } = playOf(world);
  const cells = table.raw().flat();
  const uris = cells.filter((cell) => cell.endsWith(VALIDATOR)).map((cell) => uriOf(scene, cell));
  if (uris.length === 0) return;
  for (const [uri, seen] of await readTree(world, uris)) {
    if (seen?.validator === undefined) throw new Inconclusive('the client reports no cache validators');
    validators.set(uri, seen.validator);
  }
}

function uriOf(scene: DM2Scene, cell: string): string {
  return argumentOf(scene, cell.slice(0, -VALIDATOR.length));
}

/** A subscription would outlive the scenario where the target does. */
export function revokeLater(world: FlowproofWorld, commands: readonly Words[]): void {
  const { scene } = playOf(world);
  for (const [verb, , uri] of commands) {
    if (verb !== 'SUB' || uri === undefined) continue;
    scene.undoLater(async () => void (await ownSession(world, [['UNSUB', uri]])));
  }
}

export function commandText(words: Words): string {
  return JSON.stringify(words);
}

export function commandsText(commands: readonly Words[]): string {
  return commands.length === 0 ? 'none' : commands.map(commandText).join(', ');
}
