import { octetsOf } from '../../protocol/model/syncml-item';
import { DATA_FORMATS } from '../../protocol/tables/syncml/data-formats';
import { isInterior, type TreeNode } from './node';
import { describedFormat, describedType, type NodeDescription } from './node-description';
import { type Refused, refused } from './outcome';
import type { ItemRequest } from './procedures';
import type { Content } from './tree';

/**
 * What a node gets by an Add or a Replace. Base64 is a coat for the journey: octets that came in it are kept as octets
 * of format `bin`, but for nodes whose own format is `b64`. What Meta leaves out is as described, or stays as it is.
 * @see DM_TND 8.3.7.2, 8.3.7.7
 */
export function contentOfNew(request: ItemRequest, description: NodeDescription): Content | Refused {
  const { item, meta } = request;
  const described = describedFormat(description);
  // An interior node has to be said to be one, so what nobody calls a node is a leaf. @see DM_TND 8.2.2.4
  const format = meta.format ?? (described === 'node' ? 'chr' : described);
  const type = meta.type ?? describedType(description, format);
  if (!isSupported(format, type) || !fits(format, description))
    return refused('UNSUPPORTED_MEDIA_TYPE_OR_FORMAT');
  if (format !== 'node') return contentFor({ format, type, value: item.data ?? '' }, described === 'b64');
  const isEmpty = item.data === undefined || item.data.length === 0;
  return isEmpty ? { format, type, value: '' } : refused('COMMAND_NOT_ALLOWED');
}

export function contentOfReplaced(request: ItemRequest, node: TreeNode): Content | Refused {
  const { description } = node;
  const { format = node.format, type = node.type } = request.meta;
  if (isInterior(node) || format === 'node') return refused('COMMAND_NOT_ALLOWED');
  if (!isSupported(format, type)) return refused('UNSUPPORTED_MEDIA_TYPE_OR_FORMAT');
  if (description.permanent && !leavesAsIs(node, format, type)) return refused('COMMAND_NOT_ALLOWED');
  if (!fits(format, description)) return refused('UNSUPPORTED_MEDIA_TYPE_OR_FORMAT');
  const value = request.item.data ?? '';
  const content = contentFor({ format, type, value }, node.format === 'b64');
  if ('refused' in content || !description.permanent) return content;
  return { format: node.format, type: node.type, value: content.value };
}

/** Format and Type of a permanent node cannot be changed. @see DM_RepPro 4.1.6.11 */
function leavesAsIs({ description, ...node }: TreeNode, format: string, type: string): boolean {
  const { otherFormats = [], otherTypes = [] } = description;
  const formats = [node.format, ...otherFormats];
  const isSameFormat = formats.some((own) => isSame(own, format));
  return isSameFormat && [node.type, ...otherTypes].includes(type);
}

const FORMATS: ReadonlySet<string> = new Set(DATA_FORMATS.map(({ format }) => format));
/** Trees in one value, which this tree does not read. @see DM_TNDS 9.1 */
const SERIALIZED_TREE = /^application\/vnd\.syncml\.dmtnds\+/u;

function isSupported(format: string, type: string): boolean {
  return FORMATS.has(format) && !SERIALIZED_TREE.test(type);
}

function fits(format: string, description: NodeDescription): boolean {
  if (description.format === '*') return true;
  const formats = [describedFormat(description), ...(description.otherFormats ?? [])];
  return formats.some((own) => isSame(own, format));
}

const OF_OCTETS = ['b64', 'bin'];

function isSame(own: string, format: string): boolean {
  return own === format || (OF_OCTETS.includes(own) && OF_OCTETS.includes(format));
}

function contentFor({ format, type, value }: Content, keepsBase64: boolean): Content | Refused {
  if (format === 'bin') return { format, type, value: octetsOf(value) };
  if (typeof value !== 'string') return refused('UNSUPPORTED_MEDIA_TYPE_OR_FORMAT');
  if (format !== 'b64') return { format, type, value };
  const octets = octetsOfBase64(value);
  if (octets === undefined) return refused('UNSUPPORTED_MEDIA_TYPE_OR_FORMAT');
  return keepsBase64 ? { format, type, value } : { format: 'bin', type, value: octets };
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/u;

/** Lines and blanks between are for people. */
function octetsOfBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s/gu, '');
  return BASE64.test(digits) ? Uint8Array.from(Buffer.from(digits, 'base64')) : undefined;
}
