import type { Item } from '../../protocol/model/syncml-item';
import { textAt } from '../management-tree/build-tree';
import type { Device } from './device';

/** @see DM_Protocol 2.3.3 */
const TOLD = ['DevId', 'Man', 'Mod', 'DmV', 'Lang'];

/** What package 1 says of the device: each node that the standard names, as the tree has it. */
export function deviceInformationItems({ tree }: Device): readonly Item[] {
  return TOLD.map((name) => {
    const uri = `./DevInfo/${name}`;
    return { source: { uri }, data: textAt(tree, uri) ?? '' };
  });
}
