import type { SyncMLCommand } from '../../model/syncml-command';
import type { SyncMLHeader, SyncMLMessage } from '../../model/syncml-message';
import { writeCommand } from './command-writer';
import { writeCredential, writeLocation, writeMeta } from './item-writer';
import { element, numberText, optional, type WrittenElement } from './wire-element';

/** A message to an element tree in the order of the DTD. @see DM_RepPro 4.1.2, RepPro DTD */
export function writeMessage({ header, commands, final }: SyncMLMessage): WrittenElement {
  return element('SyncML', [writeHeader(header), writeBody(commands, final)]);
}

export function writeBody(commands: readonly SyncMLCommand[], final: boolean): WrittenElement {
  return element('SyncBody', [...commands.map(writeCommand), ...(final ? [element('Final', '')] : [])]);
}

function writeHeader(header: SyncMLHeader): WrittenElement {
  return element('SyncHdr', [
    element('VerDTD', header.versionDTD),
    element('VerProto', header.versionProtocol),
    element('SessionID', header.sessionID),
    element('MsgID', numberText('MsgID', header.messageID)),
    writeLocation('Target', header.target),
    writeLocation('Source', header.source),
    ...optional(header.responseURI, (uri) => element('RespURI', uri)),
    ...optional(header.credential, writeCredential),
    ...optional(header.meta, writeMeta),
  ]);
}
