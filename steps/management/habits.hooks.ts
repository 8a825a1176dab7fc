import { AfterStep } from '@cucumber/cucumber';
import type { MessageNote } from '../../harness/cast/management/message-notes';
import type { FlowproofWorld } from '../world';

/** What the standard says otherwise, and not only the habits of real clients: a warning. The rest goes into the ledger. */
const WARNED: ReadonlySet<MessageNote['habit']> = new Set([
  'data synchronization media type',
  'order of elements',
  'elements',
  'identifiers',
]);

/** Enters the habits of the target, each once, and hands on what broke in a tester while nobody waited for it. */
AfterStep(function (this: FlowproofWorld) {
  if (!this.isOpen || !('kind' in this.stage) || this.stage.kind !== 'syncml') return;
  const scene = this.management;
  const broken = scene.clients.find(({ failure }) => failure !== undefined);
  if (broken) throw broken.failure;
  for (const { habit, detail } of scene.arrivals.flatMap(({ notes }) => notes)) {
    if (WARNED.has(habit)) warnOnce(this, habit, detail);
    else this.enter('X-GFO-20', habit);
  }
});

function warnOnce(world: FlowproofWorld, habit: MessageNote['habit'], actual: string): void {
  const what = `the messages of ${world.management.stage.underTest.actor}: ${habit}`;
  if (world.warnings.some((warning) => warning.what === what)) return;
  world.warnings.push({ what, expected: 'what the standard has', actual });
}
