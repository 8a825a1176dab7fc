import {
  accessControlListInForce,
  accessControlListOfNew,
  checkAccess,
  checkAccessType,
  mayChangeAccessControlList,
} from './access-rights';
import { addNode, createNode, parentOf } from './add-node';
import { addressOf, refusalOf } from './address-of';
import { contentOfNew, contentOfReplaced } from './content-of';
import { copyNode } from './copy-node';
import { deleteNode } from './delete-node';
import { execNode } from './exec-node';
import { getNode, itemOfNode, itemsOfList } from './get-node';
import { atomic, isAtomicKept, mayBeInAtomic, sequence, stopsTheRest } from './groups';
import { refused } from './outcome';
import type { TreeProcedures } from './procedures';
import {
  readProperty,
  replaceAccessControlList,
  replaceName,
  replaceProperty,
  replaceTitle,
} from './properties';
import { replaceNode } from './replace-node';
import { statusesOf } from './statuses-of';

/** What DM 1.2 demands of a management tree. Nobody looks at a screen here, so alerts to the user are not supported. */
export const defaultTreeProcedures: TreeProcedures = {
  add: addNode,
  copy: copyNode,
  delete: deleteNode,
  get: getNode,
  replace: replaceNode,
  exec: execNode,
  alert: () => refused('OPTIONAL_FEATURE_NOT_SUPPORTED'),
  commandNotInDM: () => refused('OPTIONAL_FEATURE_NOT_SUPPORTED'),
  atomic,
  sequence,
  addressOf,
  refusalOf,
  checkAccess,
  accessControlListInForce,
  checkAccessType,
  parentOf,
  createNode,
  accessControlListOfNew,
  contentOfNew,
  contentOfReplaced,
  readProperty,
  replaceProperty,
  replaceName,
  replaceTitle,
  replaceAccessControlList,
  mayChangeAccessControlList,
  itemOfNode,
  itemsOfList,
  mayBeInAtomic,
  isAtomicKept,
  stopsTheRest,
  statusesOf,
};
