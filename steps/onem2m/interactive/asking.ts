import type { Originator, RequestDraft } from '../../../harness/cast/originator';
import type { Turn } from '../../../harness/cast/turn';
import { Inconclusive } from '../../../harness/verdict/deviation';
import type { Operation } from '../../../protocol/model/operation';
import type { ResponseType } from '../../../protocol/model/request-primitive';
import { ResponseTypeValue } from '../../../protocol/tables/onem2m/enumerations';
import { durationOf, type Path } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import { readTable } from '../cells';
import { fannedOut } from '../fanned-out';
import { listenerNamed } from './listener-reactions';
import type { Mode, Target } from './parameter-types';

/** What an application asks of the members of a group, and how it wants to learn of their results. */
export interface Question {
  readonly operation: Operation;
  readonly path: Path;
  readonly mode: Mode;
  readonly rows?: readonly (readonly string[])[];
}

/** Sends the request of IGO 2.2 step 1 and waits for its acceptance; no member answers before that has come. */
export async function ask(world: FlowproofWorld, originator: string, question: Question): Promise<Turn> {
  const by = await world.scene.originator(originator);
  const draft = await draftOf(world, question);
  return whileMembersWait(world, () => world.stimulate(by, draft));
}

/** The turns that asked for results to come later. */
export function askedRequests(world: FlowproofWorld): readonly Turn[] {
  return world.turns.filter(({ draft }) => draft.responseType !== undefined);
}

export function askedRequest(world: FlowproofWorld): Turn {
  const latest = askedRequests(world).at(-1);
  if (!latest) throw new Error('no request of this scenario asks for results to come later');
  return latest;
}

async function draftOf(
  world: FlowproofWorld,
  { operation, path, mode, rows }: Question,
): Promise<RequestDraft> {
  const given = readTable(world, persistenceRead(world, rows ?? []));
  const absent = [...(given.absent ?? []), 'resourceName'];
  const draft = fannedOut(world, operation, path, { ...given, absent });
  return { ...draft, responseType: await responseTypeOf(world, mode) };
}

async function responseTypeOf(world: FlowproofWorld, mode: Mode): Promise<ResponseType> {
  if (mode.kind === 'synch') return { value: ResponseTypeValue.nonBlockingRequestSynch };
  const value = ResponseTypeValue.nonBlockingRequestAsynch;
  if (mode.targets === undefined) return { value };
  const named = await Promise.all(mode.targets.map((target) => addressesOf(world, target)));
  return { value, notificationURIs: named.flat() };
}

/** An application is named by its AE-ID, a plain notification target by its URL. */
async function addressesOf(world: FlowproofWorld, target: Target): Promise<readonly string[]> {
  if ('literal' in target) return target.literal.split('&');
  if (!target.listener.startsWith('AE')) return [(await listenerNamed(world, target.listener)).address];
  return [(await world.scene.originator(target.listener)).id];
}

/** The members answer when the acceptance is there; a target that waits for them gets their answers all the same. */
async function whileMembersWait(world: FlowproofWorld, send: () => Promise<Turn>): Promise<Turn> {
  const { time, target } = world.scene.stage;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const callOff = time.after(target.ixit.responseTimeout / 2, () => release());
  for (const host of world.scene.hosts()) host.holdUntil(released);
  const turn = await send();
  callOff();
  release();
  return turn;
}

/** Result Persistence in the words of a table; longer than the target keeps results at all is nothing to test with. */
function persistenceRead(
  world: FlowproofWorld,
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const { maximumKeepTime } = world.parameters.target.ixit.igo;
  return rows.map(([name = '', cell = '']) => {
    if (name !== 'Result Persistence') return [name, cell];
    if (cell === 'as long as the CSE allows') return [name, String(maximumKeepTime)];
    if (cell === 'longer than the CSE allows') return [name, String(10 * maximumKeepTime)];
    const isDuration = /^\d+ \w+s?$/.test(cell);
    if (isDuration && world.scaled(durationOf(cell)) > maximumKeepTime)
      throw new Inconclusive(`the target keeps results for ${maximumKeepTime} ms at most, less than ${cell}`);
    return [name, cell];
  });
}

/** The originator of a request, who alone may inquire its results. */
export function askedBy(world: FlowproofWorld): Originator {
  return askedRequest(world).by;
}
