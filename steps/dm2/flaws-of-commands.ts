import { withJson } from '../../harness/cast/dm2/raw-message';
import type { Flaw } from './flaws';
import { type Wording, wording } from './wording';

/** What can be wrong with a package 2. @see dm2.md 3.3 */

type Spoil = Flaw['spoil'];

export const COMMAND_FLAWS: readonly Wording<Spoil>[] = [
  wording('without CMD', () => withCommands(() => undefined)),
  wording('with an empty CMD', () => withCommands(() => [])),
  wording('whose CMD is no list', () => withCommands(() => 'DELETE')),
  wording('with a command that is no list', () => withCommands((commands) => [...commands, 'END'])),
  wording('with a command of numbers', () => withCommands((commands) => [...commands, [1, 2]])),
  wording('with an empty command', () => withCommands((commands) => [...commands, []])),
];

function withCommands(change: (commands: readonly unknown[]) => unknown): Spoil {
  return (message) => withJson(message, ({ CMD }) => ({ CMD: change(Array.isArray(CMD) ? CMD : []) }));
}
