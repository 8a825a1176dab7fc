import type { KnownSession } from '../../../harness/cast/session/known-session';
import { changed } from '../../../harness/cast/session/manner';
import { byTheBook, type Protection } from '../../../harness/cast/session/protections';
import { policyDeletion, policyOn, updateIn } from '../../../harness/cast/session/session-drafts';
import type { Turn } from '../../../harness/cast/turn';
import type { AttributeValue } from '../../../protocol/model/attribute-value';
import type { Operation } from '../../../protocol/model/operation';
import type { Path } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import { identifierOf } from '../cells';
import { identified, playOf, stimulate } from './play';
import { type SentRows, unquoted } from './rows';

type Rows = Partial<SentRows>;

export interface Establishment {
  readonly session: string;
  readonly initiating: string;
  readonly target: string;
}

export async function establish(
  world: FlowproofWorld,
  { session, initiating, target }: Establishment,
  { changes = {}, parameters = {}, special }: Rows = {},
): Promise<Turn> {
  const play = playOf(world);
  const collection = special?.get('collection');
  const { by, draft } = await play.establishment({
    session,
    initiating,
    target,
    changes,
    parameters,
    ...(collection !== undefined && { collection }),
  });
  const turn = stimulate(world, { party: initiating, by, message: 'establishment', session, draft });
  play.follow(session, turn);
  return turn;
}

export interface PolicyWords {
  readonly party: string;
  readonly policy: string;
  readonly session: string;
}

export async function setPolicy(
  world: FlowproofWorld,
  { party, policy, session: name }: PolicyWords,
  { changes = {}, parameters = {}, windows = [] }: Rows,
): Promise<Turn> {
  const play = playOf(world);
  const session = await identified(world, name);
  const by = await play.speakerFor(party);
  const attributes = changed({ resourceName: world.realName(policy) }, changes);
  const resourceName = String(attributes.resourceName ?? '');
  const known = { name: policy, resourceName, by: party, windows };
  session.policies.push(known);
  const draft = { ...policyOn(play.asSeenBy(by, play.addressOf(session)), attributes), ...parameters };
  const turn = stimulate(world, { party, by, message: 'policy', session: name, draft });
  void turn.outcome.then(
    (outcome) => {
      const { content } = outcome.kind === 'answer' ? outcome.response : {};
      if (content?.kind !== 'resource') return;
      const given = content.resource.attributes.resourceName;
      if (typeof given === 'string') known.resourceName = given;
    },
    () => undefined,
  );
  return turn;
}

export async function deletePolicy(world: FlowproofWorld, party: string, policy: string): Promise<Turn> {
  const play = playOf(world);
  const { session, resourceName } = policyNamed(world, policy);
  const by = await play.speakerFor(party);
  const draft = policyDeletion(play.asSeenBy(by, play.addressOf(session)), resourceName);
  return stimulate(world, { party, by, message: 'deletion of the policy', session: session.name, draft });
}

export function policyNamed(
  world: FlowproofWorld,
  name: string,
): { readonly session: KnownSession; readonly resourceName: string } {
  for (const session of playOf(world).sessions) {
    const policy = session.policies.findLast((candidate) => candidate.name === name);
    if (policy) return { session, resourceName: policy.resourceName };
  }
  throw new Error(`nobody has set a policy "${name}" in this scenario`);
}

export interface UseWords {
  readonly party: string;
  readonly path: Path;
  readonly session: string;
}

export async function update(
  world: FlowproofWorld,
  { party, path, session: name }: UseWords,
  { protection = byTheBook, rows = {} }: { protection?: Protection | undefined; rows?: Rows } = {},
): Promise<Turn> {
  const session = await identified(world, name);
  const protectedData = await protectedBy(world, session, { party, protection });
  return sendUpdate(world, { party, path, session: name }, { protectedData, rows });
}

