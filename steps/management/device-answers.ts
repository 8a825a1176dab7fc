import type { AggregatePair } from '../../harness/cast/management/aggregate';
import { pathOf } from '../../harness/cast/management/tester-tree';
import { check } from '../../harness/verdict/check';
import type { StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { FlowproofWorld } from '../world';
import { withoutIdentifiers } from './fan-out-runs';
import type { Run } from './play';
import type { AnsweredRow } from './status-table';

/**
 * What DeResult of one device says of each command that was fanned out. Statuses stand in the order of the commands,
 * whatever identifiers the gateway gave them. @see GFO step 6, docs/profiles/gateway-fan-out.md
 */
export function answeredRows(_world: FlowproofWorld, run: Run, pair: AggregatePair): AnsweredRow[] {
  const { answers, deResult } = pair;
  const what = `DeResult of ${pair.deviceID ?? pair.node}`;
  check(answers !== undefined, what, 'XML of Status and Results', deResult?.slice(0, 60) ?? 'nothing');
  const statuses = (answers ?? [])
    .filter((one) => one.kind === 'Status')
    .filter(({ command }) => command !== 'SyncHdr');
  return rowsOf(withoutIdentifiers(run.commands), [...statuses], []);
}

/** Takes the next status for each command; one whose name differs was left out. */
function rowsOf(
  commands: readonly SyncMLCommand[],
  statuses: StatusCommand[],
  above: readonly string[],
): AnsweredRow[] {
  return commands.flatMap((command): AnsweredRow[] => {
    const path = [...above, command.kind];
    const isNext = statuses[0]?.command === command.kind;
    const status = isNext ? statuses.shift() : undefined;
    if ('commands' in command) {
      const inside = rowsOf(command.commands, statuses, path);
      return [{ path, node: '', code: status?.code }, ...inside];
    }
    const items = 'items' in command ? command.items : [];
    const more = items
      .slice(1)
      .map(() =>
        statuses[0]?.command === command.kind && hasOwn(statuses[0]) ? statuses.shift() : undefined,
      );
    return items.map((item, at) => {
      const own = at === 0 ? status : (more[at - 1] ?? status);
      return { path, node: item.target?.uri ?? item.source?.uri ?? '', code: own?.code };
    });
  });
}

/** It is about one item of several. */
function hasOwn({ targetReferences, sourceReferences }: StatusCommand): boolean {
  return targetReferences.length + sourceReferences.length > 0;
}

/** Values of a node among the Results of a device. */
export function valuesIn({ answers }: AggregatePair, node: string): string[] {
  return (answers ?? []).flatMap((answer) => {
    if (answer.kind !== 'Results') return [];
    const reference = answer.sourceReference ?? answer.targetReference ?? '';
    return answer.items
      .filter(({ source, target }) => pathOf(source?.uri ?? target?.uri ?? reference) === pathOf(node))
      .map(({ data }) => (typeof data === 'string' ? data : ''));
  });
}
