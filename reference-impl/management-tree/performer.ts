import { defaultTreeProcedures } from './default-procedures';
import { performInOrder } from './perform-command';
import type { CommandPerformer } from './performed';
import type { TreeProcedures } from './procedures';
import type { ManagementTree } from './tree';

/** Carries out the commands of a server at a tree, in their order. It knows no messages and numbers nothing. */
export function createCommandPerformer(
  tree: ManagementTree,
  procedures: TreeProcedures = defaultTreeProcedures,
): CommandPerformer {
  return {
    perform: (commands, by) => performInOrder({ tree, by, procedures }, commands, 'SyncBody'),
  };
}
