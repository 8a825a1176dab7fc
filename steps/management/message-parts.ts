import type { SessionView, TargetMessage } from '../../harness/cast/management/session-view';
import { check, show } from '../../harness/verdict/check';
import type { StatusCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import type { FlowproofWorld } from '../world';
import { octetsHold, shapeHolds } from './message-shape';
import { outcomeOf } from './outcome';
import type { MessageChoice } from './parameter-types';
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
  if (part.startsWith('Status of ')) return checkStatus(at, part.slice('Status of '.length), value, what);
  if (part === 'CmdID') return checkIdentifiers(at, value, what);
  if (part === 'MsgID') return checkMessageIDs(at, value, what);
  const found = at.messages.map((one) => valuesOf(one, part));
  checkFound(world, at, { part, value, what, found });
}

interface Found {
  readonly part: string;
  readonly value: string;
  readonly what: string;
  /** By message. */
  readonly found: readonly (readonly string[])[];
}

function checkFound(world: FlowproofWorld, at: LookedAt, { part, value, what, found }: Found): void {
  const all = found.flat();
  const actual = all.map(show).join(', ') || 'nothing';
  const inEach = at.choice === 'every message';
  switch (value) {
    case 'there':
    case '(any)':
      return check(
        inEach ? found.every(({ length }) => length > 0) : all.length > 0,
        what,
        'something',
        actual,
      );
    case 'absent':
      return check(all.length === 0, what, 'nothing', actual);
    case 'in the last message only':
      return check(
        found.every(({ length }, index) => length > 0 === (index === found.length - 1)),
        what,
        value,
        actual,
      );
    case 'the same in every message':
      return check(new Set(all).size === 1, what, value, actual);
    case 'at most 4 characters':
      return check(
        all.every(({ length }) => length > 0 && length <= 4),
        what,
        value,
        actual,
      );
    case '1 to 4 hexadecimal digits':
      return check(
        all.every((text) => /^[1-9A-F][0-9A-F]{0,3}$/.test(text)),
        what,
        value,
        actual,
      );
    default: {
      const expected = meant(world, at, value);
      const holds = all.length > 0 && all.every((text) => expected.includes(text));
      check(
        part === 'Alert' ? expected.some((text) => all.includes(text)) : holds,
        what,
        expected.join(' or '),
        actual,
      );
    }
  }
}

/** What a value of a table stands for. */
function meant(world: FlowproofWorld, { view, target }: LookedAt, value: string): readonly string[] {
  const { scene, woken } = playOf(world);
  const account = playOf(world).clientSession?.tester.account ?? scene.stage.underTest.account;
  const { serverID, serverAddress, deviceID } = account;
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
      if (target === '') throw new Error('a table speaks of nobody');
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

function checkStatus({ messages }: LookedAt, command: string, value: string, what: string): void {
  const statuses = messages
    .flatMap(({ message }) => message.commands)
    .filter((one): one is StatusCommand => one.kind === 'Status' && one.command === command);
  const codes = statuses.map(({ code }) => code);
  const actual = codes.join(', ') || 'none';
  if (value === 'there') return check(codes.length > 0, what, 'one', actual);
  if (value === 'absent') return check(codes.length === 0, what, 'none', actual);
  const outcome = outcomeOf(value);
  check(codes.length > 0 && codes.every((code) => outcome.allows(code)), what, value, actual);
}

function checkIdentifiers({ messages }: LookedAt, value: string, what: string): void {
  for (const { message } of messages) {
    const identifiers = [...allCommands(message.commands)].map(({ commandID }) => commandID);
    const isSound = !identifiers.includes('0') && !identifiers.includes('');
    const holds = isSound && new Set(identifiers).size === identifiers.length;
    check(holds, what, value, identifiers.join(', '));
  }
}

function checkMessageIDs({ messages, view }: LookedAt, value: string, what: string): void {
  const identifiers = messages.map(({ message }) => message.header.messageID);
  const actual = identifiers.join(', ');
  const isRising = view.fromTarget.every(({ message }, index) => message.header.messageID === index + 1);
  if (value === 'rising by one from 1') return check(isRising, what, value, actual);
  check(
    identifiers.every((one) => String(one) === value),
    what,
    value,
    actual,
  );
}
