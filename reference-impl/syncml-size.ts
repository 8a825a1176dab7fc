import type { SyncMLMessage } from '../protocol/model/syncml-message';
import { syncmlSizeIn } from './syncml-size-in';

const [sizeInXml, sizeInWbxml] = [syncmlSizeIn('xml'), syncmlSizeIn('wbxml')];

/** Octets of a message, at most: XML is the longer serialization, and octets that are no text go in WBXML only. */
export function syncmlSize(message: SyncMLMessage): number {
  return sizeInXml(message) ?? sizeInWbxml(message) ?? 0;
}
