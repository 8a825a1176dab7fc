import type { SessionView, TargetMessage } from '../../harness/cast/management/session-view';
import { Deviation } from '../../harness/verdict/deviation';
import type { FlowproofWorld } from '../world';
import { playOf } from './play';

/** Which messages of a session: one by its place, a package, or all of them. */
export type MessageChoice =
  | 'the first message'
  | 'the second message'
  | 'the third message'
  | 'the last message'
  | 'every message'
  | `package ${1 | 2 | 3 | 4}`;

/** The session that the scenario is about; without one nothing can be said of its messages. */
export function viewOf(world: FlowproofWorld, target: string, choice?: MessageChoice): SessionView {
  const view = playOf(world).viewed(target, choice);
  if (view && view.fromTarget.length > 0) return view;
  throw new Deviation({ what: `the messages of ${target}`, expected: 'a session', actual: 'none' });
}

export function chosen(view: SessionView, choice: MessageChoice): readonly TargetMessage[] {
  const messages = allChosen(view, choice);
  if (messages.length > 0) return messages;
  throw new Deviation({ what: choice, expected: 'at least one message', actual: 'none' });
}

export function allChosen({ fromTarget }: SessionView, choice: MessageChoice): readonly TargetMessage[] {
  const [, number] = /^package (\d)$/.exec(choice) ?? [];
  if (number !== undefined) return fromTarget.filter((one) => one.package === Number(number));
  if (choice === 'every message') return fromTarget;
  if (choice === 'the last message') return fromTarget.slice(-1);
  const at = ['the first message', 'the second message', 'the third message'].indexOf(choice);
  return fromTarget.slice(at, at + 1);
}
