import type { AttributeValue } from '../../model/attribute-value';
import type { Decoded } from '../../model/decoded';
import { isNodeName } from '../../model/dm2-client-uri-text';
import type { NodeValue, SerializedObject } from '../../model/dm2-object';
import type { CodecLimits } from '../limits';
import { type Place, shown } from '../place';
import { present } from '../syncml/element-reader';
import { UnencodableError } from '../unencodable';
import { decodeJson, ListReader, type ObjectReader } from './json-reader';
import { writeJson } from './json-writer';

/** Management object data, by themselves and inside of a package 3. @see dm2.md 3.6 */
export function encodeObjects(objects: readonly SerializedObject[]): string {
  return writeJson(writeObjects(objects));
}

export function decodeObjects(
  source: Uint8Array | string,
  limits?: CodecLimits,
): Decoded<readonly SerializedObject[]> {
  return decodeJson(source, { name: 'objects', ...(limits && { limits }) }, (value, place) =>
    readObjects(new ListReader(value, place)),
  );
}

export function readObjects(list: ListReader): SerializedObject[] {
  return list.objects().map(readObject);
}

function readObject(reader: ObjectReader): SerializedObject {
  const [name, value] = readTop(reader.needObject('MOData'));
  return {
    ...present({ ddf: reader.text('DDF') }),
    clientURI: reader.needText('ClientURI'),
    ...present({ cacheValidator: reader.text('CV') }),
    name,
    value,
  };
}

/** The one member is the topmost node. */
function readTop(reader: ObjectReader): readonly [name: string, value: NodeValue] {
  const entries = reader.entries();
  const [first] = entries;
  if (first === undefined || entries.length > 1) {
    reader.place.refuse('wrong-shape', `expected exactly one member, found ${entries.length}`);
    return ['', null];
  }
  return readEntry(first, reader.place);
}

function readEntry(
  [name, value]: readonly [string, AttributeValue],
  place: Place,
): readonly [name: string, value: NodeValue] {
  if (!isNodeName(name)) place.refuse('wrong-type', `expected the name of a node, found ${shown(name)}`);
  return [name, readNode(value, place.at(name))];
}

function readNode(value: AttributeValue, place: Place): NodeValue {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map((entry) => readEntry(entry, place)));
  place.refuse('wrong-shape', `expected a node, found the list ${shown(value)}`);
  return null;
}

export function writeObjects(objects: readonly SerializedObject[]): AttributeValue {
  return objects.map(({ ddf, clientURI, cacheValidator, name, value }) => {
    if (clientURI === '') throw new UnencodableError('data have a ClientURI that is not empty');
    requireNames({ [name]: value });
    return {
      ...(ddf !== undefined && { DDF: ddf }),
      ClientURI: clientURI,
      ...(cacheValidator !== undefined && { CV: cacheValidator }),
      MOData: Object.fromEntries([[name, value]]),
    };
  });
}

function requireNames(value: NodeValue): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    if (!isNodeName(name)) throw new UnencodableError(`no node has the name ${JSON.stringify(name)}`);
    requireNames(child);
  }
}
