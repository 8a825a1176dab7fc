import type { PushHabits } from '../../harness/cast/dm2/push-tester';
import { CODE_PATTERN, codeOf } from './codes';
import type { Script } from './manners';
import { type Wording, wording } from './wording';

export const PUSH_MANNERS: readonly Wording<Script>[] = [
  wording(`refuses the request with (${CODE_PATTERN})`, (code) => habits({ refusesWith: codeOf(code) })),
  wording('is out of reach', () => habits({ isOutOfReach: true })),
  wording('loses the notification', () => habits({ delivery: 'never' })),
  wording('reports it undeliverable', () => habits({ delivery: 'undeliverable' })),
  wording('takes a while', () => habits({ delivery: 'late' })),
];

function habits(change: Partial<PushHabits>): Script {
  return ({ dm2 }) => {
    dm2.push.habits = { ...dm2.push.habits, ...change };
  };
}
