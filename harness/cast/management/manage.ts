import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import { BY_THE_BOOK, type Habits } from './habits';
import type { ManagementScene } from './management-scene';
import { type Packages, ServerJob } from './server-job';
import type { Waking } from './server-tester';

/** What a session is to do, and how the tester behaves in it. */
export interface Work {
  readonly packages: readonly SyncMLCommand[] | (() => Packages);
  readonly habits?: Partial<Habits>;
  readonly waking?: Waking;
}

/**
 * Has the server tester open a session with the target and do its work in it: by package 0, or where the target takes
 * none, in the next session that it opens by itself. Resolves when the session is over, or when it should be.
 */
export async function manage(
  scene: ManagementScene,
  { packages, habits = {}, waking }: Work,
): Promise<ServerJob> {
  await scene.makeReady();
  const { server, stage } = scene;
  const make = () =>
    typeof packages === 'function' ? new ServerJob(packages(), habits) : ServerJob.of(packages, habits);
  const job = make();
  await open(scene, job, waking);
  if (await isTaken(scene, job)) return job;
  if (waking !== undefined || stage.underTest.account.notificationAddress === undefined) return job;
  // Whoever lost the nonce is woken with the one that both have. @see DM_Notification 6.1
  await server.wake(job, { digest: 'of the default nonce' });
  await isTaken(scene, job);
  return job;
}

async function open({ server, stage }: ManagementScene, job: ServerJob, waking?: Waking): Promise<void> {
  if (stage.underTest.account.notificationAddress !== undefined) {
    await server.wake(job, waking);
    return;
  }
  server.offerNext(job);
  await stage.underTest.tell({ event: 'management' });
}

/** Waits for the end of the session; false where none was opened. */
async function isTaken(scene: ManagementScene, job: ServerJob): Promise<boolean> {
  await untilOver(scene, job);
  return job.session !== undefined;
}

/** What a peer of a tester that misbehaves may leave unanswered is waited for so many times the quiet time. */
const QUIET_TIMES = 4;

/**
 * Waits until a job is over, or should be. Where the tester gives reason for it the target may just say nothing more:
 * then the session is over when it has been quiet for a while.
 */
export async function untilOver({ server, stage }: ManagementScene, job: ServerJob): Promise<void> {
  const { time, target } = stage;
  const { responseTimeout, quietTime } = target.ixit;
  const mayBeSilent = server.habits !== BY_THE_BOOK || Object.keys(job.habits).length > 0;
  const end = time.now() + responseTimeout;
  while (!job.isOver && time.now() < end) {
    const { length } = server.arrivals;
    const rest = end - time.now();
    const patience = mayBeSilent ? Math.min(rest, QUIET_TIMES * quietTime) : rest;
    await time.settle(
      server.changes.until(() => job.isOver),
      patience,
    );
    const isQuiet = server.arrivals.length === length;
    if (mayBeSilent && isQuiet && job.session !== undefined) return;
  }
}