/** An update with these very octets. */
export async function sendUpdate(
  world: FlowproofWorld,
  { party, path, session: name }: UseWords,
  { protectedData, rows = {} }: { protectedData: AttributeValue; rows?: Rows },
): Promise<Turn> {
  const play = playOf(world);
  const session = await identified(world, name);
  const by = await play.originatorFor(party);
  const book = updateIn(addressFor(world, party, path), session.sessionID, protectedData);
  const draft = withRows(world, book, { rows, patience: patienceIn(session) });
  const turn = stimulate(world, { party, by, message: 'update', session: name, draft });
  const { requestIdentifier } = turn;
  session.sent.push({ party, data: protectedData, requestIdentifier });
  return turn;
}

/** Where a window may be waited for the request says for how long, so that no limit of the target counts. */
function patienceIn({ policies }: KnownSession): { readonly resultExpirationTimestamp?: string } {
  const waits = policies.some(({ windows }) => windows.length > 0);
  return waits ? { resultExpirationTimestamp: LONG_ENOUGH } : {};
}

const LONG_ENOUGH = '60000';

function withRows(
  world: FlowproofWorld,
  book: ReturnType<typeof updateIn>,
  { rows, patience }: { rows: Rows; patience: ReturnType<typeof patienceIn> },
) {
  const { changes = {}, parameters = {}, special } = rows;
  const resource = book.content?.kind === 'resource' ? book.content.resource : undefined;
  if (!resource) throw new Error('an update has a resource');
  const isBare = special?.get('protected data') === '(absent)';
  const attributes = changed(
    resource.attributes,
    isBare ? { ...changes, protectedData: undefined } : changes,
  );
  const inQuery = special?.get('sessionID in the query');
  const sessionID = inQuery === undefined ? undefined : playOf(world).session(unquoted(inQuery)).sessionID;
  const content = { kind: 'resource', resource: { ...resource, attributes } } as const;
  return { ...book, content, ...patience, ...parameters, ...(sessionID !== undefined && { sessionID }) };
}

async function protectedBy(
  world: FlowproofWorld,
  session: KnownSession & { readonly sessionID: string },
  { party, protection }: { party: string; protection: Protection },
): Promise<AttributeValue> {
  return protection({
    key: session.key,
    sessionID: session.sessionID,
    issuer: await playOf(world).cast.idOf(party),
    sequence: session.nextSequence(party),
    seed: world.scene.stage.unique('protected'),
  });
}

/** An operation without content, with the identifier of the session in the query. */
export async function askIn(
  world: FlowproofWorld,
  operation: Operation,
  { party, path, session: name }: UseWords,
): Promise<Turn> {
  const session = await identified(world, name);
  const { sessionID } = session;
  const by = await playOf(world).originatorFor(party);
  const draft = { operation, to: addressFor(world, party, path), sessionID, ...patienceIn(session) };
  const message = operation === 'retrieve' ? 'retrieve' : undefined;
  return stimulate(world, { party, by, message, session: name, draft });
}

/** What stands at the target is named within it only by those that are registered there. */
export function addressFor(world: FlowproofWorld, party: string, path: Path): string {
  const play = playOf(world);
  const away = !play.cast.isAtTarget(party);
  const form = path.form ?? (away ? 'SP-relative structured' : undefined);
  return identifierOf(world, form === undefined ? path : { ...path, form });
}

/** `byIdentifier`: at the CSE under the identifier of the session, whatever its path is. */
export async function endSession(
  world: FlowproofWorld,
  party: string,
  name: string,
  { byIdentifier = false } = {},
): Promise<Turn> {
  const play = playOf(world);
  const session = await identified(world, name);
  const by = await play.speakerFor(party);
  const { cseID } = world.scene.stage.cse;
  const isDownstream =
    play.cast.playerOf(session.target) === play.cast.playerOf(party) && by.id.startsWith('/');
  const address = byIdentifier || isDownstream ? `${cseID}/${session.sessionID}` : play.addressOf(session);
  const draft = { operation: 'delete', to: play.asSeenBy(by, address) } as const;
  return stimulate(world, { party, by, message: 'termination', session: name, draft });
}
