import type { Decoded } from '../../model/decoded';
import type { SyncMLCommand } from '../../model/syncml-command';
import type { SyncMLMessage } from '../../model/syncml-message';
import { SYNCML_NAMESPACE } from '../../tables/syncml/identifiers';
import { type CodecLimits, DEFAULT_LIMITS } from '../limits';
import { Place } from '../place';
import { readUtf8 } from '../utf8';
import { parseXml } from '../xml-tree';
import { writeCommand } from './command-writer';
import { readBody, readMessage } from './message-reader';
import { writeMessage } from './message-writer';
import type { WireElement } from './wire-element';
import { elementText } from './xml-text-writer';

/** SyncML DM messages, and commands by themselves, in XML. Encoders throw UnencodableError. @see DM_RepPro 4.1 */
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

export function encodeSyncMLXml(message: SyncMLMessage): string {
  return DECLARATION + elementText(writeMessage(message), undefined);
}

export function decodeSyncMLXml(
  bytes: Uint8Array,
  limits: CodecLimits = DEFAULT_LIMITS,
): Decoded<SyncMLMessage> {
  const place = new Place('message');
  const root = readXmlTree(bytes, limits, place);
  return place.outcome(root === undefined ? undefined : readMessage(root, place));
}

export function readXmlTree(bytes: Uint8Array, limits: CodecLimits, place: Place): WireElement | undefined {
  if (bytes.length > limits.bytes)
    return place.refuse('too-large', `expected at most ${limits.bytes} bytes, found ${bytes.length}`);
  const text = readUtf8(bytes, place);
  return text === undefined ? undefined : parseXml(text, limits, place);
}

/** Commands without a message, one after the other, as a node value holds them. @see GFO step 2 */
export function encodeCommandsXml(commands: readonly SyncMLCommand[]): string {
  return commands.map((command) => elementText(writeCommand(command), 0)).join('');
}

/** Takes commands one after the other, with or without a namespace, or one SyncBody that holds them. */
export function decodeCommandsXml(
  text: string,
  limits: CodecLimits = DEFAULT_LIMITS,
): Decoded<readonly SyncMLCommand[]> {
  const place = new Place('commands');
  if (text.length > limits.bytes)
    place.refuse('too-large', `expected at most ${limits.bytes} characters, found ${text.length}`);
  const bare = text.replace(/^\s*<\?xml\s[^<>]*\?>/u, '');
  const wrapped = `<SyncBody xmlns="${SYNCML_NAMESPACE}">${bare}</SyncBody>`;
  const root = place.sound ? parseXml(wrapped, limits, place) : undefined;
  const [only, second] = root?.children ?? [];
  const body = only?.localName === 'SyncBody' && second === undefined ? only : root;
  return place.outcome(body === undefined ? undefined : readBody(body, place));
}
