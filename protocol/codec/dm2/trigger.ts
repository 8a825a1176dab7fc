import type { Decoded } from '../../model/decoded';
import type { DM2Trigger } from '../../model/dm2-trigger';
import { readCommand, writeCommand } from './command';
import { decodeJson, ObjectReader } from './json-reader';
import { writeJson } from './json-writer';

/** What the harness tells a client or a server under test. @see dm2.md 10 */
const PROCEDURES = ['internalEvent', 'manage'] as const;
const EVENTS = ['timer', 'user', 'other'] as const;

export function encodeTrigger(trigger: DM2Trigger): string {
  if (trigger.procedure === 'internalEvent') {
    const { procedure, event, serverURI } = trigger;
    return writeJson({ procedure, event, serverURI });
  }
  const { procedure, deviceID, commands, notify, requestsObjects } = trigger;
  return writeJson({ procedure, deviceID, commands: commands.map(writeCommand), notify, requestsObjects });
}

export function decodeTrigger(source: Uint8Array | string): Decoded<DM2Trigger> {
  return decodeJson(source, { name: 'trigger' }, (value, place) => {
    const reader = new ObjectReader(value, place);
    const procedure = reader.needOneOf('procedure', PROCEDURES);
    if (procedure === undefined) return undefined;
    return procedure === 'internalEvent' ? readInternalEvent(reader) : readManage(reader);
  });
}

function readInternalEvent(reader: ObjectReader): DM2Trigger | undefined {
  const event = reader.needOneOf('event', EVENTS);
  const serverURI = reader.needText('serverURI');
  return event === undefined ? undefined : { procedure: 'internalEvent', event, serverURI };
}

function readManage(reader: ObjectReader): DM2Trigger {
  return {
    procedure: 'manage',
    deviceID: reader.needText('deviceID'),
    commands: reader.needList('commands').lists().map(readCommand),
    notify: reader.flag('notify') ?? false,
    requestsObjects: reader.flag('requestsObjects') ?? false,
  };
}
