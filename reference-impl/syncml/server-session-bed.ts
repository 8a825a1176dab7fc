import assert from 'node:assert/strict';
import { decodeSyncMLXml } from '../../protocol/codec/syncml/syncml-xml';
import type { AlertCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { countingIds } from '../runtime/counting-ids';
import { seededRandom } from '../runtime/seeded-random';
import { VirtualClock } from '../runtime/virtual-clock';
import { syncmlSize } from '../syncml-size';
import type { Account, AuthenticationType, Nonces } from './account';
import type { AuthenticationProcedures } from './authentication';
import { defaultAuthenticationProcedures } from './default-authentication-procedures';
import { defaultServerSessionProcedures } from './default-server-session-procedures';
import type { OutgoingMessage, ReceivedMessage } from './envelope';
import type { ServerSessionProcedures } from './server-session-procedures';
import type { ServerLimits } from './server-session-state';
import { ServerSessions, type SessionOpening } from './server-sessions';
import type { AnsweredCommand, ServerWork, SessionEnd } from './server-work';

/** A server with one device, whose messages are written by hand. */

/** Bruce2 and OhBehave with the nonce `Nonce`. @see DM_Protocol 2.4.4.2 */
export const RIGHT_MD5 = credential('syncml:auth-md5', 'Zz6EivR3yeaaENcRN6lpAQ==');
export const RIGHT_BASIC = credential('syncml:auth-basic', 'QnJ1Y2UyOk9oQmVoYXZl');

export function credential(type: string, data: string): string {
  return `<Cred><Meta><Format>b64</Format><Type>${type}</Type></Meta><Data>${data}</Data></Cred>`;
}

export interface DeviceMessage {
  readonly id: number;
  readonly body: string;
  readonly credential?: string;
  readonly sessionID?: string;
  readonly source?: string;
  readonly meta?: string;
  readonly versions?: string;
  /** The package ends with it, unless it is said to go on. */
  readonly isOpen?: true;
}

export function fromDevice(message: DeviceMessage): ReceivedMessage {
  const { id, body, sessionID = '1', source = 'urn:dev', meta = '' } = message;
  const versions = message.versions ?? '<VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>';
  const header = `${versions}<SessionID>${sessionID}</SessionID><MsgID>${id}</MsgID>
    <Target><LocURI>http://srv.example/dm</LocURI></Target><Source><LocURI>${source}</LocURI></Source>
    ${message.credential ?? ''}<Meta>${meta}</Meta>`;
  const final = message.isOpen ? '' : '<Final/>';
  const xml = `<SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr>${header}</SyncHdr><SyncBody>${body}${final}</SyncBody></SyncML>`;
  const decoded = decodeSyncMLXml(new TextEncoder().encode(xml));
  assert.ok(decoded.ok, JSON.stringify(decoded));
  return { message: decoded.value };
}

export const START = '<Alert><CmdID>1</CmdID><Data>1201</Data></Alert>';

export function status(messageID: number, commandID: number | string, command: string, code: number): string {
  return `<Status><CmdID>s${messageID}-${commandID}-${command}</CmdID><MsgRef>${messageID}</MsgRef><CmdRef>${commandID}</CmdRef><Cmd>${command}</Cmd><Data>${code}</Data></Status>`;
}

export function get(uri: string): SyncMLCommand {
  return { kind: 'Get', commandID: '', items: [{ target: { uri } }] };
}

export function replace(uri: string, data: string): SyncMLCommand {
  return { kind: 'Replace', commandID: '', items: [{ target: { uri }, data }] };
}

export interface Bed {
  readonly clock: VirtualClock;
  readonly nonces: Nonces;
  readonly sessions: ServerSessions;
  /** What the work was told. */
  readonly alerts: AlertCommand[];
  readonly answers: (readonly AnsweredCommand[])[];
  readonly ends: SessionEnd[];
  /** What came of a package that was not closed. */
  readonly unfinished: (readonly AnsweredCommand[])[];
  /** The nodes of DevInfo that were taken, in all sessions. */
  readonly deviceInformation: readonly string[];
  /** The answer in words. */
  say(message: DeviceMessage, token?: string): Promise<readonly string[]>;
  send(message: DeviceMessage, token?: string): Promise<OutgoingMessage>;
}

export interface BedOptions {
  readonly type?: AuthenticationType;
  readonly serverType?: AuthenticationType;
  readonly packages?: readonly (readonly SyncMLCommand[])[];
  readonly limits?: Partial<ServerLimits>;
  readonly procedures?: Partial<ServerSessionProcedures>;
  readonly authentication?: Partial<AuthenticationProcedures>;
  readonly alerted?: (alert: AlertCommand) => Promise<number>;
}

const LIMITS: ServerLimits = {
  sessions: 4,
  messages: 20,
  idleTime: 60_000,
  messageSize: 16_384,
  objectSize: 1000,
};

/** The token of the first session. */
export const TOKEN = '1';

export function serverBed(options: BedOptions = {}): Bed {
  const clock = new VirtualClock();
  const nonces: Nonces = { client: octets('Nonce'), server: octets('srvnonce') };
  const told = { alerts: [], answers: [], ends: [], unfinished: [] } as Pick<
    Bed,
    'alerts' | 'answers' | 'ends' | 'unfinished'
  >;
  const opened: SessionOpening[] = [];
  const sessions = new ServerSessions({
    serverID: 'srv',
    address: 'http://srv.example/dm',
    limits: { ...LIMITS, ...options.limits },
    ports: { clock, ids: countingIds(), random: seededRandom(7), sizeOf: syncmlSize },
    procedures: { ...defaultServerSessionProcedures, ...options.procedures },
    authenticationProcedures: { ...defaultAuthenticationProcedures, ...options.authentication },
    accountOf: (deviceID) => (deviceID === 'urn:dev' ? { account: accountOf(options), nonces } : undefined),
    workFor: (opening) => {
      opened.push(opening);
      return workOf(options, told);
    },
  });
  const send: Bed['send'] = async (message, token) => {
    const given = token ?? (message.id === 1 ? undefined : TOKEN);
    const answer = await sessions.receive(fromDevice(message), given);
    assert.ok(answer, 'there was no room');
    return answer;
  };
  return {
    clock,
    nonces,
    sessions,
    ...told,
    get deviceInformation() {
      return opened.flatMap((opening) => [...opening.deviceInformation.keys()]);
    },
    send,
    say: async (...said) => inWords(await send(...said)),
  };
}

function accountOf({ type = 'md5', serverType = 'basic' }: BedOptions): Account {
  return {
    serverID: 'srv',
    serverAddress: 'http://srv.example/dm',
    deviceID: 'urn:dev',
    client: { type, name: 'Bruce2', password: 'OhBehave' },
    server: { type: serverType, name: 'srv', password: 'secret' },
  };
}

function workOf(
  options: BedOptions,
  told: Pick<Bed, 'alerts' | 'answers' | 'ends' | 'unfinished'>,
): ServerWork {
  const packages = [...(options.packages ?? [])];
  return {
    async alerted(alert) {
      told.alerts.push(alert);
      return options.alerted?.(alert) ?? 200;
    },
    async next(answers) {
      told.answers.push(answers);
      return packages.shift() ?? [];
    },
    ended(how, answers) {
      told.ends.push(how);
      told.unfinished.push(answers);
    },
  };
}

export function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** One line for each command, and for the end of the package. */
export function inWords({ message }: OutgoingMessage): readonly string[] {
  const lines = message.commands.map(commandInWords);
  return message.final ? [...lines, 'Final'] : lines;
}

function commandInWords(command: SyncMLCommand): string {
  switch (command.kind) {
    case 'Status': {
      const challenge = command.challenge === undefined ? '' : ` ${command.challenge.meta.type}`;
      return `Status ${command.messageReference}/${command.commandReference} ${command.command} ${command.code}${challenge}`;
    }
    case 'Alert':
      return `Alert ${command.code}`;
    case 'Atomic':
    case 'Sequence':
      return `${command.kind} ${command.commandID} (${command.commands.map(commandInWords).join(', ')})`;
    case 'NotInDM':
      return command.command;
    default:
      return `${command.kind} ${command.commandID} ${command.items.map((item) => item.target?.uri).join(' ')}`;
  }
}
