import type { AttributeValue } from '../../model/attribute-value';
import type { Decoded } from '../../model/decoded';
import type { SessionStart } from '../../model/dm2-package';
import {
  COMMAND_STATES,
  type DeviceInspection,
  type ManagementSession,
  SESSION_STATES,
  type SessionCommand,
} from '../../model/dm2-session';
import { START_REASONS } from '../../tables/dm2/identifiers';
import { RESPONSE_LIMITS } from '../limits';
import { present } from '../syncml/element-reader';
import { readAlert, writeAlert } from './alert';
import { readCommand, writeCommand } from './command';
import { decodeJson, type ListReader, ObjectReader } from './json-reader';
import { writeJson } from './json-writer';
import { readResult, writeResult } from './response-package';

/** The answer of the inspection hook of a DM Server. @see dm2.md 4.6 */
const ROUNDS = [0, Number.MAX_SAFE_INTEGER] as const;

export function encodeInspection({ deviceID, awaiting, sessions }: DeviceInspection): string {
  return writeJson({ deviceID, awaiting: awaiting.map(writeCommand), sessions: sessions.map(writeSession) });
}

function writeSession(session: ManagementSession): AttributeValue {
  const { sessionID, start, state, rounds, commands, alerts } = session;
  return {
    sessionID,
    start: { ...start },
    state,
    rounds,
    commands: commands.map(writeSessionCommand),
    alerts: alerts.map(writeAlert),
  };
}

function writeSessionCommand({ command, state, result }: SessionCommand): AttributeValue {
  return {
    command: writeCommand(command),
    state,
    ...(result !== undefined && { result: writeResult(result) }),
  };
}

export function decodeInspection(source: Uint8Array | string): Decoded<DeviceInspection> {
  return decodeJson(source, { name: 'inspection', limits: RESPONSE_LIMITS }, (value, place) => {
    const reader = new ObjectReader(value, place);
    return {
      deviceID: reader.needText('deviceID'),
      awaiting: reader.needList('awaiting').lists().map(readCommand),
      sessions: reader.needList('sessions').objects().map(readSession),
    };
  });
}

function readSession(reader: ObjectReader): ManagementSession {
  return {
    sessionID: reader.needText('sessionID'),
    start: readStart(reader.needObject('start')),
    state: reader.needOneOf('state', SESSION_STATES) ?? 'open',
    rounds: reader.needWholeNumber('rounds', ROUNDS),
    commands: reader.needList('commands').objects().map(readSessionCommand),
    alerts: reader.needList('alerts').objects().map(readAlert),
  };
}

function readStart(reader: ObjectReader): SessionStart {
  const reason = reader.needOneOf('reason', START_REASONS) ?? 'client-initiated';
  if (reason !== 'server-initiated') return { reason };
  return { reason, ...present({ notificationID: reader.wholeNumber('notificationID', [0, 0xffff]) }) };
}

function readSessionCommand(reader: ObjectReader): SessionCommand {
  const words: ListReader = reader.needList('command');
  const result = reader.object('result');
  return {
    command: readCommand(words),
    state: reader.needOneOf('state', COMMAND_STATES) ?? 'sent',
    ...present({ result: result === undefined ? undefined : readResult(result) }),
  };
}
