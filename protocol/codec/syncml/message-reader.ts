import type { SyncMLCommand } from '../../model/syncml-command';
import type { SyncMLHeader, SyncMLMessage } from '../../model/syncml-message';
import type { Place } from '../place';
import { readCommands } from './command-reader';
import { ElementReader, isSyncMLNamespace, present } from './element-reader';
import { readCredential, readLocation, readMeta } from './item-reader';
import type { WireElement } from './wire-element';

/**
 * An element tree to a message, whatever serialization it came in and in whatever order. Versions are read and not
 * judged: a wrong one gets a status. @see DM_RepPro 4.1.2
 */
export function readMessage(root: WireElement, place: Place): SyncMLMessage | undefined {
  const reader = rootReader(root, 'SyncML', place);
  const header = readHeader(reader?.need('SyncHdr'));
  const body = reader?.need('SyncBody');
  if (header === undefined || body === undefined) return undefined;
  return { header, commands: readCommands(body, BESIDE_COMMANDS), final: body.has('Final') };
}

const BESIDE_COMMANDS: ReadonlySet<string> = new Set(['Final']);

/** Commands without a message around them, in one SyncBody. */
export function readBody(root: WireElement, place: Place): SyncMLCommand[] | undefined {
  const reader = rootReader(root, 'SyncBody', place);
  return reader === undefined ? undefined : readCommands(reader, BESIDE_COMMANDS);
}

function rootReader(root: WireElement, name: string, place: Place): ElementReader | undefined {
  const known = isSyncMLNamespace(root.namespace);
  if (root.localName === name && known) return new ElementReader(root, place);
  return place.refuse(
    'wrong-shape',
    `expected ${name} of SyncML, found ${root.localName} of "${root.namespace}"`,
  );
}

function readHeader(reader: ElementReader | undefined): SyncMLHeader | undefined {
  const versionDTD = reader?.need('VerDTD')?.word;
  const versionProtocol = reader?.need('VerProto')?.word;
  const sessionID = reader?.need('SessionID')?.word;
  const messageID = reader?.need('MsgID')?.positive;
  const target = readLocation(reader?.need('Target'));
  const source = readLocation(reader?.need('Source'));
  if (versionDTD === undefined || versionProtocol === undefined || sessionID === undefined) return undefined;
  if (messageID === undefined || target === undefined || source === undefined) return undefined;
  const rest = present({
    responseURI: reader?.one('RespURI')?.word,
    credential: readCredential(reader?.one('Cred')),
    meta: readMeta(reader?.one('Meta')),
  });
  return { versionDTD, versionProtocol, sessionID, messageID, target, source, ...rest };
}
