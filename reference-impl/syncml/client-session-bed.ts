import type { AlertCommand, StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Challenge, Credential, Item } from '../../protocol/model/syncml-item';
import type { SyncMLHeader, SyncMLMessage } from '../../protocol/model/syncml-message';
import { buildTree } from '../management-tree/build-tree';
import type { NodeDescription } from '../management-tree/node-description';
import { createCommandPerformer } from '../management-tree/performer';
import { seededRandom } from '../runtime/seeded-random';
import { VirtualClock } from '../runtime/virtual-clock';
import type { Account, Nonces } from './account';
import { defaultClientSessionProcedures } from './client-default-procedures';
import {
  type ClientSessionOutcome,
  type ClientSessionStart,
  openClientSession,
  runClientSession,
} from './client-session';
import { defaultAuthenticationProcedures } from './default-authentication-procedures';
import type { OutgoingMessage, ReceivedMessage } from './envelope';

/** A client in virtual time against a server whose messages are written by hand. */

export const ACCOUNT: Account = {
  serverID: 'com.example.server',
  serverAddress: 'http://server.example/dm',
  deviceID: 'urn:imei:1',
  client: { type: 'basic', name: 'device', password: 'sesame' },
  server: { type: 'basic', name: 'server', password: 'mellon' },
};

/** What `basic` makes of `server:mellon`. */
export const SERVER_PROOF: Credential = {
  meta: { type: 'syncml:auth-basic', format: 'b64' },
  data: 'c2VydmVyOm1lbGxvbg==',
};

const DEVICE_NODES: { readonly [name: string]: NodeDescription } = {
  Pump: { value: 'on', access: ['Get', 'Replace'] },
  Note: { value: '', access: ['Get', 'Replace'] },
  Restart: { format: 'null', access: ['Get'], onExec: () => 202, acl: 'Exec=*&Get=*' },
};

export const INFORMATION: readonly Item[] = [
  { source: { uri: './DevInfo/DevId' }, data: 'urn:imei:1' },
  { source: { uri: './DevInfo/Lang' }, data: 'en' },
];

/** What the server says to one message; a promise that never settles is a server that is silent. */
export type Saying = (message: SyncMLMessage, outgoing: OutgoingMessage) => Partial<Said> | Promise<never>;

export interface Said {
  /** Beside what every message of the server has; it proves itself where nothing else is said. */
  readonly header: Partial<SyncMLHeader> | NoProof;
  readonly commands: readonly SyncMLCommand[];
  readonly final: boolean;
  readonly mac: ReceivedMessage['mac'];
}

export type NoProof = Partial<Omit<SyncMLHeader, 'credential'>> & { readonly credential: undefined };

export interface Bed {
  readonly clock: VirtualClock;
  /** What the client sent, and where. */
  readonly sent: SyncMLMessage[];
  readonly outgoing: OutgoingMessage[];
  readonly to: string[];
  readonly nonces: Nonces;
  readonly nodeValue: (name: string) => string | undefined;
  readonly start: ClientSessionStart;
  run(): Promise<ClientSessionOutcome>;
}

export function bed(sayings: readonly Saying[], changes: Partial<ClientSessionStart> = {}): Bed {
  const clock = new VirtualClock();
  const tree = buildTree({ nodes: DEVICE_NODES, acl: 'Add=*&Get=*&Replace=*' }, { clock });
  const nonces: Nonces = { client: new Uint8Array(), server: new Uint8Array() };
  const outgoing: OutgoingMessage[] = [];
  const sent: SyncMLMessage[] = [];
  const to: string[] = [];
  const transmit = async (address: string, message: OutgoingMessage): Promise<ReceivedMessage> => {
    const say = sayings[outgoing.length];
    outgoing.push(message);
    sent.push(message.message);
    to.push(address);
    if (say === undefined) throw new Error('connection refused');
    const said = await say(message.message, message);
    return received(outgoing.length, said);
  };
  const start: ClientSessionStart = {
    account: ACCOUNT,
    nonces,
    sessionID: '1A2B',
    initiator: 'client',
    deviceInformation: INFORMATION,
    alerts: [],
    performer: createCommandPerformer(tree),
    limits: { messageSize: 16_384, objectSize: 65_536, messages: 50, answerTime: 10_000 },
    ports: { clock, transmit, sizeOf: (message) => JSON.stringify(message).length },
    random: seededRandom(1),
    procedures: { ...defaultClientSessionProcedures, ...defaultAuthenticationProcedures },
    ...changes,
  };
  return {
    clock,
    outgoing,
    to,
    nonces: start.nonces,
    start,
    sent,
    nodeValue: (name) => {
      const value = tree.find([name])?.value;
      return typeof value === 'string' ? value : undefined;
    },
    run: () => clock.untilSettled(runClientSession(openClientSession(start))),
  };
}

function received(
  messageID: number,
  { header, commands = [], final = true, mac }: Partial<Said>,
): ReceivedMessage {
  const { credential = SERVER_PROOF, ...rest } = header ?? {};
  const bare: SyncMLHeader = {
    versionDTD: '1.2',
    versionProtocol: 'DM/1.2',
    sessionID: '1A2B',
    messageID,
    target: { uri: 'urn:imei:1' },
    source: { uri: 'com.example.server' },
    ...rest,
  };
  const isProven = header === undefined || !('credential' in header) || header.credential !== undefined;
  const message: SyncMLMessage = { header: isProven ? { ...bare, credential } : bare, commands, final };
  return mac === undefined ? { message } : { message, mac };
}

/** The status of a command of the client; of the header where no command is named. */
export function status(
  messageReference: number,
  code: number,
  about: { readonly command?: string; readonly reference?: string; readonly challenge?: Challenge } = {},
): StatusCommand {
  const { command = 'SyncHdr', reference = '0', challenge } = about;
  return {
    kind: 'Status',
    commandID: '90',
    messageReference,
    commandReference: reference,
    command,
    targetReferences: [],
    sourceReferences: [],
    code,
    items: [],
    ...(challenge !== undefined && { challenge }),
  };
}

export function get(commandID: string, ...uris: string[]): SyncMLCommand {
  return { kind: 'Get', commandID, items: uris.map((uri) => ({ target: { uri } })) };
}

export function replace(
  commandID: string,
  uri: string,
  data: string,
  more: Partial<Item> = {},
): SyncMLCommand {
  return { kind: 'Replace', commandID, items: [{ target: { uri }, data, ...more }] };
}

export function alert(commandID: string, code: number): AlertCommand {
  return { kind: 'Alert', commandID, code, items: [] };
}

/** A message in one line: statuses as `Cmd reference=code`, other commands by name, what ends a package as `Final`. */
export function outline({ commands, final }: SyncMLMessage): string {
  return [...commands.map(wordOf), ...(final ? ['Final'] : [])].join(' ');
}

function wordOf(command: SyncMLCommand): string {
  if (command.kind === 'Status')
    return `${command.command}${command.commandReference}@${command.messageReference}=${command.code}`;
  if (command.kind === 'Alert') return `Alert:${command.code}`;
  if (command.kind === 'Results') return `Results${command.commandReference}`;
  return command.kind;
}
