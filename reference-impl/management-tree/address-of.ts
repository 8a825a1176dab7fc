import { type NodeAddress, parseNodeAddress } from './node-address';
import { type Refused, refused } from './outcome';
import type { TreeFault } from './tree';
import type { TreeAccess } from './tree-access';

/** An item without an address is told the same as one whose address resolves to nothing. @see DM_RepPro 4.1.6.1 */
export function addressOf({ tree }: TreeAccess, uri: string | undefined): NodeAddress | Refused {
  const address = uri === undefined ? 'unresolvable' : parseNodeAddress(uri, tree.limits);
  if (address === 'unresolvable') return refused('NOT_FOUND');
  return address === 'too-long' ? refused('URI_TOO_LONG') : address;
}

/** @see DM_RepPro 4.1.6.1, 4.1.6.11 */
export function refusalOf(fault: TreeFault): Refused {
  switch (fault) {
    case 'gone':
      return refused('NOT_FOUND');
    case 'exists':
      return refused('ALREADY_EXISTS');
    case 'parent-is-leaf':
      return refused('COMMAND_NOT_ALLOWED');
    case 'bad-name':
      return refused('FORBIDDEN');
    case 'address-too-long':
      return refused('URI_TOO_LONG');
    case 'value-too-large':
      return refused('REQUEST_ENTITY_TOO_LARGE');
    case 'full':
      return refused('DEVICE_FULL');
  }
}
