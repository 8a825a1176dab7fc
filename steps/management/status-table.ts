import { codeFor } from '../../harness/cast/management/outcomes';
import type { CommandOutcome } from '../../harness/cast/management/server-side-session';
import { pathOf } from '../../harness/cast/management/tester-tree';
import { check } from '../../harness/verdict/check';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { FlowproofWorld } from '../world';
import type { CommandRow } from './command-table';
import { nodeURI } from './node-names';
import { outcomeOf, outcomeText } from './outcome';
import { playOf } from './play';

/** What became of one item of one command. */
export interface AnsweredRow {
  /** `Atomic`, `Replace`. */
  readonly path: readonly string[];
  /** Empty for a group, and for the header. */
  readonly node: string;
  readonly code: number | undefined;
}

/** Each row of the table finds a command of its own, in any order. */
export function checkRows(
  world: FlowproofWorld,
  what: string,
  expected: readonly CommandRow[],
  answered: readonly AnsweredRow[],
): void {
  const left = [...answered];
  let path: readonly string[] = [];
  for (const row of expected) {
    // `and` is one more item of the command above.
    path = row.path.at(-1) === 'and' ? path : row.path;
    const node = row.node === '' ? '' : nodeURI(playOf(world).scene, row.node);
    const at = left.findIndex((one) => one.path.join('>') === path.join('>') && isSameNode(one.node, node));
    const outcome = outcomeOf(row.data);
    const code = left[at]?.code;
    const about = `the status of ${[path.join(' > '), row.node].filter(Boolean).join(' ')}`;
    check(at >= 0 || outcome.allows(undefined), `${about} in ${what}`, outcome.text, 'nothing of the kind');
    check(outcome.allows(code), about, outcome.text, outcomeText(code));
    if (at >= 0) left.splice(at, 1);
  }
}

function isSameNode(one: string, other: string): boolean {
  const query = (uri: string): string => uri.split('?')[1] ?? '';
  return pathOf(one) === pathOf(other) && query(one) === query(other);
}

/** The commands of a session, with their codes, groups with what is in them. */
export function answeredIn(
  commands: readonly SyncMLCommand[],
  outcomes: readonly CommandOutcome[],
  above: readonly string[] = [],
): AnsweredRow[] {
  return commands.flatMap((command): AnsweredRow[] => {
    const path = [...above, command.kind];
    const outcome = outcomes.find((one) => one.command === command);
    if ('commands' in command)
      return [
        { path, node: '', code: outcome?.statuses[0]?.code },
        ...answeredIn(command.commands, outcomes, path),
      ];
    if (!('items' in command)) return [];
    return command.items.map(({ target, source }) => {
      const node = (command.kind === 'Copy' ? source?.uri : target?.uri) ?? '';
      const code = outcome && codeFor(outcome, target?.uri ?? node);
      return { path, node, code };
    });
  });
}
