import { decodeCommandsXml, encodeCommandsXml } from '../protocol/codec/syncml/syncml-xml';
import { UnencodableError } from '../protocol/codec/unencodable';
import { isXmlText } from '../protocol/codec/xml-characters';
import type { StatusCommand, SyncMLCommand } from '../protocol/model/syncml-command';
import { type Item, octetsOf } from '../protocol/model/syncml-item';
import type { CommandText } from './dm-gateway/gateway-ports';

/**
 * Commands in the value of a node: XML, whatever a device said them in. Values that XML cannot carry are in base64; where
 * that does not help, since the rest of an answer cannot be carried either, its codes are left. @see GFO steps 2 and 6
 */
export const commandText: CommandText = {
  read: (text) => decodeCommandsXml(text),
  write(commands) {
    try {
      return encodeCommandsXml(commands.map(inXml));
    } catch (error) {
      if (!(error instanceof UnencodableError)) throw error;
      return encodeCommandsXml(commands.flatMap(codeOnly));
    }
  },
};

function inXml(command: SyncMLCommand): SyncMLCommand {
  return 'items' in command ? { ...command, items: command.items.map(itemInXml) } : command;
}

/** @see DM_TND 8.5.4.2 */
function itemInXml(item: Item): Item {
  const { data, meta } = item;
  if (data === undefined || (typeof data === 'string' && isXmlText(data))) return item;
  const base64 = Buffer.from(octetsOf(data)).toString('base64');
  return { ...item, meta: { ...meta, format: 'b64' }, data: base64 };
}

function codeOnly(command: SyncMLCommand): readonly StatusCommand[] {
  if (command.kind !== 'Status') return [];
  const { challenge: _, ...status } = command;
  return [{ ...status, targetReferences: [], sourceReferences: [], items: [] }];
}
