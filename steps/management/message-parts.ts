import type { SessionView, TargetMessage } from '../../harness/cast/management/session-view';
import { check, show } from '../../harness/verdict/check';
import type { FlowproofWorld } from '../world';
import type { MessageChoice } from './message-choice';
import { checkIdentifiers, checkMessageIDs, checkStatusOf } from './message-identifiers';
import { octetsHold, shapeHolds } from './message-shape';
import { playOf } from './play';

/** The messages that a table speaks of. */
export interface LookedAt {
  readonly view: SessionView;
  readonly messages: readonly TargetMessage[];
  readonly choice: MessageChoice;
  readonly target: string;
}

/** A row of a table about messages: `MsgID | rising by one from 1`. */
export function checkPart(world: FlowproofWorld, at: LookedAt, part: string, value: string): void {
  const what = `${part} in ${at.choice} of ${at.target}`;
  if (shapeHolds(world, at, part, value, what) || octetsHold(at, part, value, what)) return;
  if (part.startsWith('Status of ')) checkStatusOf(at, part.slice('Status of '.length), value, what);
  else if (part === 'CmdID') checkIdentifiers(at, value, what);
  else if (part === 'MsgID') checkMessageIDs(at, value, what);
  else checkFound(world, at, { part, value, what });
}

interface Row {
  readonly part: string;
  readonly value: string;
  readonly what: string;
}

function checkFound(world: FlowproofWorld, at: LookedAt, { part, value, what }: Row): void {
  const found = at.messages.map((one) => valuesOf(one, part));
  const all = found.flat();
  const actual = all.map(show).join(', ') || 'nothing';
  const byWord = wordHolds(at, value, found);
  if (byWord !== undefined) {
    check(byWord, what, value, actual);
    return;
  }
  const expected = meant(world, at, value);
  const isOneOf = (text: string): boolean => expected.includes(text);
  // There may be more alerts than the one that is looked for.
  const holds = part === 'Alert' ? all.some(isOneOf) : all.length > 0 && all.every(isOneOf);
  check(holds, what, expected.join(' or '), actual);
}

/** Whether a word of a table holds; `undefined` where the value is none. */
function wordHolds(
  { choice, messages }: LookedAt,
  value: string,
  found: readonly (readonly string[])[],
): boolean | undefined {
  const all = found.flat();
  switch (value) {
    case 'there':
    case '(any)':
      return choice === 'every message' ? found.every(({ length }) => length > 0) : all.length > 0;
    case 'absent':
      return all.length === 0;
    case 'in the last message only':
      return isOnlyInLast(messages, found);
    case 'the same in every message':
      return new Set(all).size === 1;
    case 'at most 4 characters':
      return all.every(({ length }) => length > 0 && length <= LONGEST_SESSION_ID);
    case '1 to 4 hexadecimal digits':
      return all.every((text) => /^[1-9A-F][0-9A-F]{0,3}$/.test(text));
    default:
      return undefined;
  }
}

/** @see SyncHdrType */
const LONGEST_SESSION_ID = 4;

/** Of each package of a client; package 1 comes again after a challenge. */
function isOnlyInLast(messages: readonly TargetMessage[], found: readonly (readonly string[])[]): boolean {
  const later = messages.flatMap((message, at) => (message.package === 1 ? [] : [found[at] ?? []]));
  return later.length > 0 && later.every(({ length }, at) => length > 0 === (at === later.length - 1));
}

/** What a value of a table stands for. */
function meant(world: FlowproofWorld, { view }: LookedAt, value: string): readonly string[] {
  const { scene, woken, clientSession } = playOf(world);
  const { serverID, serverAddress, deviceID } = (clientSession?.tester ?? scene.stage.underTest).account;
  const isServer = view.target === 'server';
  switch (value) {
    case 'its own name':
      return isServer ? [serverID, serverAddress] : [deviceID];
    case 'the name of its peer':
      return isServer ? [deviceID] : [serverID, serverAddress];
    case 'that of the client':
      return view.fromTester.slice(0, 1).map(({ header }) => header.sessionID);
    case 'that of the notification':
      return [(woken?.sessionID ?? 0).toString(16).toUpperCase()];
    default:
      return [value];
  }
}

/** The values of a part in one message. */
function valuesOf({ message }: TargetMessage, part: string): readonly string[] {
  const { header, commands, final } = message;
  const [, node] = /^Replace (.*)$/.exec(part) ?? [];
  if (node !== undefined) {
    const items = commands.flatMap((one) => (one.kind === 'Replace' ? one.items : []));
    const named = items.filter(({ source, target }) => (source ?? target)?.uri === node);
    return named.map(({ data }) => (typeof data === 'string' ? data : ''));
  }
  const simple: { readonly [name: string]: readonly (string | number | undefined)[] } = {
    VerDTD: [header.versionDTD],
    VerProto: [header.versionProtocol],
    SessionID: [header.sessionID],
    Source: [header.source.uri],
    Target: [header.target.uri],
    RespURI: [header.responseURI],
    Cred: [header.credential?.data],
    'Cred Format': [header.credential?.meta?.format],
    Final: [final ? 'there' : undefined],
    MaxMsgSize: [header.meta?.maxMessageSize],
    MaxObjSize: [header.meta?.maxObjectSize],
    Alert: commands.map((one) => (one.kind === 'Alert' ? one.code : undefined)),
  };
  const values = simple[part];
  if (values === undefined) throw new Error(`"${part}" is no part of a message that a table can name`);
  return values.flatMap((one) => (one === undefined ? [] : [String(one)]));
}
