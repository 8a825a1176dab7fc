import { decodeCommandsXml } from '../../../protocol/codec/syncml/syncml-xml';
import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import { manage } from './manage';
import type { ManagementScene } from './management-scene';
import { getNode } from './node-commands';
import { codeFor } from './outcomes';
import type { Packages } from './server-job';
import type { ServerSideSession } from './server-side-session';
import { pathOf } from './tester-tree';

/** The answers of the devices as the gateway under test shows them to its server. @see GFO step 6 */
export interface Aggregate {
  readonly uri: string;
  /** The status of the Get of the node itself. */
  readonly code: number | undefined;
  readonly pairs: readonly AggregatePair[];
}

export interface AggregatePair {
  readonly node: string;
  readonly deviceID: string | undefined;
  readonly deResult: string | undefined;
  /** What DeResult says, where it is XML of commands. */
  readonly answers: readonly SyncMLCommand[] | undefined;
}

/** Gets a node, its children and their leaves. */
export async function readAggregate(scene: ManagementScene, uri: string): Promise<Aggregate> {
  const job = await manage(scene, { packages: () => reading(uri) });
  const { session } = job;
  if (session === undefined) return { uri, code: undefined, pairs: [] };
  const names = childrenIn(session, uri) ?? [];
  const pairs = names.map((name) => {
    const deResult = valueIn(session, `${uri}/${name}/DeResult`);
    const deviceID = valueIn(session, `${uri}/${name}/DeviceID`);
    return { node: `${uri}/${name}`, deviceID, deResult, answers: answersIn(deResult) };
  });
  return { uri, code: codeIn(session, uri), pairs };
}

/** Names of the children of a node; `undefined` where it cannot be got. */
export async function readChildren(
  scene: ManagementScene,
  uri: string,
): Promise<readonly string[] | undefined> {
  const job = await manage(scene, { packages: [getNode(uri)] });
  return job.session === undefined ? undefined : childrenIn(job.session, uri);
}

function* reading(uri: string): Packages {
  const session: ServerSideSession = yield [getNode(uri)];
  const names = childrenIn(session, uri) ?? [];
  if (names.length === 0) return;
  yield names.flatMap((name) => ['DeviceID', 'DeResult'].map((leaf) => getNode(`${uri}/${name}/${leaf}`)));
}

function codeIn({ outcomes }: ServerSideSession, uri: string): number | undefined {
  const outcome = outcomes.find(
    ({ command }) => command.kind === 'Get' && command.items[0]?.target?.uri === uri,
  );
  return outcome && codeFor(outcome, uri);
}

/** Who knows what became of commands. */
export type ValueSource = Pick<ServerSideSession, 'outcomes'>;

/** The value that a Get of this node brought. */
export function valueIn({ outcomes }: ValueSource, uri: string): string | undefined {
  const got = outcomes.filter(({ command }) => {
    return command.kind === 'Get' && command.items.some(({ target }) => target?.uri === uri);
  });
  for (const { command, results } of got.reverse()) {
    const only = 'items' in command && command.items.length === 1;
    for (const { items, targetReference, sourceReference } of results) {
      const reference = sourceReference ?? targetReference;
      const item = items.find(({ source, target }) =>
        isSame(source?.uri ?? target?.uri ?? reference, uri, only),
      );
      if (item !== undefined) return textOf(item.data);
    }
  }
  return undefined;
}

function isSame(named: string | undefined, uri: string, only: boolean): boolean {
  return named === undefined ? only : pathAndQuery(named) === pathAndQuery(uri);
}

function pathAndQuery(uri: string): string {
  const [, query = ''] = uri.split('?', 2);
  return `${pathOf(uri)}?${query}`;
}

function textOf(data: string | Uint8Array | undefined): string {
  return typeof data === 'string' ? data : Buffer.from(data ?? []).toString('base64');
}

function childrenIn(session: ServerSideSession, uri: string): readonly string[] | undefined {
  const value = valueIn(session, uri);
  return value?.split('/').filter((name) => name !== '');
}

function answersIn(deResult: string | undefined): readonly SyncMLCommand[] | undefined {
  if (deResult === undefined) return undefined;
  const read = decodeCommandsXml(deResult);
  return read.ok ? read.value : undefined;
}
