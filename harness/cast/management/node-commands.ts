import type { ItemsCommand } from '../../../protocol/model/syncml-command';
import { UNNUMBERED } from './command-building';

/** Commands of a server on single nodes, as testers send them to make what a scenario needs. */

export function addInterior(uri: string): ItemsCommand {
  return { kind: 'Add', commandID: UNNUMBERED, items: [{ target: { uri }, meta: { format: 'node' } }] };
}

export function addLeaf(uri: string, data: string, format = 'chr'): ItemsCommand {
  return { kind: 'Add', commandID: UNNUMBERED, items: [leafItem(uri, data, format)] };
}

export function replaceLeaf(uri: string, data: string, format = 'chr'): ItemsCommand {
  return { kind: 'Replace', commandID: UNNUMBERED, items: [leafItem(uri, data, format)] };
}

function leafItem(uri: string, data: string, format: string) {
  const type = format === 'xml' ? 'text/xml' : 'text/plain';
  return { target: { uri }, meta: { format, type }, data };
}

export function getNode(uri: string): ItemsCommand {
  return { kind: 'Get', commandID: UNNUMBERED, items: [{ target: { uri } }] };
}

export function deleteNode(uri: string): ItemsCommand {
  return { kind: 'Delete', commandID: UNNUMBERED, items: [{ target: { uri } }] };
}
