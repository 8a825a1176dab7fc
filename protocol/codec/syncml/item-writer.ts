import type { Challenge, Credential, Item, Location, Meta } from '../../model/syncml-item';
import { element, metaElement, numberText, optional, type WrittenElement } from './wire-element';

/** Writes the parts that commands are made of, in the order of the DTD. @see RepPro DTD, MetInf DTD */

export function writeLocation(name: 'Target' | 'Source', location: Location): WrittenElement {
  const { uri, name: locName } = location;
  return element(name, [element('LocURI', uri), ...optional(locName, (text) => element('LocName', text))]);
}

export function writeMeta(meta: Meta): WrittenElement {
  const { experimental = [] } = meta;
  return element('Meta', [
    ...optional(meta.format, (text) => metaElement('Format', text)),
    ...optional(meta.type, (text) => metaElement('Type', text)),
    ...optional(meta.mark, (text) => metaElement('Mark', text)),
    ...optional(meta.size, (size) => metaElement('Size', numberText('Size', size))),
    ...optional(meta.nextNonce, (nonce) => metaElement('NextNonce', nonce)),
    ...optional(meta.maxMessageSize, (size) => metaElement('MaxMsgSize', numberText('MaxMsgSize', size))),
    ...optional(meta.maxObjectSize, (size) => metaElement('MaxObjSize', numberText('MaxObjSize', size))),
    ...experimental.map((text) => metaElement('EMI', text)),
  ]);
}

export function writeItem(item: Item): WrittenElement {
  return element('Item', [
    ...optional(item.target, (target) => writeLocation('Target', target)),
    ...optional(item.source, (source) => writeLocation('Source', source)),
    ...optional(item.sourceParent, (uri) => element('SourceParent', [element('LocURI', uri)])),
    ...optional(item.targetParent, (uri) => element('TargetParent', [element('LocURI', uri)])),
    ...optional(item.meta, writeMeta),
    ...optional(item.data, (data) => element('Data', data)),
    ...optional(item.moreData, () => element('MoreData', '')),
  ]);
}

export function writeCredential({ meta, data }: Credential): WrittenElement {
  return element('Cred', [...optional(meta, writeMeta), element('Data', data)]);
}

export function writeChallenge({ meta }: Challenge): WrittenElement {
  return element('Chal', [writeMeta(meta)]);
}
