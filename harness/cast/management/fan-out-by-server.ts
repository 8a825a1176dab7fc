import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import { statusCode } from '../../../protocol/tables/syncml/status-codes';
import { UNNUMBERED } from './command-building';
import { groupURI } from './gateway-configuration';
import { manage } from './manage';
import type { ManagementScene } from './management-scene';
import { addLeaf, replaceLeaf } from './node-commands';
import { codeFor } from './outcomes';
import type { Packages, ServerJob } from './server-job';
import type { CommandOutcome, ServerSideSession } from './server-side-session';

/** A fan-out that the server tester has started, or wanted to. @see GFO steps 2, 3 */
export interface FanOutRun {
  /** As it was set. */
  readonly commands: string;
  /** Name of the group in the scenario, where it was one. */
  readonly group: string | undefined;
  readonly members: readonly string[];
  readonly correlator: string | undefined;
  readonly job: ServerJob;
  /** Of the Exec. */
  readonly start: CommandOutcome | undefined;
  readonly startedAt: number;
  /** How many alerts the server had got before. */
  readonly alertsBefore: number;
}

export interface FanOutWish {
  readonly commands: string;
  readonly group: string;
  readonly correlator: string | undefined;
}

/** Sets both nodes and executes Start, in one session; a node that is absent is added. */
export async function fanOut(scene: ManagementScene, wish: FanOutWish): Promise<FanOutRun> {
  const settings = { ToBeFannedOut: wish.commands, TargetGroupRef: groupURI(scene, wish.group) };
  const before = alertCount(scene);
  const startedAt = scene.stage.time.now();
  const job = await manage(scene, {
    packages: () => settingAndStarting(scene, settings, wish.correlator),
  });
  const members = [...(scene.groups.get(wish.group) ?? [])];
  const start = job.outcomes.findLast(({ command }) => command.kind === 'Exec');
  return { ...wish, members, job, start, startedAt, alertsBefore: before };
}

function* settingAndStarting(
  scene: ManagementScene,
  settings: { readonly [node: string]: string },
  correlator: string | undefined,
): Packages {
  yield* setting(scene, settings);
  yield [startCommand(scene, correlator)];
}

/** Replaces nodes of the fan-out object, and adds those that are not there. */
export function* setting(scene: ManagementScene, settings: { readonly [node: string]: string }): Packages {
  const nodes = Object.entries(settings).map(([name, value]) => {
    const format = name === 'ToBeFannedOut' ? 'xml' : 'chr';
    return { uri: fanOutURI(scene, name), value, format };
  });
  const session: ServerSideSession = yield nodes.map(({ uri, value, format }) =>
    replaceLeaf(uri, value, format),
  );
  const absent = nodes.filter(({ uri }) => codeOf(session, uri) === statusCode('NOT_FOUND'));
  if (absent.length > 0) yield absent.map(({ uri, value, format }) => addLeaf(uri, value, format));
}

function codeOf({ outcomes }: ServerSideSession, uri: string): number | undefined {
  const outcome = outcomes.findLast(
    ({ command }) => 'items' in command && command.items.some(({ target }) => target?.uri === uri),
  );
  return outcome === undefined ? undefined : codeFor(outcome, uri);
}

export function startCommand(scene: ManagementScene, correlator: string | undefined): SyncMLCommand {
  return {
    kind: 'Exec',
    commandID: UNNUMBERED,
    ...(correlator !== undefined && { correlator }),
    items: [{ target: { uri: fanOutURI(scene, 'Start') } }],
  };
}

/** Local URI of a node of the fan-out object. */
export function fanOutURI({ stage }: ManagementScene, name: string): string {
  return `${stage.underTest.roots.fanOut}/FanOut/${name}`;
}

export function resultsURI({ stage }: ManagementScene): string {
  return `${stage.underTest.roots.fanOut}/Results`;
}

function alertCount({ server }: ManagementScene): number {
  return server.sessions.flatMap(({ alerts }) => alerts).length;
}
