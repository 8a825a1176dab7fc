import type { Decoded } from '../../model/decoded';
import type { RequestPackage } from '../../model/dm2-package';
import type { CodecLimits } from '../limits';
import { UnencodableError } from '../unencodable';
import { readCommand, writeCommand } from './command';
import { decodeJson, ObjectReader } from './json-reader';
import { writeJson } from './json-writer';

/** Package 2: commands, at least one. @see dm2.md 3.3 */
export function encodeRequestPackage({ commands }: RequestPackage): string {
  if (commands.length === 0) throw new UnencodableError('a package 2 has at least one command');
  return writeJson({ CMD: commands.map(writeCommand) });
}

export function decodeRequestPackage(
  source: Uint8Array | string,
  limits?: CodecLimits,
): Decoded<RequestPackage> {
  return decodeJson(source, { name: 'request', ...(limits && { limits }) }, (value, place) => {
    const list = new ObjectReader(value, place).needList('CMD');
    if (list.length === 0) list.place.refuse('wrong-shape', 'expected at least one command, found none');
    return { commands: list.lists().map(readCommand) };
  });
}
