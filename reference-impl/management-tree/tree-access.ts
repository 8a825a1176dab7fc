import type { TreeProcedures } from './procedures';
import type { ManagementTree } from './tree';

/** What every procedure works with: the tree, and who asks. It knows no session and no message. */
export interface TreeAccess {
  readonly tree: ManagementTree;
  /** The identifier of the server that sent the commands; access control lists name it. */
  readonly by: string;
  /** The table in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: TreeProcedures;
}
