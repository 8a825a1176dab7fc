import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { decodeSyncMLBody, encodeSyncMLBody } from '../../protocol/codec/syncml/syncml-body';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { SYNCML_MEDIA_TYPES } from '../../protocol/tables/syncml/identifiers';
import { leastCostOf } from './cost';

/** Milliseconds for one message, and how many times as long the general-purpose parser takes on the same XML. */
export interface CodecCost {
  readonly encodeXml: number;
  readonly decodeXml: number;
  readonly encodeWbxml: number;
  readonly decodeWbxml: number;
  /** fast-xml-parser, to and from its plain objects, which know nothing of SyncML. */
  readonly otherEncodes: number;
  readonly otherDecodes: number;
}

const TRIES = 30;
const ROUNDS = 20;

/** Encodes and decodes one message of so many commands, beside fast-xml-parser, taking turns in one process. */
export async function codecCost(commands: number): Promise<CodecCost> {
  const message = messageOf(commands);
  const xml = encodeSyncMLBody(message, 'xml');
  const wbxml = encodeSyncMLBody(message, 'wbxml');
  const text = new TextDecoder().decode(xml);
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
  const builder = new XMLBuilder({ ignoreAttributes: false });
  const tree = parser.parse(text);
  return {
    encodeXml: await perMessage(() => encodeSyncMLBody(message, 'xml')),
    otherEncodes: await perMessage(() => new TextEncoder().encode(builder.build(tree))),
    decodeXml: await perMessage(() => decodeSyncMLBody(xml, SYNCML_MEDIA_TYPES.xml.dm)),
    otherDecodes: await perMessage(() => parser.parse(new TextDecoder().decode(xml))),
    encodeWbxml: await perMessage(() => encodeSyncMLBody(message, 'wbxml')),
    decodeWbxml: await perMessage(() => decodeSyncMLBody(wbxml, SYNCML_MEDIA_TYPES.wbxml.dm)),
  };
}

async function perMessage(work: () => unknown): Promise<number> {
  const cost = await leastCostOf(TRIES, async () => {
    for (let round = 0; round < ROUNDS; round += 1) work();
  });
  return cost.wallMilliseconds / ROUNDS;
}

/** Replaces and Gets by turns, with the Meta that real servers send. */
function messageOf(count: number): SyncMLMessage {
  const commands = Array.from({ length: count }, (_, index): SyncMLCommand => {
    const commandID = String(index + 2);
    const target = { uri: `./Vendor/Settings/Node${index}/Value` };
    if (index % 2 === 0) return { kind: 'Get', commandID, items: [{ target }] };
    const meta = { format: 'chr', type: 'text/plain' };
    return { kind: 'Replace', commandID, items: [{ target, meta, data: `value <${index}> & more` }] };
  });
  const header = {
    versionDTD: '1.2',
    versionProtocol: 'DM/1.2',
    sessionID: '1A2B',
    messageID: 2,
    target: { uri: 'urn:uuid:device' },
    source: { uri: 'http://server.example/dm' },
  };
  return { header, commands, final: true };
}
