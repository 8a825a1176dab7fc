import type { RawMessage } from '../../harness/cast/dm2/raw-message';
import { Inconclusive } from '../../harness/verdict/deviation';
import type { PushRequest } from '../../protocol/model/dm2-push';
import type { FlowproofWorld } from '../world';
import { sessionOver } from './client-sessions';
import { type Part, writeNotification } from './notification-octets';
import { givingUp, waitFor } from './patience';
import { playOf } from './play';

/** Notifications brought to a client under test, and push requests to a push service under test. */

/** The octets reach the client; a session that comes of them is run to its end. */
export async function deliverNotification(world: FlowproofWorld, parts: readonly Part[]): Promise<void> {
  const play = playOf(world);
  const { scene } = play;
  if (scene.role === 'push-service') return deliverBefore(world);
  const { server, push, stage } = scene;
  const before = { sessions: server.managed.length, arrivals: server.arrivals.length };
  const isInSession = server.gate?.isReached === true;
  const { octets, number, mediaType } = writeNotification(world, parts);
  play.earlier = { octets, number };
  const answer = await stage.time.settle(
    push.deliver(octets, undefined, mediaType),
    stage.target.ixit.responseTimeout,
  );
  play.answered = () => answer;
  const comes = server.changes.until(() => server.arrivals.length > before.arrivals);
  const isComing = !isInSession && (await waitFor(world, comes, stage.target.ixit.quietTime));
  if (isComing) await sessionOver(world, before);
  if (world.phase === 'test') return;
  if (scene.server.managed.length > before.sessions && scene.server.managed.at(-1)?.state === 'ended') return;
  throw new Inconclusive('the client was to obey a notification before, and did not');
}

/** A push service under test has done its work once. */
async function deliverBefore(world: FlowproofWorld): Promise<void> {
  const { client } = playOf(world).scene;
  const before = client.notifications.length;
  await askPush(world, {});
  if (client.notifications.length === before + 1) return;
  throw new Inconclusive('the push service was to deliver a notification before, and did not');
}

/** What differs from a push request by the book. */
export type PushChange = Partial<PushRequest> & { readonly isReportedTo?: false };

export async function askPush(world: FlowproofWorld, change: PushChange): Promise<void> {
  const { asker } = playOf(world).scene;
  const { isReportedTo, ...parts } = change;
  const { reportTo, ...request } = asker.request(asker.octets(asker.notification()));
  const wanted = {
    ...request,
    ...(isReportedTo !== false && reportTo !== undefined && { reportTo }),
    ...parts,
  };
  await sendPush(world, wanted, asker.written(wanted));
}

/** Sends a push request, and waits until its outcome is told as far as it will be. */
export async function sendPush(
  world: FlowproofWorld,
  request: PushRequest,
  message: RawMessage,
): Promise<void> {
  const play = playOf(world);
  const { asker, client, stage } = play.scene;
  const [reports, notifications] = [asker.reports.length, client.notifications.length];
  const asked = await stage.time.settle(asker.ask(request, message), stage.target.ixit.responseTimeout * 2);
  play.answered = () => asked?.answer;
  if (asked?.accepted === undefined) return world.quiet();
  const isTold = () =>
    asker.reports.slice(reports).some(({ status }) => status < 300) && asker.reportAnswers.length === 0;
  const isThere = () => client.notifications.slice(notifications).some(({ isTaken }) => isTaken);
  const isDone = request.reportTo === undefined ? isThere : isTold;
  const limit = request.content.length === 0 ? stage.target.ixit.quietTime : givingUp(world);
  const changes = request.reportTo === undefined ? client.changes : asker.changes;
  const isAgain = asker.asked.filter((other) => other.request.pushID === request.pushID).length > 1;
  if (isAgain) return world.quiet();
  await waitFor(world, changes.until(isDone), limit);
}
